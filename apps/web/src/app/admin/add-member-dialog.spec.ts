import { DialogRef } from '@angular/cdk/dialog';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { routes } from '@belegg/contract';
import { FieldHarness } from '@belegg/ui';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { AddMemberDialog } from './add-member-dialog';

const added = {
  id: '1',
  name: 'Per',
  email: 'per@demo.test',
  roles: ['editor'],
  disabled: false,
  createdAt: '',
  oneTimePassword: 'kaffe-fjell-brev',
};

describe('AddMemberDialog', () => {
  const call = jest.fn();
  const ref = { close: jest.fn(), disableClose: false };
  let fixture: ComponentFixture<AddMemberDialog>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const field = (label: string): Promise<FieldHarness> =>
    TestbedHarnessEnvironment.loader(fixture).getHarness(FieldHarness.labelled(label));
  const submit = async (): Promise<void> => {
    page()
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };

  beforeEach(async () => {
    jest.resetAllMocks();
    ref.disableClose = false;
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: { call } },
        { provide: DialogRef, useValue: ref },
      ],
    });
    TestBed.inject(I18n).choose('nb');
    fixture = TestBed.createComponent(AddMemberDialog);
    await fixture.whenStable();
  });

  it('adds somebody with the roles that were ticked, and shows the password, which no stray key closes', async () => {
    call.mockResolvedValue(added);
    await (await field('Navn')).type('Per');
    await (await field('E-post')).type('per@demo.test');
    page().querySelectorAll<HTMLInputElement>('input[type=checkbox]')[1]?.click();
    await submit();
    expect(call).toHaveBeenCalledWith(routes.addMember, {
      body: { name: 'Per', email: 'per@demo.test', roles: ['editor', 'reviewer'] },
    });
    expect(page().querySelector('code')?.textContent).toBe('kaffe-fjell-brev');
    expect([page().querySelector('form'), ref.disableClose]).toEqual([null, true]);
    page().querySelector<HTMLButtonElement>('.btn.primary')?.click();
    expect(ref.close).toHaveBeenCalledWith(added);
  });

  it('wants a name, an address that looks like one, and a role', async () => {
    await (await field('E-post')).type('per');
    page().querySelectorAll<HTMLInputElement>('input[type=checkbox]')[0]?.click();
    await submit();
    expect(call).not.toHaveBeenCalled();
    expect([await (await field('Navn')).error(), await (await field('E-post')).error()]).toEqual([
      'Må fylles ut',
      'Ser ikke ut som en e-postadresse',
    ]);
    expect(page().textContent).toContain('Velg minst én rolle.');
  });

  it('shows a refusal at its field and keeps what was typed', async () => {
    call.mockRejectedValue(
      new ProblemError({
        type: '',
        code: 'duplicate',
        title: 'Finnes',
        status: 409,
        detail: 'Adressen er i bruk.',
        errors: [{ pointer: '/email', detail: 'Adressen er i bruk her.' }],
      }),
    );
    await (await field('Navn')).type('Per');
    await (await field('E-post')).type('per@demo.test');
    await submit();
    expect([await (await field('E-post')).error(), await (await field('E-post')).value()]).toEqual([
      'Adressen er i bruk her.',
      'per@demo.test',
    ]);
  });
});
