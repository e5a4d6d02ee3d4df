import type { AnnotationView } from '@belegg/contract';
import { TestTeam, storyText } from '../test/team';
import type { TestArticle } from '../test/article';

const newText = storyText
  .replace('skjøt opp en rakett', 'sendte opp en rakett')
  .replace('Japan protesterte', 'I dag: Japan protesterte');

describe('Annotations on a later text', () => {
  let team: TestTeam;
  let article: TestArticle;

  beforeAll(async () => {
    team = await TestTeam.open();
  });
  beforeEach(async () => {
    article = await team.article();
  });
  afterAll(() => team.close());

  const placeOf = (exact: string) => {
    const [{ start, end }] = article.select(exact);
    return { start, end };
  };

  it('stand where their anchor says, in the new text, and lapse where nothing was carried', async () => {
    const annotation = await team.approved(article, 'protesterte');
    await article.revise(newText);
    await article.anchor(annotation.id, 1, { outcome: 'unchanged', range: placeOf('protesterte') });
    const now = await team.get(annotation.id);
    expect(now).toMatchObject({
      status: 'lapsed',
      revision: 1,
      articleRevision: 2,
      anchor: { outcome: 'unchanged' },
      selector: [placeOf('protesterte'), { exact: 'protesterte' }],
    });
    expect(now.etag).toMatch(/^"a1\.r2\.v3"$/);
    expect(now.selector[0].start).not.toBe(annotation.selector[0].start);
  });

  it('stay approved where the approval was carried, and no later text revives one that lapsed', async () => {
    const [kept, lost] = [await team.approved(article, 'protesterte'), await team.approved(article, 'samme dag')];
    const carryRule = 1;
    await article.revise(newText);
    await article.anchor(kept.id, 1, { outcome: 'unchanged', range: placeOf('protesterte'), carryRule });
    await article.anchor(lost.id, 1, { outcome: 'unchanged', range: placeOf('samme dag') });
    expect((await team.get(kept.id)).status).toBe('approved');
    await article.revise(`${newText}\nSlutt.`);
    for (const [{ id }, exact] of [
      [kept, 'protesterte'],
      [lost, 'samme dag'],
    ] as const)
      await article.anchor(id, 1, { outcome: 'unchanged', range: placeOf(exact), carryRule });
    expect((await team.get(kept.id)).status).toBe('approved');
    expect((await team.get(lost.id)).status).toBe('lapsed');
    await article.revise(`${newText}\nSlutt nå.`);
    await article.anchor(kept.id, 1, { outcome: 'moved', range: placeOf('protesterte') });
    expect((await team.get(kept.id)).status).toBe('lapsed');
  });

  it('are orphaned without an anchor, keep the words they were on, and come last', async () => {
    const annotation = await team.submitted(article, 'Nord-Korea');
    await article.revise(newText);
    const last = await team.annotate(article, 'rakettene');
    expect(await team.get(annotation.id)).toMatchObject({
      status: 'lapsed',
      anchor: { outcome: 'orphaned' },
      articleRevision: 1,
      selector: annotation.selector,
    });
    const { body } = await team.editor.call<{ items: AnnotationView[] }>(
      'GET',
      `/api/articles/${article.id}/annotations`,
    );
    expect(body.items.map(({ id }) => id)).toEqual([last.id, annotation.id]);
  });

  it('that moved can be submitted as they are', async () => {
    const annotation = await team.approved(article, 'protesterte');
    await article.revise(newText);
    await article.anchor(annotation.id, 1, { outcome: 'moved', range: placeOf('protesterte') });
    const submitted = await team.act(await team.get(annotation.id), 'submit', team.editor);
    expect(submitted).toMatchObject({
      status: 200,
      body: {
        status: 'submitted',
        revision: 1,
        steps: expect.arrayContaining([expect.objectContaining({ kind: 'submitted', articleRevision: 2 })]),
      },
    });
    expect((await team.act(submitted.body, 'approve', team.reviewer)).body.status).toBe('approved');
  });

  it('keep their place through an edit where their words came through, as a revision on the new text', async () => {
    const annotation = await team.annotate(article, 'protesterte');
    await article.revise(newText);
    await article.anchor(annotation.id, 1, { outcome: 'unchanged', range: placeOf('protesterte') });
    const { body } = await team.edit(await team.get(annotation.id), { rationale: 'ny' });
    expect(body).toMatchObject({
      revision: 2,
      articleRevision: 2,
      anchor: { outcome: 'unchanged' },
      selector: [placeOf('protesterte'), { exact: 'protesterte' }],
    });
  });

  describe('whose words did not come through', () => {
    let changed: AnnotationView;
    let orphaned: AnnotationView;

    beforeEach(async () => {
      const [one, two] = [
        await team.submitted(article, 'skjøt opp en rakett'),
        await team.submitted(article, 'Hansen'),
      ];
      await article.revise(newText);
      await article.anchor(one.id, 1, { outcome: 'changed', score: 0.8, range: placeOf('sendte opp en rakett') });
      await article.anchor(two.id, 1, { outcome: 'orphaned' });
      [changed, orphaned] = [await team.get(one.id), await team.get(two.id)];
    });

    it('show the suggestion and its score', () => {
      expect(changed).toMatchObject({
        status: 'lapsed',
        anchor: { outcome: 'changed', score: 0.8 },
        articleRevision: 2,
        selector: [placeOf('sendte opp en rakett'), { exact: 'sendte opp en rakett' }],
      });
      expect(orphaned.anchor).toEqual({ outcome: 'orphaned' });
    });

    it('cannot be submitted, and can be retired', async () => {
      for (const annotation of [changed, orphaned]) {
        expect(await team.act(annotation, 'submit', team.editor)).toMatchObject({
          status: 409,
          body: {
            code: 'wrong-status',
            detail: 'This cannot be done while the annotation is “not placed in the new text”.',
          },
        });
        expect((await team.act(annotation, 'retire', team.editor)).status).toBe(200);
      }
    });

    it('cannot be edited without saying where they are now; and no change is none', async () => {
      for (const annotation of [changed, orphaned]) {
        expect(await team.edit(annotation, { rationale: 'ny' })).toMatchObject({
          status: 422,
          body: {
            errors: [
              { pointer: '/selector', detail: 'The text was changed here. Say which passage this is about now.' },
            ],
          },
        });
        expect(await team.edit(annotation, { verdict: annotation.verdict })).toMatchObject({
          status: 200,
          body: { etag: annotation.etag },
        });
      }
    });

    it('are accepted by sending back the suggestion, which makes who accepts an author', async () => {
      const accepted = await team.edit(changed, { selector: changed.selector }, team.reviewer);
      expect(accepted).toMatchObject({
        status: 200,
        body: {
          revision: 2,
          anchor: { outcome: 'unchanged' },
          selector: changed.selector,
          authors: [{ name: 'Eva' }, { name: 'Rita' }],
        },
      });
      const submitted = (await team.act(accepted.body, 'submit', team.editor)).body;
      expect((await team.act(submitted, 'approve', team.reviewer)).body).toMatchObject({ code: 'own-work' });
      expect((await team.act(submitted, 'approve', team.reviewer2)).body.status).toBe('approved');
    });

    it('are marked anew by hand', async () => {
      expect(await team.edit(orphaned, { selector: article.select('sier') })).toMatchObject({
        status: 200,
        body: { revision: 2, articleRevision: 2, anchor: { outcome: 'unchanged' } },
      });
      expect(await team.edit(changed, { selector: orphaned.selector })).toMatchObject({
        status: 422,
        body: { code: 'selector-mismatch' },
      });
    });
  });
});
