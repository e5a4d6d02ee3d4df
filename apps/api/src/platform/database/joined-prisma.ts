import type { Prisma } from '../../generated/prisma/client';

type Tx = Prisma.TransactionClient;
type Operations = Record<string, (...given: readonly unknown[]) => unknown>;

/** Prisma's view of a transaction, which it joins when it is first used: most hot paths never do, and joining costs. */
export class JoinedPrisma {
  private joined: Promise<Tx> | undefined;
  private left: Promise<unknown> = Promise.resolve();
  private letGo = (): void => undefined;
  readonly tx: Tx = this.lazily();

  /** @param open gives Prisma's transaction to a function, and keeps it until that is done */
  constructor(private readonly open: (run: (tx: Tx) => Promise<void>) => Promise<void>) {}

  /** Has Prisma finish with the transaction, which stays open. */
  async leave(): Promise<void> {
    this.letGo();
    await this.left;
  }

  private join(): Promise<Tx> {
    this.joined ??= new Promise((resolve, reject) => {
      const done = new Promise<void>((go) => {
        this.letGo = go;
      });
      this.left = this.open((tx) => {
        resolve(tx);
        return done;
      }).catch(reject);
    });
    return this.joined;
  }

  /** Answers `tx.$queryRaw…` and `tx.article.findMany(…)` alike. It is no promise, so `then` is none of its fields. */
  private lazily(): Tx {
    const models = new Map<string, unknown>();
    const modelOf = (model: string): unknown =>
      new Proxy(
        {},
        {
          get: (_, operation: string) => async (given: unknown) =>
            ((await this.join()) as unknown as Record<string, Operations>)[model]?.[operation]?.(given),
        },
      );
    return new Proxy({} as Tx, {
      get: (_, name) => {
        if (typeof name !== 'string' || name === 'then') return undefined;
        if (name.startsWith('$'))
          return async (...given: readonly unknown[]) =>
            ((await this.join()) as unknown as Operations)[name]?.(...given);
        if (!models.has(name)) models.set(name, modelOf(name));
        return models.get(name);
      },
    });
  }
}
