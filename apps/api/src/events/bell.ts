/**
 * Wakes one waiter. A ring that comes while nobody waits is kept, so that none is missed between looking and waiting;
 * once the signal says so, nobody waits any more.
 */
export class Bell {
  private isRung = false;
  private wake: (() => void) | undefined;

  constructor(private readonly end: AbortSignal) {
    end.addEventListener('abort', () => this.wake?.(), { once: true });
  }

  ring(): void {
    this.isRung = true;
    this.wake?.();
  }

  /** Waits for a ring, but no longer than so many milliseconds. @returns whether it rang */
  async next(milliseconds: number): Promise<boolean> {
    if (!this.isRung && !this.end.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const { isRung } = this;
    this.isRung = false;
    this.wake = undefined;
    return isRung;
  }
}
