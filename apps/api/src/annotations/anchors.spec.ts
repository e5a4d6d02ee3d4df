import { CodePointText, Describer, type Range } from '@belegg/domain';
import { TestTeam } from '../test/team';
import type { TestArticle } from '../test/article';
import { insertAnchors, type NewAnchor } from './anchors';

/** Longer than two of the pieces in which the database looks passages up, and with characters of two units. */
const story = Array.from({ length: 2_500 }, (_, n) => `Kim nr. ${n} så 🚀 over Å.`).join(' ');

describe('insertAnchors', () => {
  let team: TestTeam;
  let article: TestArticle;
  let ids: string[];

  beforeAll(async () => {
    team = await TestTeam.open();
    article = await team.article('Kim.');
    ids = [];
    for (let n = 0; n < 70; n += 1) ids.push((await team.annotate(article, 'Kim')).id);
    await article.revise(story);
  }, 60_000);
  afterAll(() => team.close());

  const length = new CodePointText(story).length;
  const insert = (
    ranges: readonly Range[],
    change: (anchor: NewAnchor, index: number) => NewAnchor = (anchor) => anchor,
  ) => {
    const describer = new Describer(story);
    const anchors = ranges.map((range, index) =>
      change(
        {
          annotationId: ids[index] ?? '',
          annotationRevision: 1,
          outcome: 'unchanged',
          selector: describer.describe(range),
        },
        index,
      ),
    );
    return team.app.database.inNewsroom(team.newsroomId, async (tx) => {
      await insertAnchors(tx, { newsroomId: team.newsroomId, articleId: article.id, articleRevision: 2 }, anchors);
      const rows = await tx.anchor.count({ where: { newsroomId: team.newsroomId, articleId: article.id } });
      await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
      throw new Error(`stored ${rows}`);
    });
  };
  /** Passages of all lengths, over the borders of pieces too, to the very end. */
  const spread = (count: number): Range[] =>
    Array.from({ length: count }, (_, n) => {
      const start = Math.floor((n * (length - 1)) / count);
      return { start, end: Math.min(length, start + 1 + ((n * 397) % 3_000)) };
    }).concat({ start: length - 1, end: length }, { start: 0, end: length });

  it.each([10, 66])('takes %d passages and more that stand where they are said to', async (count) => {
    await expect(insert(spread(count))).rejects.toThrow(`stored ${count + 2}`);
  });

  it.each([
    [10, 4],
    [66, 40],
    [66, 67],
  ])('refuses all of %d and more when number %d is in a wrong place', async (count, wrong) => {
    const shift = (anchor: NewAnchor, index: number): NewAnchor => {
      if (index !== wrong || !anchor.selector) return anchor;
      const [position, quote] = anchor.selector;
      return { ...anchor, selector: [position, { ...quote, exact: `${quote.exact.slice(0, -1)}x` }] };
    };
    await expect(insert(spread(count), shift)).rejects.toMatchObject({ code: 'selector-mismatch' });
  });

  it('refuses a passage beyond the end', async () => {
    const beyond = (anchor: NewAnchor, index: number): NewAnchor =>
      index === 3
        ? {
            ...anchor,
            selector: [
              { type: 'TextPositionSelector', start: length, end: length + 3 },
              { type: 'TextQuoteSelector', exact: 'Kim', prefix: '', suffix: '' },
            ],
          }
        : anchor;
    await expect(insert(spread(66), beyond)).rejects.toMatchObject({ code: 'selector-mismatch' });
    await expect(insert(spread(10), beyond)).rejects.toMatchObject({ code: 'selector-mismatch' });
  });
});
