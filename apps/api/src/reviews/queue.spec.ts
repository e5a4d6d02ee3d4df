import type { AnnotationView, ReviewItem, ReviewCount } from '@belegg/contract';
import { TestTeam } from '../test/team';
import type { Caller } from '../test/test-app';

type Queue = { items: ReviewItem[]; nextCursor?: string };

describe('Queue', () => {
  let team: TestTeam;

  beforeEach(async () => {
    team = await TestTeam.open();
  });
  afterEach(() => team.close());

  const queue = async (by: Caller, query = ''): Promise<Queue> => {
    const { status, body, text } = await by.call<Queue>('GET', `/api/reviews${query}`);
    if (status !== 200) throw new Error(text);
    return body;
  };
  const idsOf = ({ items }: Queue) => items.map(({ annotation }) => annotation.id);

  it('shows each in its passage, over all articles, those first that have waited longest', async () => {
    const [one, two] = [await team.article(), await team.article('🚀 Bare én setning her.')];
    const late = await team.annotate(one, '4600 kilometer');
    const early = await team.submitted(one, 'protesterte samme dag. Sør-Korea');
    await team.annotate(one, 'øvelse');
    const selector = [
      { type: 'TextPositionSelector', start: 2, end: 6 },
      { type: 'TextQuoteSelector', exact: 'Bare' },
    ];
    const { body: third } = await team.editor.call<AnnotationView>('POST', `/api/articles/${two.id}/annotations`, {
      selector,
      verdict: 'denied',
    });
    await team.act(third, 'submit', team.editor);
    await team.act(late, 'submit', team.editor);
    const seen = await queue(team.reviewer);
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
    const article = await team.article();
    await team.submitted(article, 'tirsdag');
    await team.act(await team.annotate(article, 'øvelse', {}, team.reviewer), 'submit', team.editor);
    const refusals = async (by: Caller, query = '') => (await queue(by, query)).items.map(({ refusal }) => refusal);
    expect(await refusals(team.reviewer)).toEqual([undefined, 'ownWork']);
    expect(await refusals(team.reviewer2)).toEqual([undefined, undefined]);
    expect(await refusals(team.editor)).toEqual(['role', 'role']);
    const count = async (by: Caller) => (await by.call<ReviewCount>('GET', '/api/reviews/count')).body.claims;
    const counted = await Promise.all([team.reviewer, team.reviewer2, team.editor, team.stranger].map(count));
    expect(counted).toEqual([1, 2, 0, 0]);
    await team.approved(article, 'Hansen');
    expect(await refusals(team.reviewer2, '?status=approved')).toEqual(['status']);
  });

  it('shows what it said when it was last decided on', async () => {
    const article = await team.article();
    const returned = (await team.act(await team.submitted(article, 'tirsdag'), 'return', team.reviewer, 'Finn kilde'))
      .body;
    const edited = (await team.edit(returned, { verdict: 'disputed' })).body;
    await team.act(edited, 'submit', team.editor);
    const {
      items: [item],
    } = await queue(team.reviewer);
    expect(item?.annotation).toMatchObject({ revision: 2, verdict: 'disputed' });
    expect(item?.previous).toMatchObject({
      number: 1,
      verdict: 'confirmed',
      steps: [{ kind: 'submitted' }, { kind: 'returned', comment: 'Finn kilde' }],
    });
  });

  it('finds every status by what is derived, not by the last step alone', async () => {
    const article = await team.article();
    const draft = await team.annotate(article, 'tirsdag');
    const withdrawn = (await team.act(await team.submitted(article, 'tirsdag'), 'withdraw', team.editor)).body;
    const editedWhileSubmitted = (await team.edit(await team.submitted(article, 'tirsdag'), { rationale: 'x' })).body;
    const submitted = await team.submitted(article, 'tirsdag');
    const returned = (await team.act(await team.submitted(article, 'tirsdag'), 'return', team.reviewer)).body;
    const approved = await team.approved(article, 'tirsdag');
    const lapsed = (await team.edit(await team.approved(article, 'tirsdag'), { rationale: 'x' })).body;
    const retired = (await team.act(await team.approved(article, 'tirsdag'), 'retire', team.editor)).body;
    const by = async (status: string) => idsOf(await queue(team.reviewer, `?status=${status}`));
    expect(await by('draft')).toEqual([draft.id, withdrawn.id, editedWhileSubmitted.id]);
    expect(await by('submitted')).toEqual([submitted.id]);
    expect(await by('returned')).toEqual([returned.id]);
    expect(await by('approved')).toEqual([approved.id]);
    expect(await by('lapsed')).toEqual([lapsed.id]);
    expect(await by('retired')).toEqual([retired.id]);
    await article.revise('Ny tekst uten noe av det gamle.');
    expect(await by('submitted')).toEqual([]);
    expect(await by('lapsed')).toEqual(expect.arrayContaining([submitted.id, returned.id, approved.id, lapsed.id]));
    expect((await queue(team.reviewer, '?status=lapsed')).items[0]).toMatchObject({
      article: { revision: 2 },
      annotation: { articleRevision: 1, anchor: { outcome: 'orphaned' } },
    });
  });

  it('pages without losing or repeating one', async () => {
    const article = await team.article();
    const made = await Promise.all(Array.from({ length: 60 }, () => team.annotate(article, 'tirsdag')));
    for (const annotation of made.slice(0, 55)) await team.act(annotation, 'submit', team.editor);
    for (const [status, count] of [
      ['submitted', 55],
      ['draft', 5],
    ] as const) {
      const first = await queue(team.reviewer, `?status=${status}`);
      const rest =
        first.nextCursor === undefined
          ? []
          : idsOf(await queue(team.reviewer, `?status=${status}&cursor=${first.nextCursor}`));
      expect(new Set([...idsOf(first), ...rest]).size).toBe(count);
      expect(idsOf(first).length + rest.length).toBe(count);
    }
  });

  it('is of one newsroom, and for those who are signed in', async () => {
    await team.submitted(await team.article(), 'tirsdag');
    expect((await queue(team.stranger)).items).toEqual([]);
    expect((await team.app.nobody.call('GET', '/api/reviews')).status).toBe(401);
    for (const query of ['?status=nonsense', '?cursor=nonsense', '?page=2'])
      expect((await team.reviewer.call('GET', `/api/reviews${query}`)).status).toBe(422);
  });
});
