import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ArticleSummary, EventView } from '@belegg/contract';
import { coverageOfStates } from '@belegg/ui';
import { Subject } from 'rxjs';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { Session } from '../shell/session';
import { StartPage } from './start-page';

const id = '01938000-0000-7000-8000-000000000001';
const article: ArticleSummary = {
  id,
  title: 'Nord-Korea lover støtte',
  author: 'Kari',
  date: '2024-12-01',
  language: 'nb',
  waiting: 0,
  revision: { id, number: 2, sha256: 'a'.repeat(64) },
  coverage: coverageOfStates(['approved', 'unchecked', 'submitted']),
  createdAt: '2024-12-01T10:00:00Z',
  updatedAt: '2024-12-01T10:00:00Z',
};

describe('StartPage', () => {
  const can = jest.fn<boolean, [string]>();
  const events = new Subject<Partial<EventView>>();
  let http: HttpTestingController;
  let fixture: ComponentFixture<StartPage>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;

  beforeEach(() => {
    can.mockReset().mockReturnValue(true);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: Session, useValue: { can } },
        { provide: Live, useValue: { events } },
      ],
    });
    TestBed.inject(I18n).choose('nb');
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(StartPage);
  });
  const answer = async (body: object): Promise<void> => {
    TestBed.tick();
    http.expectOne('/api/articles').flush(body);
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    const none = { count: 0, items: [] };
    for (const call of http.match('/api/board'))
      call.flush({ mine: none, waitsForMe: none, waitsForOthers: none, late: none });
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };

  it('asks by the words, state and order of its address, and says when nothing fits', async () => {
    fixture.componentRef.setInput('q', 'rakett');
    fixture.componentRef.setInput('state', 'signed');
    fixture.componentRef.setInput('sort', 'updated');
    TestBed.tick();
    http.expectOne('/api/articles?q=rakett&state=signed&sort=updated').flush({ items: [] });
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    expect(page().textContent).toContain('Ingen artikler passer til søket.');
    expect(page().querySelector<HTMLInputElement>('input')?.value).toBe('rakett');
  });

  it('shows each article with what it is and how far it has come', async () => {
    await answer({ items: [article] });
    const row = page().querySelector('app-article-row');
    expect(row?.querySelector('a')?.getAttribute('href')).toBe(`/articles/${id}`);
    expect([...(row?.querySelectorAll('.facts span') ?? [])].map((fact) => fact.textContent)).toEqual([
      'Kari',
      '1. desember 2024',
      'Bokmål',
      'revisjon 2',
    ]);
    const meter = row?.querySelector('[role=meter]');
    expect([meter?.getAttribute('aria-valuenow'), meter?.getAttribute('aria-valuemax')]).toEqual(['1', '3']);
    expect(row?.textContent).toContain('1 av 3 setninger godkjent · 1 til godkjenning · 1 gjenstår');
  });

  it('teaches who has no articles yet what to do, if they may', async () => {
    can.mockImplementation((permission) => permission === 'write');
    await answer({ items: [] });
    expect(page().querySelector('ui-empty')?.textContent).toContain('Lim inn en artikkel');
    expect(page().querySelector('ui-empty a')?.getAttribute('href')).toBe('/articles/new');
  });

  it('does not claim that there is nothing before the answer is there', () => {
    TestBed.tick();
    expect(page().querySelector('ui-empty')).toBeNull();
  });

  it('reads the list again when something happens to an article', async () => {
    await answer({ items: [] });
    events.next({ articleId: id });
    events.next({ articleId: id });
    await new Promise((resolve) => setTimeout(resolve, 600));
    await answer({ items: [article] });
    expect(page().querySelectorAll('app-article-row')).toHaveLength(1);
  });
});
