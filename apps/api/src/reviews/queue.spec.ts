import type { AnnotationView, ReviewItem, ReviewCount } from '@belegg/contract';
import { TestTeam } from '../test/team';
import type { Caller } from '../test/test-app';

type Queue = { items: ReviewItem[]; nextCursor?: string };

describe('Queue', () => {
  let desk: TestTeam;

  beforeEach(async () => {
    desk = await TestTeam.open();
  });
  afterEach(() => desk.close());

  const queue = async (by: Caller, query = ''): Promise<Queue> => {
    const { status, body, text } = await by.call<Queue>('GET', `/api/reviews${query}`);
    if (status !== 200) throw new Error(text);
    return body;
  };
  const idsOf = ({ items }: Queue) => items.map(({ annotation }) => annotation.id);

  it('shows each in its passage, over all articles, those first that have waited longest', async () => {
    const [one, two] = [await desk.article(), await desk.article('🚀 Bare én setning her.')];
    const late = await desk.annotate(one, '4600 kilometer');
    const early = await desk.submitted(one, 'protesterte samme dag. Sør-Korea');
    await desk.annotate(one, 'øvelse');
    const selector = [
      { type: 'TextPositionSelector', start: 2, end: 6 },
      { type: 'TextQuoteSelector', exact: 'Bare' },
    ];
    const { body: third } = await desk.editor.call<AnnotationView>('POST', `/api/articles/${two.id}/annotations`, {
      selector,
      verdict: 'denied',
    });
    await desk.act(third, 'submit', desk.editor);
    await desk.act(late, 'submit', desk.editor);
    const seen = await queue(desk.reviewer);
    expect(idsOf(seen)).toEqual([early.id, third.id, late.id]);
    expect(seen.items[0]).toEqual({
      annotation: early,
      article: { id: one.id, title: 'Raketten over Japan', revision: 1 },
      passage: {
        before: 'Nord-Korea skjøt opp en rakett tirsdag. Den fløy 4600 kilometer. Ingen ble skadd, sier Hansen.',
        text: 'Japan protesterte samme dag. Sør-Korea svarte med en øvelse.',
        start: 6,
        end: 38,
        after: 'Les også: Slik er rakettene',
      },
      sentence: 5,
      sentences: 7,
    });
    expect(seen.items[1]).toMatchObject({
      passage: { before: '', text: '🚀 Bare én setning her.', start: 2, end: 6, after: '' },
      sentence: 1,
      sentences: 1,
    });
  });

  it('says who may not decide, and why', async () => {
    const article = await desk.article();
    await desk.submitted(article, 'tirsdag');
    await desk.act(await desk.annotate(article, 'øvelse', {}, desk.reviewer), 'submit', desk.editor);
    const refusals = async (by: Caller, query = '') => (await queue(by, query)).items.map(({ refusal }) => refusal);
    expect(await refusals(desk.reviewer)).toEqual([undefined, 'ownWork']);
    expect(await refusals(desk.reviewer2)).toEqual([undefined, undefined]);
    expect(await refusals(desk.editor)).toEqual(['role', 'role']);
    const count = async (by: Caller) => (await by.call<ReviewCount>('GET', '/api/reviews/count')).body.claims;
    const counted = await Promise.all([desk.reviewer, desk.reviewer2, desk.editor, desk.stranger].map(count));
    expect(counted).toEqual([1, 2, 0, 0]);
    await desk.approved(article, 'Hansen');
    expect(await refusals(desk.reviewer2, '?status=approved')).toEqual(['status']);
  });

  it('shows what it said when it was last decided on', async () => {
    const article = await desk.article();
    const returned = (await desk.act(await desk.submitted(article, 'tirsdag'), 'return', desk.reviewer, 'Finn kilde'))
      .body;
    const edited = (await desk.edit(returned, { verdict: 'disputed' })).body;
    await desk.act(edited, 'submit', desk.editor);
    const {
      items: [item],
    } = await queue(desk.reviewer);
    expect(item?.annotation).toMatchObject({ revision: 2, verdict: 'disputed' });
    expect(item?.previous).toMatchObject({
      number: 1,
      verdict: 'confirmed',
      steps: [{ kind: 'submitted' }, { kind: 'returned', comment: 'Finn kilde' }],
    });
  });

  it('finds every status by what is derived, not by the last step alone', async () => {
    const article = await desk.article();
    const draft = await desk.annotate(article, 'tirsdag');
    const withdrawn = (await desk.act(await desk.submitted(article, 'tirsdag'), 'withdraw', desk.editor)).body;
    const editedWhileSubmitted = (await desk.edit(await desk.submitted(article, 'tirsdag'), { rationale: 'x' })).body;
    const submitted = await desk.submitted(article, 'tirsdag');
    const returned = (await desk.act(await desk.submitted(article, 'tirsdag'), 'return', desk.reviewer)).body;
    const approved = await desk.approved(article, 'tirsdag');
    const lapsed = (await desk.edit(await desk.approved(article, 'tirsdag'), { rationale: 'x' })).body;
    const retired = (await desk.act(await desk.approved(article, 'tirsdag'), 'retire', desk.editor)).body;
    const by = async (status: string) => idsOf(await queue(desk.reviewer, `?status=${status}`));
    expect(await by('draft')).toEqual([draft.id, withdrawn.id, editedWhileSubmitted.id]);
    expect(await by('submitted')).toEqual([submitted.id]);
    expect(await by('returned')).toEqual([returned.id]);
    expect(await by('approved')).toEqual([approved.id]);
    expect(await by('lapsed')).toEqual([lapsed.id]);
    expect(await by('retired')).toEqual([retired.id]);
    await article.revise('Ny tekst uten noe av det gamle.');
    expect(await by('submitted')).toEqual([]);
    expect(await by('lapsed')).toEqual(expect.arrayContaining([submitted.id, returned.id, approved.id, lapsed.id]));
    expect((await queue(desk.reviewer, '?status=lapsed')).items[0]).toMatchObject({
      article: { revision: 2 },
      annotation: { articleRevision: 1, anchor: { outcome: 'orphaned' } },
    });
  });

  it('pages without losing or repeating one', async () => {
    const article = await desk.article();
    const made = await Promise.all(Array.from({ length: 60 }, () => desk.annotate(article, 'tirsdag')));
    for (const annotation of made.slice(0, 55)) await desk.act(annotation, 'submit', desk.editor);
    for (const [status, count] of [
      ['submitted', 55],
      ['draft', 5],
    ] as const) {
      const first = await queue(desk.reviewer, `?status=${status}`);
      const rest =
        first.nextCursor === undefined
          ? []
          : idsOf(await queue(desk.reviewer, `?status=${status}&cursor=${first.nextCursor}`));
      expect(new Set([...idsOf(first), ...rest]).size).toBe(count);
      expect(idsOf(first).length + rest.length).toBe(count);
    }
  });

  it('is of one newsroom, and for those who are signed in', async () => {
    await desk.submitted(await desk.article(), 'tirsdag');
    expect((await queue(desk.stranger)).items).toEqual([]);
    expect((await desk.app.nobody.call('GET', '/api/reviews')).status).toBe(401);
    for (const query of ['?status=nonsense', '?cursor=nonsense', '?page=2'])
      expect((await desk.reviewer.call('GET', `/api/reviews${query}`)).status).toBe(422);
  });
});
