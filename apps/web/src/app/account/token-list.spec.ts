import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { Token } from '@belegg/contract';
import { FieldHarness } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { Toasts } from '../shell/toasts';
import { TokenList } from './token-list';

const at = '2024-12-01T10:00:00Z';
const token: Token = {
  id: '01938000-0000-7000-8000-000000000001',
  name: 'Statistikk',
  scopes: ['read'],
  createdAt: at,
  lastSeenAt: at,
  expiresAt: at,
};
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('TokenList', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<TokenList>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const list = async (items: readonly Token[]): Promise<void> => {
    TestBed.tick();
    http.expectOne({ method: 'GET', url: '/api/tokens' }).flush({ items });
    await pause();
    await fixture.whenStable();
  };
  const create = async (): Promise<void> => {
    page()
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await pause();
  };

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), { provide: Toasts, useValue: { say: jest.fn() } }],
    });
    TestBed.inject(I18n).choose('nb');
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(TokenList);
  });
  afterEach(() => http.verify());

  it('makes a token and shows its secret once', async () => {
    await list([]);
    expect(page().textContent).toContain('Du har ingen tokens.');
    await (
      await TestbedHarnessEnvironment.loader(fixture).getHarness(FieldHarness.labelled('Hva det skal brukes til'))
    ).type('Statistikk');
    page().querySelectorAll<HTMLInputElement>('input[type=checkbox]')[1]?.click();
    await create();
    const call = http.expectOne({ method: 'POST', url: '/api/tokens' });
    expect(call.request.body).toEqual({ name: 'Statistikk', days: 90, scopes: ['read', 'write'] });
    call.flush({ ...token, secret: 'blg_hemmelig' });
    await pause();
    await list([token]);
    expect(page().querySelector('code')?.textContent).toBe('blg_hemmelig');
  });

  it('asks what a token is for before it makes one', async () => {
    await list([]);
    await create();
    await fixture.whenStable();
    expect(page().textContent).toContain('Må fylles ut');
  });

  it('revokes one, named so that a screen reader tells which', async () => {
    await list([token]);
    page().querySelector<HTMLButtonElement>('[aria-label="Trekk tilbake «Statistikk»"]')?.click();
    await pause();
    http
      .expectOne({ method: 'DELETE', url: `/api/tokens/${token.id}` })
      .flush(null, { status: 204, statusText: 'No Content' });
    await pause();
    await list([]);
    expect(page().querySelectorAll('li')).toHaveLength(1);
  });
});
