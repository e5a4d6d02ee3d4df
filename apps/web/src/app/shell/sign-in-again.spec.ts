import { TestBed } from '@angular/core/testing';
import { Dialogs } from './dialogs';
import { Session } from './session';
import { SignInAgain } from './sign-in-again';

const held = (id: string) => ({ account: { id, email: `${id}@demo.test` }, newsroom: { id: 'n' } });

describe('SignInAgain', () => {
  const open = jest.fn<Promise<boolean | undefined>, [unknown, unknown]>();
  const current = jest.fn();
  beforeEach(() => {
    open.mockReset();
    current.mockReset();
    TestBed.configureTestingModule({
      providers: [
        { provide: Dialogs, useValue: { open } },
        { provide: Session, useValue: { current } },
      ],
    });
  });

  it('asks once for all calls that wait, with the e-mail that is known', async () => {
    current.mockReturnValue(held('kari'));
    open.mockResolvedValue(true);
    const again = TestBed.inject(SignInAgain);
    expect(await Promise.all([again.ask(), again.ask()])).toEqual([true, true]);
    expect(open).toHaveBeenCalledTimes(1);
    expect(open.mock.calls[0]?.[1]).toEqual({ id: 'kari', email: 'kari@demo.test' });
  });

  it('gives up when the dialog is put away, and asks anew the next time', async () => {
    current.mockReturnValue(held('kari'));
    open.mockResolvedValue(undefined);
    const again = TestBed.inject(SignInAgain);
    expect([await again.ask(), await again.ask()]).toEqual([false, false]);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('makes no call again in the name of somebody else who has sat down', async () => {
    current.mockReturnValueOnce(held('kari')).mockReturnValue(held('ola'));
    open.mockResolvedValue(true);
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await TestBed.inject(SignInAgain).ask()).toBe(false);
    said.mockRestore();
  });
});
