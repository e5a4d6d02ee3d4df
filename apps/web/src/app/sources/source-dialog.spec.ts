import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { routes, type SourceView } from '@belegg/contract';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { SourceDialog, type SourceDialogData } from './source-dialog';
import { sourceView } from './test/source-view';

const id = '0198c000-0000-7000-8000-000000000001';
const kcna = sourceView('KCNA', { id, kind: 'newsAgency', aliases: ['조선중앙통신'], url: 'https://kcna.kp/' });
const problem = (code: 'stale' | 'circle' | 'invalid', status: number, more: object = {}): ProblemError =>
  new ProblemError({ type: '', code, title: code, status, detail: `fordi ${code}`, ...more });

describe('SourceDialog', () => {
  const call = jest.fn();
  const close = jest.fn();
  let fixture: ComponentFixture<SourceDialog>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const input = (label: string): HTMLInputElement => {
    const found = [...page().querySelectorAll('label')].find((one) => one.textContent?.trim() === label);
    return found!.querySelector('input') ?? page().querySelector<HTMLInputElement>(`#${found?.htmlFor}`)!;
  };
  const open = async (data: SourceDialogData): Promise<void> => {
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: { call } },
        { provide: DIALOG_DATA, useValue: data },
        { provide: DialogRef, useValue: { close } },
      ],
    });
    TestBed.inject(I18n).choose('nb');
    fixture = TestBed.createComponent(SourceDialog);
    await fixture.whenStable();
  };
  const type = async (label: string, value: string): Promise<void> => {
    const field = input(label);
    field.value = value;
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const press = async (label: string, key: string): Promise<boolean> => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true });
    input(label).dispatchEvent(event);
    await fixture.whenStable();
    return event.defaultPrevented;
  };
  const save = async (): Promise<void> => {
    page()
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  const chips = (): string[] =>
    [...page().querySelectorAll('.chip')].map((chip) => chip.textContent?.replace('✕', '').trim() ?? '');

  beforeEach(() => jest.resetAllMocks());

  it('adds a source with what was typed, aliases by Enter and comma', async () => {
    call.mockImplementation((_: unknown, { body }: { body: object }) => Promise.resolve({ ...kcna, ...body }));
    await open({ name: 'Yonhap' });
    await type('Alias', '연합뉴스');
    expect(await press('Alias', 'Enter')).toBe(true);
    await type('Alias', 'YNA, Yonhap News,');
    expect(chips()).toEqual(['연합뉴스', 'YNA', 'Yonhap News']);
    await press('Alias', 'Backspace');
    expect(chips()).toEqual(['연합뉴스', 'YNA']);
    expect(await press('Alias', 'Enter')).toBe(false);
    await save();
    expect(call).toHaveBeenCalledWith(routes.createSource, {
      body: {
        kind: 'newspaper',
        name: 'Yonhap',
        aliases: ['연합뉴스', 'YNA'],
        domains: [],
        distinct: false,
        note: '',
        protected: false,
        description: '',
      },
    });
    expect(close).toHaveBeenCalledWith(expect.objectContaining({ name: 'Yonhap' }));
  });

  it('wants a name, a web address, and a description of whom it protects', async () => {
    await open({ name: '' });
    await type('Lenke', 'kcna.kp');
    input('Vernet kilde').click();
    await fixture.whenStable();
    await save();
    expect(call).not.toHaveBeenCalled();
    expect([...page().querySelectorAll('.error')].map((error) => error.textContent)).toEqual([
      'Må fylles ut.',
      'Skriv en nettadresse som begynner med https://',
      'Skriv hva utenforstående får vite om kilden.',
    ]);
  });

  it('sends only what was changed, with the ETag last seen', async () => {
    call.mockResolvedValue(kcna);
    await open({ source: kcna });
    await type('Lenke', '');
    await save();
    expect(call).toHaveBeenCalledWith(routes.changeSource, { params: { id }, body: { url: null }, ifMatch: '"s1"' });
  });

  it('lays what was typed upon what somebody else wrote, and lets one choose where both wrote', async () => {
    await open({ source: kcna });
    const theirs: SourceView = { ...kcna, name: 'Deres', aliases: ['K'], etag: '"s2"' };
    call.mockRejectedValueOnce(problem('stale', 412, { current: JSON.parse(JSON.stringify(theirs)) as object }));
    await type('Navn', 'Mitt');
    await type('Notat', 'Statlig');
    await save();
    expect([input('Navn').value, input('Notat').value, chips()]).toEqual(['Mitt', 'Statlig', ['K']]);
    const notes = (): HTMLElement[] => [...page().querySelectorAll<HTMLElement>('app-conflict-note p')];
    expect(notes().map((note) => note.textContent.trim())).toEqual([
      'Begge endret dette. Nå står det der: Deres Bruk det',
    ]);
    notes()[0]?.querySelector('button')?.click();
    await fixture.whenStable();
    expect([input('Navn').value, notes()]).toEqual(['Deres', []]);
    call.mockResolvedValue(theirs);
    await save();
    expect(call).toHaveBeenLastCalledWith(routes.changeSource, {
      params: { id },
      body: { note: 'Statlig' },
      ifMatch: '"s2"',
    });
  });

  it('says at the origin that a circle was closed, and at a field what the server found wrong with it', async () => {
    await open({ source: kcna });
    call.mockRejectedValueOnce(problem('circle', 422));
    await type('Navn', 'Ny');
    await save();
    expect(page().querySelector('.origin [role=alert]')?.textContent).toBe('fordi circle');
    call.mockRejectedValueOnce(problem('invalid', 422, { errors: [{ pointer: '/name', detail: 'For langt.' }] }));
    await save();
    expect(page().querySelector('.error')?.textContent).toBe('For langt.');
  });
});
