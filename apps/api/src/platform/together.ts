/** What became of one of several things that were done together. */
export type Outcome<Result> = { readonly result: Result } | { readonly error: unknown };

export interface How<Work, Result> {
  /** How much is done at once. */
  readonly most: number;
  /** Does all of it or throws; what fails alone is an outcome. */
  readonly run: (works: readonly Work[]) => Promise<readonly Outcome<Result>[]>;
  /** Whether what was thrown would be thrown of each alone, or something may have been done. */
  readonly isOfAll: (error: unknown) => boolean;
}

interface Waiting<Work, Result> {
  readonly work: Work;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does work of one kind together that would otherwise wait for itself: while some of it is under way for a key, what is
 * asked for the same key gathers, and is done as one when that is through. So nothing waits longer than for what is
 * under way. What fails as a whole is done one by one, so that no one's fault is another's.
 */
export class Together<Work, Result> {
  private readonly waiting = new Map<string, Waiting<Work, Result>[]>();

  constructor(private readonly how: How<Work, Result>) {}

  do(key: string, work: Work): Promise<Result> {
    return new Promise((resolve, reject) => {
      const asked = { work, resolve, reject };
      const gathering = this.waiting.get(key);
      if (gathering) gathering.push(asked);
      else {
        this.waiting.set(key, []);
        void this.goOn(key, [asked]);
      }
    });
  }

  private async goOn(key: string, first: Waiting<Work, Result>[]): Promise<void> {
    for (let some = first; some.length > 0; some = this.waiting.get(key)?.splice(0, this.how.most) ?? [])
      await this.settle(some);
    this.waiting.delete(key);
  }

  private async settle(some: readonly Waiting<Work, Result>[]): Promise<void> {
    try {
      const outcomes = await this.how.run(some.map(({ work }) => work));
      some.forEach(({ resolve, reject }, index) => {
        const outcome = outcomes[index] ?? { error: new Error('nothing became of it') };
        if ('result' in outcome) resolve(outcome.result);
        else reject(outcome.error);
      });
    } catch (error) {
      if (some.length === 1 || this.how.isOfAll(error)) for (const { reject } of some) reject(error);
      else for (const one of some) await this.settle([one]);
    }
  }
}
