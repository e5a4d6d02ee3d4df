import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { JobView } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { JobsPage } from './jobs-page';

const settle = () => new Promise((resolve) => setTimeout(resolve));
const at = '2024-12-01T10:00:00Z';
const job = (number: number, more: Partial<JobView>): JobView => ({
  id: `01938000-0000-7000-8000-00000000000${number}`,
  kind: 'check',
  state: 'waiting',
  createdAt: at,
  dueAt: at,
  retries: 0,
  ...more,
});

describe('JobsPage', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<JobsPage>;
  const page = () => fixture.nativeElement as HTMLElement;
  const list = async (items: readonly JobView[]) => {
    await settle();
    TestBed.tick();
    http.expectOne({ method: 'GET', url: '/api/jobs' }).flush({ items });
    await settle();
    await fixture.whenStable();
  };
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    TestBed.inject(I18n).choose('nb');
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(JobsPage);
    fixture.detectChanges();
  });
  afterEach(() => {
    fixture.destroy();
    http.verify();
  });

  it('shows how far each is, why it failed and what came of it', async () => {
    await list([
      job(1, { state: 'running', progress: { done: 3, total: 9 }, askedBy: { id: job(9, {}).id, name: 'Ada' } }),
      job(2, { state: 'failed', error: 'Disken er borte', retries: 2 }),
      job(3, { state: 'done', result: { articles: 2, faults: [], more: 0 } }),
      job(4, { state: 'done', result: { articles: 2, faults: ['article x: skjev'], more: 3 } }),
    ]);
    const text = page().textContent ?? '';
    for (const said of [
      'bestilt av Ada',
      'Disken er borte',
      'prøvd på nytt 2 ganger',
      'Ingen feil i 2 artikler.',
      '4 feil:',
      'article x: skjev',
    ])
      expect(text).toContain(said);
    expect(page().querySelector('progress')?.getAttribute('aria-label')).toBe('3 av 9');
  });

  it('asks for a check, cancels what runs and does again what failed', async () => {
    await list([job(1, { state: 'running' }), job(2, { state: 'failed' })]);
    const press = async (selector: string, url: string) => {
      page().querySelector<HTMLButtonElement>(selector)?.click();
      await settle();
      http.expectOne({ method: 'POST', url }).flush(job(5, {}));
      await list([job(1, { state: 'running' }), job(2, { state: 'failed' })]);
    };
    await press('header button', '/api/jobs');
    await press('[aria-label^="Avbryt"]', `/api/jobs/${job(1, {}).id}/cancel`);
    await press('[aria-label^="Prøv igjen"]', `/api/jobs/${job(2, {}).id}/retry`);
  });
});
