import fc from 'fast-check';
import { deriveStatus, standingSteps, type Status, type Step, type StepKind } from './status';

/** "submitted 2@3": a step on annotation revision 2 and article revision 3. */
function steps(line: string): Step[] {
  return line
    .split(', ')
    .filter((part) => part !== '')
    .map((part) => {
      const [, kind, annotationRevision, articleRevision] = /^(\w+) (\d+)@(\d+)$/.exec(part) ?? [];
      return {
        kind: kind as StepKind,
        annotationRevision: Number(annotationRevision),
        articleRevision: Number(articleRevision),
      };
    });
}

interface Case {
  readonly steps: string;
  /** Now: annotation revision @ article revision. */
  readonly now: `${number}@${number}`;
  readonly carriedOnto?: readonly number[];
  readonly status: Status;
}

const cases: Record<string, readonly Case[]> = {
  'without steps it is a draft': [
    { steps: '', now: '1@1', status: 'draft' },
    { steps: '', now: '3@2', status: 'draft' },
  ],
  'on unchanged words and text the last step tells': [
    { steps: 'submitted 1@1', now: '1@1', status: 'submitted' },
    { steps: 'submitted 1@1, withdrawn 1@1', now: '1@1', status: 'draft' },
    { steps: 'submitted 1@1, returned 1@1', now: '1@1', status: 'returned' },
    { steps: 'submitted 1@1, returned 1@1, submitted 1@1', now: '1@1', status: 'submitted' },
    { steps: 'submitted 1@1, approved 1@1', now: '1@1', status: 'approved' },
  ],
  'an edit leaves a draft, or lapses what was approved': [
    { steps: 'submitted 1@1', now: '2@1', status: 'draft' },
    { steps: 'submitted 1@1, returned 1@1', now: '2@1', status: 'draft' },
    { steps: 'submitted 1@1, approved 1@1', now: '2@1', status: 'lapsed' },
    { steps: 'submitted 1@1, approved 1@1', now: '3@1', status: 'lapsed' },
    { steps: 'submitted 1@1, approved 1@1, submitted 2@1', now: '2@1', status: 'submitted' },
    { steps: 'submitted 1@1, approved 1@1, submitted 2@1, withdrawn 2@1', now: '2@1', status: 'lapsed' },
    { steps: 'submitted 1@1, approved 1@1, submitted 2@1, approved 2@1', now: '2@1', status: 'approved' },
  ],
  'a new text lapses what was decided or waits': [
    { steps: 'submitted 1@1, approved 1@1', now: '1@2', status: 'lapsed' },
    { steps: 'submitted 1@1', now: '1@2', status: 'lapsed' },
    { steps: 'submitted 1@1, returned 1@1', now: '1@2', status: 'lapsed' },
    { steps: 'submitted 1@1, withdrawn 1@1', now: '1@2', status: 'draft' },
    { steps: 'submitted 1@1, approved 1@1, submitted 1@2', now: '1@2', status: 'submitted' },
    { steps: 'submitted 1@1, submitted 1@2, withdrawn 1@2', now: '1@2', status: 'draft' },
    { steps: 'submitted 1@1, approved 1@1', now: '2@2', status: 'lapsed' },
    { steps: 'submitted 1@1', now: '2@2', status: 'draft' },
  ],
  'what was decided is carried, one text at a time': [
    { steps: 'submitted 1@1, approved 1@1', now: '1@2', carriedOnto: [2], status: 'approved' },
    { steps: 'submitted 1@1, approved 1@1', now: '1@4', carriedOnto: [4, 2, 3], status: 'approved' },
    { steps: 'submitted 1@1', now: '1@2', carriedOnto: [2], status: 'submitted' },
    { steps: 'submitted 1@1, returned 1@1', now: '1@2', carriedOnto: [2], status: 'returned' },
    { steps: 'submitted 1@1, approved 1@1', now: '1@3', carriedOnto: [2], status: 'lapsed' },
  ],
  'no later text revives what lapsed': [
    { steps: 'submitted 1@1, approved 1@1', now: '1@3', carriedOnto: [3], status: 'lapsed' },
    { steps: 'submitted 1@1, approved 1@1', now: '1@5', carriedOnto: [2, 4, 5], status: 'lapsed' },
  ],
  'an edit of what no longer counts is a draft, unless it was ever approved': [
    { steps: 'submitted 1@1', now: '2@2', status: 'draft' },
    { steps: 'returned 1@1', now: '2@2', status: 'draft' },
    { steps: 'submitted 1@1, approved 1@1, submitted 2@1', now: '3@1', status: 'lapsed' },
    { steps: 'submitted 1@1, approved 1@1, submitted 2@1, returned 2@1', now: '3@2', status: 'lapsed' },
  ],
  'what was undone never was': [
    { steps: 'submitted 1@1, undone 1@1', now: '1@1', status: 'draft' },
    { steps: 'submitted 1@1, approved 1@1, undone 1@1', now: '1@1', status: 'submitted' },
    { steps: 'submitted 1@1, approved 1@1, undone 1@1', now: '2@1', status: 'draft' },
    { steps: 'submitted 1@1, approved 1@1, undone 1@1, approved 1@1', now: '1@1', status: 'approved' },
    { steps: 'submitted 1@1, approved 1@1, undone 1@1, undone 1@1', now: '1@1', status: 'draft' },
    { steps: 'submitted 1@1, returned 1@1, submitted 1@1, undone 1@1', now: '1@1', status: 'returned' },
    { steps: 'submitted 1@1, withdrawn 1@1, undone 1@1', now: '1@1', status: 'submitted' },
    { steps: 'submitted 1@1, approved 1@1, retired 1@1, undone 1@1', now: '1@1', status: 'approved' },
    { steps: 'submitted 1@1, approved 1@1, retired 1@2, undone 1@2', now: '1@2', status: 'lapsed' },
  ],
  'what was retired stays so': [
    { steps: 'retired 1@1', now: '1@1', status: 'retired' },
    { steps: 'submitted 1@1, approved 1@1, retired 1@1', now: '1@3', status: 'retired' },
  ],
};

describe('deriveStatus', () => {
  for (const [rule, table] of Object.entries(cases)) {
    describe(rule, () => {
      it.each(table.map((one) => ({ carriedOnto: [], ...one })))(
        '[$steps] now $now, carried onto $carriedOnto: $status',
        ({ steps: line, now, carriedOnto, status }) => {
          const [annotationRevision = 0, articleRevision = 0] = now.split('@').map(Number);
          expect(deriveStatus({ annotationRevision, articleRevision, steps: steps(line), carriedOnto })).toBe(status);
        },
      );
    });
  }

  it('is what a state machine that sees each thing happen would have kept, for any history', () => {
    const happening = fc.constantFrom(
      'edit',
      'revise',
      'reviseCarrying',
      'submit',
      'withdraw',
      'approve',
      'return',
      'retire',
      'undo',
    );
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 25 }), (history) => {
        const kept = new Machine();
        for (const what of history) {
          kept.happen(what);
          expect(deriveStatus(kept)).toBe(kept.status);
        }
      }),
      { numRuns: 2000 },
    );
  });

  const kind = fc.constantFrom<StepKind>('submitted', 'withdrawn', 'approved', 'returned', 'undone');
  const revision = fc.integer({ min: 1, max: 4 });
  const facts = fc.record({
    annotationRevision: revision,
    articleRevision: revision,
    steps: fc.array(fc.record({ kind, annotationRevision: revision, articleRevision: revision }), { maxLength: 8 }),
    carriedOnto: fc.uniqueArray(fc.integer({ min: 2, max: 4 })),
  });

  it('is approved only by an approval of these very words, on this text or carried onto each text since', () => {
    fc.assert(
      fc.property(facts, (given) => {
        if (deriveStatus(given) !== 'approved') return;
        const reaches = standingSteps(given.steps).some(
          (step) =>
            step.kind === 'approved' &&
            step.annotationRevision === given.annotationRevision &&
            range(step.articleRevision + 1, given.articleRevision).every((onto) => given.carriedOnto.includes(onto)),
        );
        expect(reaches).toBe(true);
      }),
    );
  });

  it('never outlives a text onto which nothing was carried', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const now = { ...given, articleRevision: 9, steps: given.steps };
        expect(['draft', 'lapsed']).toContain(deriveStatus(now));
      }),
    );
  });
});

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** The same rules as a machine that changes a flag as things happen: how one must not store it, but a good witness. */
class Machine {
  status: Status = 'draft';
  annotationRevision = 1;
  articleRevision = 1;
  steps: Step[] = [];
  carriedOnto: number[] = [];
  /** What was before each step that can be undone: whether it was approved once, and the status. */
  private before: { approved: boolean; status: Status }[] = [];
  private approved = false;

  happen(what: string): void {
    const last = what === 'undo' ? this.before.pop() : undefined;
    if (last) {
      this.note('undone');
      Object.assign(this, last);
    }
    if (this.status === 'retired' || what === 'undo') return;
    if (what === 'edit' || what.startsWith('revise')) this.before = [];
    if (what === 'edit') {
      this.annotationRevision += 1;
      this.carriedOnto = [];
      this.status = this.undecided();
    } else if (what === 'revise' || what === 'reviseCarrying') {
      this.articleRevision += 1;
      if (what === 'reviseCarrying') this.carriedOnto.push(this.articleRevision);
      else if (this.status !== 'draft') this.status = 'lapsed';
    } else if (what === 'submit') {
      if (['draft', 'returned', 'lapsed'].includes(this.status)) this.step('submitted', 'submitted');
    } else if (what === 'retire') {
      this.step('retired', 'retired');
    } else if (this.status === 'submitted') {
      if (what === 'withdraw') this.step('withdrawn', this.undecided());
      if (what === 'approve') this.step('approved', 'approved');
      if (what === 'return') this.step('returned', 'returned');
    }
  }

  private step(kind: StepKind, status: Status): void {
    this.before.push({ approved: this.approved, status: this.status });
    this.note(kind);
    this.approved ||= kind === 'approved';
    this.status = status;
  }

  private note(kind: StepKind): void {
    this.steps = [
      ...this.steps,
      { kind, annotationRevision: this.annotationRevision, articleRevision: this.articleRevision },
    ];
  }

  private undecided(): Status {
    return this.approved ? 'lapsed' : 'draft';
  }
}
