import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type ArticleView, type ReportSummary, routes, type SignOffPreview } from '@belegg/contract';
import { type SentenceState } from '@belegg/domain';
import { coverageOfStates } from '@belegg/ui';
import { Api } from '../shell/api';
import { Dialogs } from '../shell/dialogs';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { Session } from '../shell/session';
import { SignOffPart } from './sign-off';
import { SignOffDialog } from './sign-off-dialog';

const id = '0198c000-0000-7000-8000-000000000001';
const at = '2024-12-01T10:00:00.000Z';
const person = { id, name: 'Kari' };
const report: ReportSummary = {
  id,
  number: 1,
  articleId: id,
  articleRevision: 1,
  sha256: 'a'.repeat(64),
  createdAt: at,
  createdBy: person,
  current: true,
};

const preview: SignOffPreview = {
  etag: '"seen"',
  article: { id, title: 'En', author: 'Kari', language: 'nb' },
  revision: { number: 1, sha256: 'a'.repeat(64) },
  coverage: coverageOfStates(['approved', 'approvedInPart', 'notCheckable']),
  claims: [{ annotationId: id, number: 1, verdict: 'denied', status: 'approved', exact: 'Nr. 0.', sources: ['KCNA'] }],
  partly: [{ index: 1, text: 'Nr. 1 og mer.', state: 'approvedInPart', openWords: ['og mer'] }],
  clashes: [],
};

function articleOf(...states: readonly SentenceState[]): ArticleView {
  const text = states.map((_, index) => `🐢 Nr. ${index}.`).join(' ');
  const sentences = states.map((state, index) => ({
    id: `s${index}`,
    index,
    start: index * 9,
    end: index * 9 + 8,
    block: 0,
    checkable: true,
    state,
  }));
  return {
    id,
    title: 'En',
    author: '',
    language: 'nb',
    sentences,
    coverage: coverageOfStates(states),
    longestPassage: 3,
    createdAt: at,
    updatedAt: at,
    etag: '"1"',
    revision: {
      id,
      number: 1,
      text,
      sha256: 'a'.repeat(64),
      blocks: [],
      marks: [],
      language: 'nb',
      createdAt: at,
      createdBy: person,
    },
  };
}

describe('SignOffPart', () => {
  const call = jest.fn();
  const can = jest.fn<boolean, [string]>();
  const signed = jest.fn();
  const ask = jest.fn();
  let fixture: ComponentFixture<SignOffPart>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const button = (): HTMLButtonElement | null => page().querySelector('button.btn');
  const show = async (article: ArticleView, latest?: ReportSummary): Promise<void> => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: Api, useValue: { call } },
        { provide: Session, useValue: { can } },
        { provide: Dialogs, useValue: { open: ask } },
      ],
    });
    TestBed.inject(I18n).choose('nb');
    fixture = TestBed.createComponent(SignOffPart);
    fixture.componentRef.setInput('article', article);
    fixture.componentRef.setInput('latest', latest);
    fixture.componentInstance.signed.subscribe(signed);
    await fixture.whenStable();
  };
  const press = async (): Promise<void> => {
    button()?.click();
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };

  beforeEach(() => {
    jest.resetAllMocks();
    can.mockReturnValue(true);
    ask.mockResolvedValue({ overlaps: [] });
    call.mockResolvedValueOnce(preview);
  });

  it('asks once with what the report will say, and signs nothing that is not meant', async () => {
    ask.mockResolvedValue(undefined);
    await show(articleOf('approved', 'approved', 'notCheckable'));
    await press();
    expect(ask).toHaveBeenCalledWith(expect.any(Function), { preview, isChanged: false });
    expect(call.mock.calls).toEqual([[routes.previewSignOff, { params: { id } }]]);
  });

  it('asks anew with what stands there now where that changed meanwhile, and signs what was shown last', async () => {
    const now = { ...preview, etag: '"now"', article: { ...preview.article, title: 'To' } };
    const stale = { type: '', code: 'stale' as const, title: '', status: 412, detail: '', current: now };
    call.mockRejectedValueOnce(new ProblemError(stale)).mockResolvedValueOnce(report);
    await show(articleOf('approved'));
    await press();
    expect(ask.mock.calls.map(([, question]) => question)).toEqual([
      { preview, isChanged: false },
      { preview: now, isChanged: true },
    ]);
    expect(call.mock.calls.slice(1)).toEqual([
      [routes.signOff, { params: { id }, body: { overlaps: [] }, ifMatch: '"seen"' }],
      [routes.signOff, { params: { id }, body: { overlaps: [] }, ifMatch: '"now"' }],
    ]);
    expect(signed).toHaveBeenCalledWith(report);
  });

  it('shows what it will freeze: title, author, claims with what they rest on, and what is checked in part', async () => {
    TestBed.configureTestingModule({
      providers: [
        { provide: DialogRef, useValue: {} },
        { provide: DIALOG_DATA, useValue: { preview, isChanged: true } },
      ],
    });
    TestBed.inject(I18n).choose('nb');
    const dialog = TestBed.createComponent(SignOffDialog);
    await dialog.whenStable();
    const said = (dialog.nativeElement as HTMLElement).textContent;
    for (const part of [
      'Sluttgodkjenne «En»?',
      'Av Kari',
      'Noe ble endret',
      'Nr. 1 og mer.',
      '«og mer»',
      'Avkreftet · KCNA',
    ])
      expect(said).toContain(part);
  });

  it('freezes nothing that contradicts, and asks why each two that overlap both hold', async () => {
    const one = { annotationId: id, verdict: 'confirmed' as const, status: 'approved' as const, exact: 'Nr. 0.' };
    const other = { ...one, annotationId: 'b', verdict: 'denied' as const, exact: '0.' };
    const close = jest.fn();
    const open = async (kind: 'contradicts' | 'overlaps') => {
      TestBed.resetTestingModule();
      const clashes: SignOffPreview['clashes'] = [{ kind, pair: [one, other] }];
      TestBed.configureTestingModule({
        providers: [
          { provide: DialogRef, useValue: { close } },
          { provide: DIALOG_DATA, useValue: { preview: { ...preview, clashes }, isChanged: false } },
        ],
      });
      TestBed.inject(I18n).choose('nb');
      const dialog = TestBed.createComponent(SignOffDialog);
      await dialog.whenStable();
      const element = dialog.nativeElement as HTMLElement;
      const freeze = () => element.querySelector<HTMLButtonElement>('.primary')?.click();
      return { dialog, element, freeze };
    };
    const contradicting = await open('contradicts');
    expect(contradicting.element.textContent).toContain('Begge kan ikke stå');
    contradicting.freeze();
    const { element, freeze, dialog } = await open('overlaps');
    freeze();
    expect(close).not.toHaveBeenCalled();
    const reason = element.querySelector('textarea');
    if (!reason) throw new Error('no reason is asked for');
    reason.value = 'Tallet er omstridt.';
    reason.dispatchEvent(new Event('input'));
    await dialog.whenStable();
    freeze();
    expect(close).toHaveBeenCalledWith({ overlaps: [{ annotationIds: [id, 'b'], reason: 'Tallet er omstridt.' }] });
  });

  it('lists what is open, each with a link to its place, and signs nothing', async () => {
    await show(articleOf('approved', 'unchecked', 'notCheckable', 'draft'));
    const links = [...page().querySelectorAll('li a')];
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['🐢 Nr. 1.', `/articles/${id}?sentence=1`],
      ['🐢 Nr. 3.', `/articles/${id}?sentence=3`],
    ]);
    await press();
    expect(call).not.toHaveBeenCalled();
  });

  it('shows the first few of many', async () => {
    await show(articleOf(...Array.from({ length: 12 }, (): SentenceState => 'unchecked')));
    expect(page().querySelectorAll('li')).toHaveLength(8);
    page().querySelector<HTMLButtonElement>('.link')?.click();
    await fixture.whenStable();
    expect(page().querySelectorAll('li')).toHaveLength(12);
  });

  it('freezes a report when nothing is open', async () => {
    call.mockResolvedValueOnce(report);
    await show(articleOf('approved', 'notCheckable'));
    await press();
    expect(call).toHaveBeenCalledWith(routes.signOff, { params: { id }, body: { overlaps: [] }, ifMatch: '"seen"' });
    expect(signed).toHaveBeenCalledWith(report);
  });

  it('lists what the server says is open, until the article is read anew', async () => {
    call.mockRejectedValueOnce(
      new ProblemError({
        type: '',
        code: 'not-covered',
        title: '',
        status: 409,
        detail: '',
        open: [{ index: 7, text: 'Ny setning.', state: 'unchecked' }],
      }),
    );
    await show(articleOf('approved'));
    await press();
    expect(page().querySelector('li a')?.textContent).toBe('Ny setning.');
    fixture.componentRef.setInput('article', articleOf('approved'));
    await fixture.whenStable();
    expect(page().querySelector('li')).toBeNull();
  });

  it.each<[string, ReportSummary | undefined, boolean, string, boolean]>([
    ['has nothing to sign while the last report holds', report, true, 'ingenting er endret siden', false],
    [
      'asks for a new one when something changed since',
      { ...report, current: false },
      true,
      'Endret siden sluttgodkjenningen',
      true,
    ],
    ['leaves signing to reviewers', undefined, false, 'Bare godkjennere kan sluttgodkjenne.', false],
  ])('%s', async (_, latest, mayReview, said, hasButton) => {
    can.mockReturnValue(mayReview);
    await show(articleOf('approved'), latest);
    expect(page().textContent).toContain(said);
    expect(button() !== null).toBe(hasButton);
  });
});
