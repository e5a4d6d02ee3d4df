import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { BrowserSession } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { Toasts } from '../shell/toasts';
import { SessionList } from './session-list';

const at = '2024-12-01T10:00:00Z';
const session = (number: number, browser: string, isThisOne: boolean): BrowserSession => ({
  id: `01938000-0000-7000-8000-00000000000${number}`,
  browser,
  isThisOne,
  createdAt: at,
  lastSeenAt: at,
  expiresAt: at,
});
const here = session(1, 'Firefox, Linux', true);
const elsewhere = session(2, '', false);
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('SessionList', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<SessionList>;
  const say = jest.fn();
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const list = async (items: readonly BrowserSession[]): Promise<void> => {
    TestBed.tick();
    http.expectOne({ method: 'GET', url: '/api/sessions' }).flush({ items });
    await pause();
    await fixture.whenStable();
  };

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), { provide: Toasts, useValue: { say } }],
    });
    TestBed.inject(I18n).choose('nb');
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(SessionList);
  });
  afterEach(() => http.verify());

  it('ends another one, and not this one', async () => {
    await list([here, elsewhere]);
    expect(page().textContent).toContain('Firefox, Linux');
    expect(page().textContent).toContain('Denne nettleseren');
    const buttons = page().querySelectorAll('button');
    expect(buttons).toHaveLength(1);
    expect(buttons[0]?.getAttribute('aria-label')).toContain('Avslutt Ukjent nettleser');
    buttons[0]?.click();
    await pause();
    http
      .expectOne({ method: 'DELETE', url: `/api/sessions/${elsewhere.id}` })
      .flush(null, { status: 204, statusText: 'No Content' });
    await pause();
    await list([here]);
    expect(say).toHaveBeenCalledWith('Ukjent nettleser er logget ut.');
    expect(page().querySelectorAll('li')).toHaveLength(1);
  });

  it('shows why one could not be ended, and what there is now', async () => {
    await list([here, elsewhere]);
    page().querySelector('button')?.click();
    await pause();
    http
      .expectOne({ method: 'DELETE', url: `/api/sessions/${elsewhere.id}` })
      .flush(
        { code: 'not-found', status: 404, title: 'Finnes ikke', detail: 'Den er borte.' },
        { status: 404, statusText: 'Not Found' },
      );
    await pause();
    await list([here]);
    expect(page().querySelector('app-problem')?.textContent).not.toBe('');
  });
});
