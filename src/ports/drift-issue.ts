import type { IssueText } from '../core/report/markdown/audit-document.ts';
import type { Published } from './review.ts';

/** The one issue in which an audit reports what drifted. */
export interface DriftIssue {
  /**
   * Opens, updates or closes the issue with this marker so that it has this state. An issue that a person closed
   * stays closed until something else drifts.
   */
  put(issue: IssueText): Promise<Published>;
}
