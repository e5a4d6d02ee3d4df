import { blocksOfPlainText, segment, type Range, type Selector } from '@belegg/domain';
import { createHash } from 'node:crypto';
import { HeadRebuilder } from '../annotations';
import { newId } from '../platform/ids';
import { Texts, type NewText, type Text } from '../texts';
import type { Caller, TestApp } from './test-app';

const toNewText = (text: string): NewText => {
  const blocks = blocksOfPlainText(text);
  return {
    text,
    blocks,
    marks: [],
    language: 'nb',
    date: undefined,
    sha256: createHash('sha256').update(text).digest('hex'),
    sentences: segment(text, blocks, 'nb'),
  };
};

/** An article of plain text, put straight into the database. */
export class TestArticle {
  private constructor(
    private readonly app: TestApp,
    private readonly by: Caller,
    readonly id: string,
    public text: Text,
  ) {}

  static async make(app: TestApp, by: Caller, text: string): Promise<TestArticle> {
    const { newsroomId } = by.actor;
    const id = newId();
    const now = new Date();
    const stored = await app.database.inNewsroom(newsroomId, async (tx) => {
      await tx.article.create({
        data: { newsroomId, id, title: 'Raketten over Japan', language: 'nb', createdAt: now, updatedAt: now },
      });
      const appended = await app.nest.get(Texts, { strict: false }).append(tx, by.actor, id, toNewText(text));
      await app.nest.get(HeadRebuilder, { strict: false }).rebuild(tx, newsroomId, [id]);
      return appended;
    });
    return new TestArticle(app, by, id, stored);
  }

  /** Stores a new text, and nothing about where the annotations are in it. */
  async revise(text: string): Promise<void> {
    this.text = await this.app.database.inNewsroom(this.by.actor.newsroomId, (tx) =>
      this.app.nest.get(Texts, { strict: false }).append(tx, this.by.actor, this.id, toNewText(text)),
    );
    await this.project();
  }

  /** Projects the heads anew, after facts were put straight into the database. */
  async project(): Promise<void> {
    const { newsroomId } = this.by.actor;
    const heads = this.app.nest.get(HeadRebuilder, { strict: false });
    await this.app.database.inNewsroom(newsroomId, (tx) => heads.rebuild(tx, newsroomId, [this.id]));
  }

  /** The selector of the first place where these words stand, without what surrounds them. Of texts within the BMP. */
  select(exact: string): [Selector[0], Selector[1]] {
    const start = this.text.text.indexOf(exact);
    if (start < 0) throw new Error(`not in the text: ${exact}`);
    return [
      { type: 'TextPositionSelector', start, end: start + exact.length },
      { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
    ];
  }

  /** Anchors an annotation on the current text, as a new revision of the article would. */
  async anchor(
    annotationId: string,
    annotationRevision: number,
    anchored: { outcome: string; range?: Range; score?: number; carryRule?: number },
  ): Promise<void> {
    const { outcome, range, score, carryRule } = anchored;
    const { newsroomId } = this.by.actor;
    await this.app.database.inNewsroom(newsroomId, (tx) =>
      tx.anchor.create({
        data: {
          newsroomId,
          articleId: this.id,
          annotationId,
          annotationRevision,
          articleRevision: this.text.number,
          outcome,
          score: score ?? null,
          carryRule: carryRule ?? null,
          ...(range && { ...range, exact: this.text.text.slice(range.start, range.end), prefix: '', suffix: '' }),
        },
      }),
    );
    await this.project();
  }
}
