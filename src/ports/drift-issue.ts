import type { IssueText } from '../core/report/markdown/audit-document.ts';
import type { Published } from './review.ts';

/** The one issue in which an audit says what drifted. */
export interface DriftIssue {
  /** Brings the issue with this marker to this state: opens or updates it, or closes it. One that a person closed stays so until something else drifts. */
  put(issue: IssueText): Promise<Published>;
}
