import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { BoardItem, BoardView, EventView } from '@belegg/contract';
import { Subject } from 'rxjs';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { Board } from './board';

const id = (n: number): string => `01938000-0000-7000-8000-00000000000${n}`;
const since = '2024-12-01T10:00:00.000Z';
const item = (kind: BoardItem['kind'], more: Partial<BoardItem> = {}): BoardItem => ({
  kind,
  article: { id: id(1), title: 'Nord-Korea' },
  count: 1,
  since,
  ...more,
});
const column = (...items: BoardItem[]): BoardView['mine'] => ({
  count: items.reduce((sum, { count }) => sum + count, 0),
  items,
});

describe('Board', () => {
  const events = new Subject<Partial<EventView>>();
  let http: HttpTestingController;
  let fixture: ComponentFixture<Board>;
  const columns = () =>
    [...(fixture.nativeElement as HTMLElement).querySelectorAll('app-board-column')].map((one) =>
      one.textContent.replace(/\s+/g, ' ').trim(),
    );
  const links = () =>
    [...(fixture.nativeElement as HTMLElement).querySelectorAll('a')].map((a) => a.getAttribute('href'));
  const answer = async (board: Partial<BoardView>) => {
    TestBed.tick();
    const none = column();
    http.expectOne('/api/board').flush({ mine: none, waitsForMe: none, waitsForOthers: none, late: none, ...board });
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: Live, useValue: { events } },
      ],
    });
    TestBed.inject(I18n).choose('nb');
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(Board);
  });

  it('counts what is mine, what waits for me and what waits for others, and says when that is nothing', async () => {
    await answer({ waitsForMe: column(item('submitted', { count: 3, annotationId: id(2) }), item('mark')) });
    expect(columns()).toEqual([
      'Mine oppgaver 0Du har ingenting på deg.',
      'Venter på meg 43 påstander til godkjenningNord-Korea1 setning foreslått som ikke sjekkbarNord-Korea',
      'Venter på andre 0Ingenting av ditt venter på andre.',
    ]);
    expect(links()).toEqual([`/review?item=${id(2)}`, '/review']);
  });

  it('tells of tasks with their time, and of what is late first', async () => {
    const person = { id: id(7), name: 'Ola' };
    const assignment = { id: id(3), kind: 'legal', assignee: person, by: person, note: 'Injurier?' } as const;
    const task = item('assignment', { assignment, person, dueAt: '2024-12-01T13:00:00.000Z', annotationId: id(2) });
    await answer({ mine: column(task), late: column(task) });
    expect(columns().slice(0, 2)).toEqual([
      'Over fristen 1Juridisk vurdering: Ola skulle vært gjort 1. des. 2024, 14:00Nord-KoreaInjurier?',
      'Mine oppgaver 1Juridisk vurdering skulle vært gjort 1. des. 2024, 14:00Nord-KoreaInjurier?',
    ]);
    expect(links()[0]).toBe(`/articles/${id(1)}?annotation=${id(2)}`);
  });

  it('is read again when something happened', async () => {
    await answer({});
    events.next({ type: 'assignment.made' });
    await new Promise((resolve) => setTimeout(resolve, 600));
    await answer({ mine: column(item('draft', { count: 2 })) });
    expect(columns()[0]).toContain('2 utkast som ikke er sendt');
  });
});
