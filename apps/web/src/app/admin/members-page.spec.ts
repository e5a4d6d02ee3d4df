import { signal } from '@angular/core';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { Member } from '@belegg/contract';
import { Dialogs } from '../shell/dialogs';
import { I18n } from '../shell/i18n';
import { Session } from '../shell/session';
import { Toasts } from '../shell/toasts';
import { MembersPage } from './members-page';

const id = (n: number): string => `01938000-0000-7000-8000-00000000000${n}`;
const kari: Member = {
  id: id(1),
  name: 'Kari',
  email: 'kari@demo.test',
  roles: ['editor', 'reviewer'],
  disabled: false,
  createdAt: '2024-12-01T10:00:00Z',
};
const ola: Member = { ...kari, id: id(2), name: 'Ola', email: 'ola@demo.test', roles: ['editor'], disabled: true };
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('MembersPage', () => {
  const open = jest.fn();
  const say = jest.fn();
  let http: HttpTestingController;
  let fixture: ComponentFixture<MembersPage>;
  const rows = (): HTMLElement[] => [...(fixture.nativeElement as HTMLElement).querySelectorAll('li')];
  const press = async (row: number, label: string): Promise<void> => {
    [...rows()[row]!.querySelectorAll('button')].find((button) => button.textContent.trim() === label)?.click();
    await pause();
  };
  const list = async (items: readonly Member[]): Promise<void> => {
    TestBed.tick();
    http.expectOne('/api/members').flush({ items });
    await pause();
    await fixture.whenStable();
  };

  beforeEach(async () => {
    jest.resetAllMocks();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: Dialogs, useValue: { open } },
        { provide: Toasts, useValue: { say } },
        {
          provide: Session,
          useValue: { current: signal({ account: { email: kari.email }, newsroom: { name: 'Avisen' } }) },
        },
      ],
    });
    TestBed.inject(I18n).choose('nb');
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(MembersPage);
    await list([kari, ola]);
  });
  afterEach(() => http.verify());

  it('shows who may do what, who is locked out, and which of them is oneself', () => {
    const [first, second] = rows().map((row) => row.querySelector('.who')?.textContent ?? '');
    expect(first).toContain('redaktør og godkjenner');
    expect(first).toContain('(deg)');
    expect(second).toContain('deaktivert');
    expect(second).not.toContain('(deg)');
  });

  it('locks somebody out and reads the list again', async () => {
    await press(0, 'Deaktiver');
    const call = http.expectOne({ method: 'PATCH', url: `/api/members/${kari.id}` });
    expect(call.request.body).toEqual({ disabled: true });
    call.flush({ ...kari, disabled: true });
    await pause();
    await list([{ ...kari, disabled: true }, ola]);
    expect(rows()[0]?.textContent).toContain('Aktiver igjen');
    expect(say).toHaveBeenCalledTimes(1);
  });

  it('shows a new one-time password once, beside whom it is for', async () => {
    await press(1, 'Nytt engangspassord');
    http
      .expectOne({ method: 'POST', url: `/api/members/${ola.id}/password` })
      .flush({ ...ola, oneTimePassword: 'kaffe-fjell-brev' });
    await pause();
    await list([kari, ola]);
    expect(rows().map((row) => row.querySelector('code')?.textContent)).toEqual([undefined, 'kaffe-fjell-brev']);
  });

  it('says what the server refuses, and claims nothing', async () => {
    await press(0, 'Deaktiver');
    http.expectOne(`/api/members/${kari.id}`).flush({}, { status: 409, statusText: 'x' });
    await pause();
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).querySelector('[role=alert]')).not.toBeNull();
    expect(say).not.toHaveBeenCalled();
  });

  it('reads the list again after a dialog changed something, and not when it was dismissed', async () => {
    open.mockResolvedValueOnce(undefined);
    await press(1, 'Endre roller');
    TestBed.tick();
    http.expectNone('/api/members');
    open.mockResolvedValueOnce({ ...ola, roles: ['admin'] });
    await press(1, 'Endre roller');
    await list([kari, { ...ola, roles: ['admin'] }]);
    expect(rows()[1]?.textContent).toContain('administrator');
  });
});
