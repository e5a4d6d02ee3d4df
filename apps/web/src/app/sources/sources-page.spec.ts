import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { SourceView } from '@belegg/contract';
import { Subject } from 'rxjs';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { Session } from '../shell/session';
import { SourcesPage } from './sources-page';
import { sourceView } from './test/source-view';

const [agencyId, paperId] = ['1', '2'].map((n) => `0198c000-0000-7000-8000-00000000000${n}`) as [string, string];
const agency = sourceView('KCNA', { id: agencyId, kind: 'newsAgency', aliases: ['조선중앙통신'], uses: 6 });
const paper = sourceView('Taipei Times', { id: paperId, originId: agencyId, uses: 3 });

describe('SourcesPage', () => {
  let http: HttpTestingController;
  let harness: RouterTestingHarness;
  const page = (): HTMLElement => harness.routeNativeElement as HTMLElement;
  const rows = (): string[] =>
    [...page().querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  const settle = async (ms = 0): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    harness.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
  };
  const answer = async (url: string, items: readonly SourceView[]): Promise<void> => {
    http.expectOne(url).flush({ items });
    await settle();
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: 'sources', component: SourcesPage }], withComponentInputBinding()),
        { provide: Live, useValue: { events: new Subject() } },
        { provide: Session, useValue: { can: () => true, current: () => undefined } },
      ],
    });
    TestBed.inject(I18n).choose('nb');
    http = TestBed.inject(HttpTestingController);
    harness = await RouterTestingHarness.create();
    await harness.navigateByUrl('/sources', SourcesPage);
  });

  it('lists whom one can cite, whom they repeat and how often they are used', async () => {
    await answer('/api/sources', [agency, paper]);
    expect(rows()).toHaveLength(2);
    for (const said of ['KCNA', '조선중앙통신', 'Nyhetsbyrå', 'Brukt 6']) expect(rows()[0]).toContain(said);
    for (const said of ['Taipei Times', 'Avis', 'Gjengir KCNA', 'Brukt 3']) expect(rows()[1]).toContain(said);
    expect(page().querySelector('td a')?.getAttribute('href')).toBe(`/sources/${agencyId}`);
  });

  it('searches as one types, and keeps the last list until the next is there', async () => {
    await answer('/api/sources', [agency, paper]);
    const field = page().querySelector('input')!;
    for (const typed of ['t', 'ta', 'tai']) {
      field.value = typed;
      field.dispatchEvent(new Event('input'));
    }
    await settle(200);
    expect(rows()).toHaveLength(2);
    await answer('/api/sources?q=tai', [paper]);
    expect(rows()).toHaveLength(1);
    expect(TestBed.inject(Router).url).toBe('/sources?q=tai');
  });

  it('says when nothing is found', async () => {
    await harness.navigateByUrl('/sources?q=zzz');
    http.match('/api/sources').forEach((call) => {
      if (!call.cancelled) call.flush({ items: [] });
    });
    await answer('/api/sources?q=zzz', []);
    expect(page().textContent).toContain('Ingen kilder heter noe med «zzz».');
  });
});
