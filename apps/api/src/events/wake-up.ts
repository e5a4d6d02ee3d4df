/**
 * Wakes one waiter. A wake-up that comes while nobody waits is kept, so that none is missed between looking and
 * waiting; once the signal says so, nobody waits any more.
 */
export class WakeUp {
  private isDue = false;
  private resume: (() => void) | undefined;

  constructor(private readonly end: AbortSignal) {
    end.addEventListener('abort', () => this.resume?.(), { once: true });
  }

  trigger(): void {
    this.isDue = true;
    this.resume?.();
  }

  /** Waits to be woken, but no longer than so many milliseconds. @returns whether it was */
  async next(milliseconds: number): Promise<boolean> {
    if (!this.isDue && !this.end.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.resume = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const { isDue } = this;
    this.isDue = false;
    this.resume = undefined;
    return isDue;
  }
}
