import { describe, expect, test } from '@jest/globals';
import { aNight, drifted, nights } from '../../../testing/builders/a-night.ts';
import { aSummary } from '../../../testing/builders/a-summary.ts';
import { hostileText } from '../../../testing/builders/hostile-text.ts';
import type { Audited } from '../summary/audited.ts';
import type { NightEntry } from '../../records/night-entry.ts';
import { seriesStatuses } from '../../audit/series-status.ts';
import { harmIn } from './assert-harmless.ts';
import { auditIssue, renderAudit } from './audit-document.ts';

const good = Array.from({ length: 10 }, () => 'ppp');
const broken = nights([...good, 'fff']).map((entry, index) =>
  index === 10 ? { ...entry, gate: drifted } : entry,
);

function anAudit(history: readonly NightEntry[], of: Partial<Audited> = {}): Audited {
  const night = history.at(-1)?.night ?? '2026-11-01';
  const trigger = { kind: 'audit', head: 'c'.repeat(40) } as const;
  return {
    summary: { ...aSummary(), trigger, skipReason: null, verdicts: [], changes: [], notes: [] },
    night,
    anchor: null,
    entries: history.filter((entry) => entry.night === night),
    history,
    portable: 0.8,
    statuses: seriesStatuses(history, { portable: 0.8 }),
    servedChanges: [],
    warnings: [],
    ...of,
  };
}

describe('what an audit says', () => {
  test('names what drifted, since when, and against what', () => {
    const page = renderAudit(anAudit(broken));
    expect(page).toContain('**1 spec drifted.**');
    expect(page).toContain(
      '`duration` on `gpt-6.1-sol` since 2026-11-11: the first nights passed 20 of 20, that night 0 of 3',
    );
    expect(page).toContain('Portable on 0/1 model.');
  });

  test('says that no drift is open, and warns of models all the same', () => {
    const warnings = ['Model openai/gpt-6.1-sol is a floating alias: asked as a, it was served as b.'];
    const page = renderAudit(anAudit(nights(good), { warnings }));
    expect(page).toContain('No drift is open.');
    expect(page).toContain('floating alias');
  });

  test('is an issue that is open while something drifts, and closed after it recovered', () => {
    expect(auditIssue(anAudit(broken), 'k')).toMatchObject({
      state: 'open',
      title: 'Spec portability drifted: 1 spec on 1 model',
    });
    const recovered = [...broken, ...['12', '13', '14'].map((day) => aNight({ night: `2026-11-${day}` }))];
    const issue = auditIssue(anAudit(recovered), 'k');
    expect(issue.state).toBe('closed');
    expect(issue.body).toContain('Recovered tonight: `duration` on `gpt-6.1-sol`.');
  });

  test.each(hostileText)('is harmless where every name and warning is %j', (text) => {
    const name = text === '' ? 'x' : text.slice(0, 500);
    const history = broken.map((entry) => ({ ...entry, spec: name, model: name }));
    const audited = anAudit(history, { warnings: [text] });
    for (const markdown of [renderAudit(audited), auditIssue(audited, text).body]) {
      expect(harmIn(markdown, { repositoryUrl: null })).toBeNull();
      expect(markdown).not.toContain('withheld');
    }
  });

  test('of a thousand drifting series fits into an issue', () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      broken.map((entry) => ({ ...entry, spec: `a-spec-with-a-long-name-${index}` })),
    ).flat();
    const { body } = auditIssue(anAudit(many), 'k');
    expect(body.length).toBeLessThan(60_000);
    expect(body).toContain('1000 specs drifted.');
  });
});
