import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { Router } from '@angular/router';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { Session } from '../shell/session';
import { SignInPage } from './sign-in-page';

describe('SignInPage', () => {
  const signIn = jest.fn();
  const current = jest.fn();
  const navigateByUrl = jest.fn().mockResolvedValue(true);
  const navigate = jest.fn().mockResolvedValue(true);
  let fixture: ComponentFixture<SignInPage>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;

  beforeEach(async () => {
    jest.clearAllMocks();
    TestBed.configureTestingModule({
      providers: [
        { provide: Session, useValue: { signIn, current } },
        { provide: Router, useValue: { navigateByUrl, navigate } },
      ],
    });
    TestBed.inject(I18n).choose('nb');
    fixture = TestBed.createComponent(SignInPage);
    fixture.componentRef.setInput('back', '/articles/7');
    document.body.append(page());
    await fixture.whenStable();
  });
  afterEach(() => page().remove());

  const fill = async (email: string, password: string): Promise<void> => {
    for (const [type, value] of [
      ['email', email],
      ['password', password],
    ] as const) {
      const input = page().querySelector<HTMLInputElement>(`input[type=${type}]`)!;
      input.value = value;
      input.dispatchEvent(new Event('input'));
    }
    page()
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };

  it('signs in and goes back to where one was going', async () => {
    signIn.mockResolvedValue({});
    current.mockReturnValue({ mustChangePassword: false });
    await fill('kari@demo.test', 'belegg-demo');
    expect(signIn).toHaveBeenCalledWith({ email: 'kari@demo.test', password: 'belegg-demo' });
    expect(navigateByUrl).toHaveBeenCalledWith('/articles/7');
  });

  it('leads on to a new password after a one-time password', async () => {
    signIn.mockResolvedValue({});
    current.mockReturnValue({ mustChangePassword: true });
    await fill('kari@demo.test', 'once');
    expect(navigate).toHaveBeenCalledWith(['/password'], { queryParams: { back: '/articles/7' } });
    expect(navigateByUrl).not.toHaveBeenCalled();
  });

  it('says what the server says of a wrong password, and stands in its field', async () => {
    signIn.mockRejectedValue(
      new ProblemError({
        type: '',
        code: 'wrong-password',
        title: 'Feil passord',
        status: 401,
        detail: 'E-post eller passord er feil.',
      }),
    );
    await fill('kari@demo.test', 'wrong');
    expect(page().querySelector('[role=alert]')?.textContent).toContain('E-post eller passord er feil.');
    expect((document.activeElement as HTMLInputElement).type).toBe('password');
    expect(navigateByUrl).not.toHaveBeenCalled();
  });

  it('asks for what is missing without calling the server, in words tied to the field', async () => {
    await fill('', '');
    expect(signIn).not.toHaveBeenCalled();
    const email = page().querySelector('input[type=email]')!;
    expect(email.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(email.getAttribute('aria-describedby')!)?.textContent).toBe('Må fylles ut');
  });
});
