import type { AnnotationView, ArticleSummary, ReportSummary } from '@belegg/contract';
import { statuses, verdicts } from '@belegg/domain';
import { Newsrooms } from '../members';
import { TestApp } from '../test/test-app';
import { filling, loadDemo, opensToEverybody } from './demo';
import { demoPassword } from './story-player';
import { Person } from './person';

/** Milliseconds for some hundred calls. */
const patience = 90_000;

describe('the demo', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.start();
  });
  afterEach(() => app.stop());

  it(
    'shows every verdict and every status, and a signed-off article, to its own newsroom alone',
    async () => {
      expect(await loadDemo(app.nest)).toBe(true);
      const editor = await Person.signIn(app.nest, 'editor@demo.test', demoPassword);
      const { items } = await editor.call('listArticles');
      const annotations: AnnotationView[] = [];
      for (const { id } of items) annotations.push(...(await editor.call('listAnnotations', { params: { id } })).items);
      expect(new Set(annotations.map(({ verdict }) => verdict))).toEqual(new Set(verdicts));
      const live = statuses.filter((status) => status !== 'retired');
      expect(new Set(annotations.map(({ status }) => status).filter((status) => status !== 'retired'))).toEqual(
        new Set(live),
      );
      const retired = await app.database.lookUp((tx) => tx.reviewStep.count({ where: { kind: 'retired' } }));
      expect(retired).toBe(1);
      const main = items.find(({ title }) => title === 'Moskva og Pyongyang rykker tettere sammen') as ArticleSummary;
      expect(main.coverage.byState).toMatchObject({ notCheckable: 3, notCheckableProposed: 2 });
      const signed = items.find(({ title }) => title === 'Forsvarsavtalen er i kraft') as ArticleSummary;
      const reports: readonly ReportSummary[] = (await editor.call('listReports', { params: { id: signed.id } })).items;
      expect(reports).toMatchObject([{ number: 1, current: true }]);
      const stranger = await Person.signIn(app.nest, 'editor@other.test', demoPassword);
      expect((await stranger.call('listArticles')).items.map(({ title }) => title)).toEqual([
        'Ferja går oftare frå nyttår',
      ]);
      expect(await opensToEverybody(app.nest)).toBe(true);
    },
    patience,
  );

  it('comes into an empty database only', async () => {
    await app.nest
      .get(Newsrooms, { strict: false })
      .found('Avisa', [{ name: 'Anne', email: 'anne@avisa.no', roles: ['admin'] }]);
    expect(await loadDemo(app.nest)).toBe(false);
    expect(await app.database.lookUp((tx) => tx.newsroom.count())).toBe(1);
    expect(await opensToEverybody(app.nest)).toBe(false);
  });

  it(
    'is loaded once, and from the start where it was cut short',
    async () => {
      await app.nest
        .get(Newsrooms, { strict: false })
        .found('Fjordposten', [
          { name: 'Ingrid', email: 'editor@demo.test', roles: ['editor'], password: demoPassword },
        ]);
      expect(await filling(app.database)).toBe('unfinished');
      expect(await loadDemo(app.nest)).toBe(true);
      expect(await app.database.lookUp((tx) => tx.newsroom.count())).toBe(2);
      expect(await filling(app.database)).toBe('filled');
      expect(await loadDemo(app.nest)).toBe(false);
    },
    patience,
  );
});
