import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { I18n } from '../shell/i18n';
import { ForgottenPage } from './forgotten-page';
import { LinkedPasswordPage } from './linked-password-page';

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a forgotten password', () => {
  let http: HttpTestingController;
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    TestBed.inject(I18n).choose('nb');
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  const fill = async (page: HTMLElement, value: string) => {
    const field = page.querySelector('input');
    if (!field) throw new Error('there is no field');
    field.value = value;
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };

  it('has a link sent to an address, and says nothing of whether it is known', async () => {
    const fixture = TestBed.createComponent(ForgottenPage);
    const page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
    await fill(page, ' ');
    await fixture.whenStable();
    expect(page.textContent).toContain('Må fylles ut');
    await fill(page, 'kari@avisa.test');
    const call = http.expectOne({ method: 'POST', url: '/api/session/forgotten' });
    expect(call.request.body).toEqual({ email: 'kari@avisa.test' });
    call.flush(null, { status: 204, statusText: 'No Content' });
    await settle();
    await fixture.whenStable();
    expect(page.textContent).toContain('Hvis kari@avisa.test hører til en konto');
  });

  it('is replaced by the secret of the link, which does not stay in the address', async () => {
    const secret = 's'.repeat(43);
    history.replaceState(null, '', `/new-password#${secret}`);
    const fixture = TestBed.createComponent(LinkedPasswordPage);
    const page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
    await fill(page, 'kort');
    await fixture.whenStable();
    expect(page.textContent).toContain('Minst 10 tegn');
    await fill(page, 'fire sikre blåmeiser');
    const call = http.expectOne({ method: 'POST', url: '/api/session/forgotten/password' });
    expect(call.request.body).toEqual({ secret, next: 'fire sikre blåmeiser' });
    call.flush(null, { status: 204, statusText: 'No Content' });
    await settle();
    await fixture.whenStable();
    expect(page.textContent).toContain('Logg inn med det');
    expect(location.hash).toBe('');
  });
});
