import { ProblemError } from '../platform/problem-error';

/** Lets so much work begin at once, in the order in which it came; what goes first has a line of its own. */
export class PasswordQueue {
  private running = 0;
  private readonly lines = { first: [] as (() => void)[], others: [] as (() => void)[] };

  /** @param mostWaiting in each line */
  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws ProblemError `unavailable` when too much waits already */
  async run<Result>(line: 'first' | 'others', work: () => Promise<Result>): Promise<Result> {
    if (this.running < this.atOnce) this.running += 1;
    else await this.wait(this.lines[line]);
    try {
      return await work();
    } finally {
      // Whoever comes next takes the place over, so that nobody slips in between.
      const next = this.lines.first.shift() ?? this.lines.others.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private wait(line: (() => void)[]): Promise<void> {
    if (line.length >= this.mostWaiting) throw new ProblemError('unavailable');
    return new Promise((resolve) => line.push(resolve));
  }
}
