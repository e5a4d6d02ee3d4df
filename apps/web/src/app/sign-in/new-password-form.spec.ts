import { TestBed } from '@angular/core/testing';
import { password as passwordSchema } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { Session } from '../shell/session';
import { NewPasswordForm } from './new-password-form';

describe('NewPasswordForm', () => {
  const changePassword = jest.fn();
  const done = jest.fn();

  async function tryTo(current: string, next: string): Promise<HTMLElement> {
    TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: { changePassword } }] });
    TestBed.inject(I18n).choose('nb');
    const fixture = TestBed.createComponent(NewPasswordForm);
    fixture.componentRef.setInput('currentLabel', 'Passordet du har nå');
    fixture.componentInstance.done.subscribe(done);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    [current, next].forEach((value, index) => {
      const input = page.querySelectorAll('input')[index]!;
      input.value = value;
      input.dispatchEvent(new Event('input'));
    });
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    return page;
  }
  beforeEach(() => jest.resetAllMocks());

  it('changes it, and keeps nothing in the fields', async () => {
    changePassword.mockResolvedValue({});
    const page = await tryTo('engangs', 'lang nok setning');
    expect(changePassword).toHaveBeenCalledWith({ current: 'engangs', next: 'lang nok setning' });
    expect(done).toHaveBeenCalledTimes(1);
    expect([...page.querySelectorAll('input')].map(({ value }) => value)).toEqual(['', '']);
  });

  it('asks for as many characters as the contract does', async () => {
    expect(passwordSchema.safeParse('123456789').success).toBe(false);
    expect(passwordSchema.safeParse('1234567890').success).toBe(true);
    const page = await tryTo('engangs', '123456789');
    expect(changePassword).not.toHaveBeenCalled();
    expect(page.textContent).toContain('Minst 10 tegn');
    expect(page.querySelectorAll('input')[1]?.getAttribute('aria-invalid')).toBe('true');
  });

  it('shows at the field what the server has against the new one', async () => {
    changePassword.mockRejectedValue(
      new ProblemError({
        type: '',
        code: 'invalid',
        title: 'Ugyldig',
        status: 422,
        detail: 'Passordet er for vanlig.',
        errors: [{ pointer: '/next', detail: 'Passordet står på listen over vanlige.' }],
      }),
    );
    const page = await tryTo('engangs', 'passord1234');
    expect(page.querySelectorAll('ui-field')[1]?.textContent).toContain('Passordet står på listen over vanlige.');
    expect(done).not.toHaveBeenCalled();
  });
});
