import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { ArticleHeads, readArticleHeads } from '../../coverage';
import { Database, type Tx } from '../../platform/database/database';
import { forget, Texts } from '../../texts';
import { deriveHeads } from './derive-heads';
import { readHeads, readResting, restingOf, writeHeads } from './head.repository';

/** An article, anywhere. */
export interface ArticleKey {
  readonly newsroomId: string;
  readonly id: string;
}

/** Projects the heads of whole articles anew from all their facts: for a new text, and for data from before heads. */
@Injectable()
export class HeadRebuilder implements OnModuleInit {
  private readonly logger = new Logger('Heads');

  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly articles: ArticleHeads,
  ) {}

  /** Data from before there were heads get theirs before the first call is answered. */
  async onModuleInit(): Promise<void> {
    try {
      await this.rebuildMissing();
    } catch (error) {
      // A database that is away says so at each call; the next start looks again.
      this.logger.warn(`heads were not looked at: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** @returns how many articles had none */
  async rebuildMissing(): Promise<number> {
    const keys = await this.database.lookUp((tx) =>
      tx.article.findMany({ where: { head: null, revision: { gt: 0 } }, select: { newsroomId: true, id: true } }),
    );
    for (const key of keys) await this.rebuildArticle(key);
    return keys.length;
  }

  /** Every article of every newsroom. */
  all(): Promise<ArticleKey[]> {
    return this.database.lookUp((tx) =>
      tx.article.findMany({ where: { revision: { gt: 0 } }, select: { newsroomId: true, id: true } }),
    );
  }

  /** Locks an article and projects its heads anew. */
  rebuildArticle({ newsroomId, id }: ArticleKey): Promise<void> {
    return this.database.inNewsroom(newsroomId, async (tx) => {
      await this.texts.lock(tx, newsroomId, id);
      await this.rebuild(tx, newsroomId, [id]);
    });
  }

  /** The articles are locked by the caller. */
  async rebuild(tx: Tx, newsroomId: string, articleIds: readonly string[]): Promise<void> {
    forget(tx, newsroomId, articleIds);
    writeHeads(tx, newsroomId, await deriveHeads(tx, { newsroomId, articleIds }));
    await this.articles.rebuild(tx, newsroomId, articleIds);
  }

  /**
   * Compares the heads of an article with what follows from its facts.
   * @returns what differs, in words; empty if nothing does
   */
  faults({ newsroomId, id }: ArticleKey): Promise<string[]> {
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const scope = { newsroomId, articleIds: [id] };
      const stored = new Map((await readHeads(tx, scope)).map((head) => [head.id, head]));
      const derived = await deriveHeads(tx, scope);
      const resting = await readResting(tx, newsroomId, id);
      const [article] = await readArticleHeads(tx, newsroomId, [id]);
      const [derivedArticle] = await this.articles.derive(tx, newsroomId, [id]);
      return [
        ...derived.flatMap((head) => {
          const differing = stored.has(head.id) ? fieldsThatDiffer(head, stored.get(head.id) ?? {}) : ['all of it'];
          return differing.map((field) => `annotation ${head.id}: ${field} is not what its facts say`);
        }),
        ...derived
          .filter((head) => !isDeepStrictEqual(restingOf(head), resting.get(head.id) ?? []))
          .map((head) => `annotation ${head.id}: its sources are counted wrongly`),
        ...(stored.size === derived.length ? [] : [`${stored.size} heads stand for ${derived.length} annotations`]),
        ...fieldsThatDiffer(derivedArticle ?? {}, article ?? {}).map((field) => `article ${id}: ${field} is wrong`),
      ];
    });
  }
}

function fieldsThatDiffer(expected: object, found: object): string[] {
  const [a, b] = [new Map(Object.entries(expected)), new Map(Object.entries(found))];
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => !isDeepStrictEqual(a.get(key), b.get(key)));
}
