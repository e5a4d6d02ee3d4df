import type { AnnotationView, SimilarClaim } from '@belegg/contract';
import { TestTeam } from '../test/team';
import type { Caller } from '../test/test-app';

describe('What was checked before', () => {
  let team: TestTeam;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  afterAll(() => team.close());

  const said = [
    'Raketten fløy 4600 kilometer over Japan.',
    'Pyongyang skjøt opp raketten en tirsdag.',
    'Oljefondet tapte 1637 milliarder kroner i 2022.',
    'Erna Solberg ledet regjeringen i åtte år.',
  ];
  const approve = async (): Promise<AnnotationView[]> => {
    const article = await team.article(said.join('\n'));
    const sourceId = await team.source(`Kilde ${Math.random()}`);
    const approved: AnnotationView[] = [];
    for (const exact of said) {
      const citations = [{ sourceId, stance: 'supports', url: 'https://kilde.test/sak' }];
      const draft = await team.annotate(article, exact, { citations });
      const { body } = await team.act((await team.act(draft, 'submit', team.editor)).body, 'approve', team.reviewer);
      approved.push(body);
    }
    return approved;
  };
  const similar = async (exact: string, by: Caller = team.editor): Promise<SimilarClaim[]> => {
    const { id } = await team.annotate(await team.article(`Innledning.\n${exact}`), exact);
    const { status, body, text } = await by.call<{ items: SimilarClaim[] }>('GET', `/api/annotations/${id}/similar`);
    if (status !== 200) throw new Error(text);
    return body.items;
  };

  it('shows approved claims that say nearly the same, with verdict, article and citations, and no others', async () => {
    const [rocket] = await approve();
    const [first] = await similar('Etter 4 600 km over Japan falt raketten i havet.');
    expect(first).toMatchObject({ annotationId: rocket?.id, exact: said[0], verdict: 'confirmed' });
    expect(first?.citations).toEqual(rocket?.citations);
    expect(first?.article).toEqual({ id: rocket?.articleId, title: 'Raketten over Japan' });
    expect(first?.approvedAt).toBe(rocket?.steps.at(-1)?.at);
    expect((await similar('Solberg var statsminister i 8 år, fra 2013.'))[0]?.exact).toBe(said[3]);
    expect((await similar('Pensjonsfondet gikk 1 637 milliarder kroner i minus.'))[0]?.exact).toBe(said[2]);
    expect(await similar('Været blir fint i helgen.')).toEqual([]);
    expect(await similar('…')).toEqual([]);
  });

  it('shows none that is not approved any more', async () => {
    const exact = 'Stortinget vedtok 77 nye lover i vår.';
    const article = await team.article(exact);
    const approved = await team.approved(article, exact);
    expect(await similar('I vår ble 77 lover vedtatt av Stortinget.')).toHaveLength(1);
    await team.edit(approved, { rationale: 'Nytt.' });
    expect(await similar('I vår ble 77 lover vedtatt av Stortinget.')).toEqual([]);
  });

  it('shows nothing of another newsroom, and nothing to its people', async () => {
    const exact = 'Kongen åpnet 19 broer i Lofoten.';
    const approved = await team.approved(await team.article(exact), exact);
    const theirs = await team.stranger.call<{ id: string; sentences: { start: number; end: number }[] }>(
      'POST',
      '/api/articles',
      { title: 'Deres', format: 'text', content: exact },
    );
    const { body } = await team.stranger.call<AnnotationView>('POST', `/api/articles/${theirs.body.id}/annotations`, {
      selector: approved.selector,
      verdict: 'denied',
    });
    const path = (id: string) => `/api/annotations/${id}/similar`;
    expect((await team.stranger.call('GET', path(body.id))).body).toEqual({ items: [] });
    expect((await team.stranger.call('GET', path(approved.id))).status).toBe(404);
  });
});
