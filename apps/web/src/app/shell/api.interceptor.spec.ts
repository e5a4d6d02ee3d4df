import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { apiInterceptor } from './api.interceptor';
import { Connection } from './connection';
import { I18n } from './i18n';
import { ProblemError } from './problem-error';
import { SignInAgain } from './sign-in-again';

const ended = {
  type: '/problems/unauthenticated',
  code: 'unauthenticated',
  title: 'Ikke logget inn',
  status: 401,
  detail: 'Logg inn først.',
};

describe('apiInterceptor', () => {
  let http: HttpTestingController;
  let client: HttpClient;
  const renew = jest.fn<Promise<boolean>, []>();
  const lose = jest.fn();

  beforeEach(() => {
    renew.mockReset();
    lose.mockReset();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: SignInAgain, useValue: { ask: renew } },
        { provide: Connection, useValue: { lose, restore: () => undefined } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    client = TestBed.inject(HttpClient);
  });
  afterEach(() => http.verify());

  const get = (url: string): Promise<unknown> => firstValueFrom(client.get(url));
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  it('asks for answers in the language of the page', () => {
    TestBed.inject(I18n).choose('nb');
    void get('/api/sources');
    expect(http.expectOne('/api/sources').request.headers.get('Accept-Language')).toBe('nb');
  });

  it('makes a ProblemError of a refusal', async () => {
    const answer = get('/api/sources');
    const problem = {
      type: '/problems/in-use',
      code: 'in-use',
      title: 'I bruk',
      status: 409,
      detail: 'Kilden er i bruk.',
      errors: [{ pointer: '/name', detail: 'Navnet finnes.' }],
    };
    http.expectOne('/api/sources').flush(problem, { status: 409, statusText: 'Conflict' });
    const error = (await answer.catch((caught: unknown) => caught)) as ProblemError;
    expect(error).toBeInstanceOf(ProblemError);
    expect([error.message, error.is('in-use'), error.detailAt('/name'), error.detailAt('/url')]).toEqual([
      'Kilden er i bruk.',
      true,
      'Navnet finnes.',
      undefined,
    ]);
    expect(lose).not.toHaveBeenCalled();
  });

  it('says in its own words that nobody answers, and notes that the connection is lost', async () => {
    TestBed.inject(I18n).choose('nb');
    const answer = get('/api/sources');
    http.expectOne('/api/sources').error(new ProgressEvent('error'));
    await expect(answer).rejects.toThrow('Serveren svarer ikke.');
    expect(lose).toHaveBeenCalledTimes(1);
  });

  it('understands a gateway that answers with a page of its own', async () => {
    const answer = get('/api/sources');
    http.expectOne('/api/sources').flush('<html>Bad gateway</html>', { status: 502, statusText: 'Bad Gateway' });
    await expect(answer).rejects.toMatchObject({ problem: { code: 'unavailable', status: 502 } });
  });

  it('renews an ended session over the page and makes the call again', async () => {
    renew.mockResolvedValue(true);
    const answer = get('/api/sources');
    http.expectOne('/api/sources').flush(ended, { status: 401, statusText: 'Unauthorized' });
    await settled();
    http.expectOne('/api/sources').flush({ items: [] });
    await expect(answer).resolves.toEqual({ items: [] });
    expect(renew).toHaveBeenCalledTimes(1);
  });

  it('fails with what the server said when nobody signs in again', async () => {
    renew.mockResolvedValue(false);
    const answer = get('/api/sources');
    http.expectOne('/api/sources').flush(ended, { status: 401, statusText: 'Unauthorized' });
    await expect(answer).rejects.toThrow('Logg inn først.');
  });

  it('asks for no password when the page only asks who is signed in, nor when a password was wrong', async () => {
    const who = get('/api/session');
    http.expectOne('/api/session').flush(ended, { status: 401, statusText: 'Unauthorized' });
    await expect(who).rejects.toThrow('Logg inn først.');
    const wrong = firstValueFrom(client.post('/api/session', {}));
    http
      .expectOne('/api/session')
      .flush({ ...ended, code: 'wrong-password' }, { status: 401, statusText: 'Unauthorized' });
    await expect(wrong).rejects.toBeInstanceOf(ProblemError);
    expect(renew).not.toHaveBeenCalled();
  });

  it('leads to the new password when a one-time password was used', async () => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const answer = get('/api/sources');
    http
      .expectOne('/api/sources')
      .flush({ ...ended, code: 'password-change-needed', status: 403 }, { status: 403, statusText: 'Forbidden' });
    await expect(answer).rejects.toBeInstanceOf(ProblemError);
    expect(navigate).toHaveBeenCalledWith(['/password'], { queryParams: { back: '/' } });
  });
});
