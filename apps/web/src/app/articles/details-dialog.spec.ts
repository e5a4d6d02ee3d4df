import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { type ArticleView, routes } from '@belegg/contract';
import { coverageOfStates } from '@belegg/ui';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { DetailsDialog } from './details-dialog';

const id = '01938000-0000-7000-8000-000000000001';
const at = '2024-12-01T10:00:00Z';
const article: ArticleView = {
  id,
  title: 'En',
  author: 'Kari',
  date: '2024-12-01',
  language: 'nb',
  sentences: [],
  coverage: coverageOfStates([]),
  longestPassage: 3,
  createdAt: at,
  updatedAt: at,
  etag: '"1"',
  revision: {
    id,
    number: 1,
    text: 'En.',
    sha256: 'a'.repeat(64),
    blocks: [],
    marks: [],
    language: 'nb',
    createdAt: at,
    createdBy: { id, name: 'Kari' },
  },
};

describe('DetailsDialog', () => {
  const call = jest.fn();
  const close = jest.fn();
  let fixture: ComponentFixture<DetailsDialog>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const inputs = (): HTMLInputElement[] => [...page().querySelectorAll('input')];

  beforeEach(async () => {
    jest.resetAllMocks();
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: { call } },
        { provide: DIALOG_DATA, useValue: article },
        { provide: DialogRef, useValue: { close } },
      ],
    });
    TestBed.inject(I18n).choose('nb');
    fixture = TestBed.createComponent(DetailsDialog);
    await fixture.whenStable();
  });
  const type = async (index: number, value: string): Promise<void> => {
    const input = inputs()[index]!;
    input.value = value;
    input.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const save = async (): Promise<void> => {
    page()
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };

  it('sends only what was changed, with the ETag last seen, and closes with the article as it then is', async () => {
    call.mockResolvedValue({ ...article, title: 'To' });
    await type(0, 'To');
    await save();
    expect(call).toHaveBeenCalledWith(routes.changeArticle, { params: { id }, body: { title: 'To' }, ifMatch: '"1"' });
    expect(close).toHaveBeenCalledWith({ ...article, title: 'To' });
  });

  it('calls nobody when nothing was changed', async () => {
    await save();
    expect(call).not.toHaveBeenCalled();
    expect(close).toHaveBeenCalledWith(article);
  });

  it('warns that a new date makes a new revision', async () => {
    expect(page().textContent).not.toContain('ny revisjon');
    await type(2, '2024-12-02');
    expect(page().querySelector('[role=status]')?.textContent).toContain('ny revisjon');
  });

  it('keeps what was typed when somebody else was faster, and saves upon what they wrote', async () => {
    const theirs = { ...article, author: 'Ola', etag: '"2"' };
    call.mockRejectedValueOnce(
      new ProblemError({
        type: '',
        code: 'stale',
        title: '',
        status: 412,
        detail: '',
        current: JSON.parse(JSON.stringify(theirs)),
      }),
    );
    await type(0, 'Min tittel');
    await save();
    expect(inputs().map(({ value }) => value)).toEqual(['Min tittel', 'Ola', '2024-12-01']);
    expect(page().querySelector('[role=alert]')?.textContent).toContain('Noen endret artikkelen');
    call.mockResolvedValue(theirs);
    await save();
    expect(call).toHaveBeenLastCalledWith(routes.changeArticle, {
      params: { id },
      body: { title: 'Min tittel' },
      ifMatch: '"2"',
    });
  });

  it('wants a title', async () => {
    await type(0, '');
    await save();
    expect(call).not.toHaveBeenCalled();
    expect(inputs()[0]?.getAttribute('aria-invalid')).toBe('true');
  });
});
