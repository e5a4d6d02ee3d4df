import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { PreviewView } from '@belegg/contract';
import { coverageOfStates } from '@belegg/ui';
import { apiInterceptor } from '../shell/api.interceptor';
import { I18n } from '../shell/i18n';
import { Session } from '../shell/session';
import { Toasts } from '../shell/toasts';
import { NewArticlePage } from './new-article-page';

const id = '01938000-0000-7000-8000-000000000001';
const at = '2024-12-01T10:00:00Z';
const text = 'Kim lover støtte\nHan sa det i går.';
const preview: PreviewView = {
  title: 'Kim lover støtte',
  text,
  language: 'nb',
  seen: 'nb',
  sentences: 2,
  dropped: [
    { kind: 'image', count: 1, sample: '' },
    { kind: 'table', count: 1, sample: '' },
  ],
  marks: [],
  blocks: [
    { kind: 'paragraph', start: 0, end: 16 },
    { kind: 'paragraph', start: 17, end: 34 },
  ],
};
const article = {
  id,
  title: 'Kim lover støtte',
  author: '',
  language: 'nb',
  sentences: [],
  createdAt: at,
  updatedAt: at,
  etag: '"1"',
  coverage: coverageOfStates([]),
  longestPassage: 3,
  revision: {
    id,
    number: 1,
    text,
    sha256: 'a'.repeat(64),
    blocks: preview.blocks,
    marks: [],
    language: 'nb',
    createdAt: at,
    createdBy: { id, name: 'Kari' },
  },
};
const pause = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('NewArticlePage', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<NewArticlePage>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const title = (): HTMLInputElement => page().querySelector<HTMLInputElement>('.headline')!;

  const open = async (): Promise<void> => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: Session, useValue: { current: () => ({ account: { id: 'kari' } }) } },
      ],
    });
    TestBed.inject(I18n).choose('nb');
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(NewArticlePage);
    document.body.append(page());
    // Not until it is stable: a kept draft asks for its preview at once.
    TestBed.tick();
    await pause();
  };
  beforeEach(async () => {
    localStorage.clear();
    await open();
  });
  afterEach(() => page().remove());

  const type = async (element: HTMLInputElement | HTMLTextAreaElement, value: string): Promise<void> => {
    element.value = value;
    element.dispatchEvent(new Event('input'));
    await pause();
  };
  const typeText = async (value: string): Promise<void> => {
    await type(page().querySelector('textarea')!, value);
    await pause(400);
    TestBed.tick();
  };
  const previewed = async (): Promise<void> => {
    http.expectOne('/api/articles/preview').flush(preview);
    await pause();
    await fixture.whenStable();
  };
  const save = async (): Promise<void> => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
    await pause();
  };

  it('shows what the text will become, what was left out, and suggests the title and language', async () => {
    await typeText(text);
    await previewed();
    expect(
      [...page().querySelectorAll('app-text-preview .paragraph')].map((block) => block.textContent?.trim()),
    ).toEqual(['Kim lover støtte', 'Han sa det i går.']);
    expect(page().querySelector('.measure')?.textContent).toContain('2 setninger, 2 avsnitt');
    expect(page().querySelector('.note')?.textContent).toBe('Utelatt: bilder og tabeller.');
    expect(title().value).toBe('Kim lover støtte');
    expect(page().querySelector('option:checked')?.textContent?.trim()).toBe('Bokmål (oppdaget)');
  });

  it('shows no old preview beside the refusal of a new text', async () => {
    await typeText(text);
    await previewed();
    await typeText('\u0001');
    http
      .expectOne('/api/articles/preview')
      .flush(
        { type: '', code: 'binary', title: 'Ikke tekst', status: 422, detail: 'Det er ikke tekst.' },
        { status: 422, statusText: 'x' },
      );
    await pause();
    await fixture.whenStable();
    expect(page().querySelector('app-text-preview')).toBeNull();
    expect(page().querySelector('.out [role=alert]')?.textContent).toContain('Det er ikke tekst.');
  });

  it('leaves a title alone that somebody wrote', async () => {
    await type(title(), 'Min egen');
    await typeText(text);
    await previewed();
    expect(title().value).toBe('Min egen');
  });

  it('takes the article in with Ctrl+Enter, forgets the draft and goes to it', async () => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await typeText(text);
    await previewed();
    await save();
    const sent = http.expectOne('/api/articles');
    expect(sent.request.body).toEqual({ title: 'Kim lover støtte', content: text, format: 'text', author: '' });
    sent.flush(article, { status: 201, statusText: 'Created' });
    await pause();
    await fixture.whenStable();
    expect(navigate).toHaveBeenCalledWith(['/articles', id]);
    await pause(350);
    expect(localStorage.getItem('belegg.draft.article.kari')).toBeNull();
  });

  it('says what is missing, and stands at the first such field', async () => {
    await save();
    await fixture.whenStable();
    http.expectNone('/api/articles');
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
    expect(page().textContent).toContain('Artikkelen må ha en tittel.');
  });

  it('keeps what was typed through a refusal, shown at its field, and through a reload', async () => {
    await typeText(text);
    await previewed();
    await save();
    const problem = {
      type: '',
      code: 'invalid',
      title: 'Ugyldig',
      status: 422,
      detail: 'Ett felt er feil.',
      errors: [{ pointer: '/title', detail: 'Tittelen finnes fra før.' }],
    };
    http.expectOne('/api/articles').flush(problem, { status: 422, statusText: 'x' });
    await pause();
    await fixture.whenStable();
    expect(title().closest('ui-field')?.textContent).toContain('Tittelen finnes fra før.');
    window.dispatchEvent(new Event('pagehide'));
    fixture.destroy();
    TestBed.resetTestingModule();
    await open();
    expect(page().querySelector('textarea')?.value).toBe(text);
    expect(title().value).toBe('Kim lover støtte');
  });

  it('offers to keep the formatting of what was pasted', async () => {
    const textarea = page().querySelector('textarea')!;
    textarea.dispatchEvent(
      Object.assign(new Event('paste'), { clipboardData: { getData: () => '<h1>Kim</h1><p>Sa det.</p>' } }),
    );
    await type(textarea, 'Kim\nSa det.');
    await fixture.whenStable();
    page().querySelector<HTMLButtonElement>('app-intake-editor .note button')?.click();
    await pause(400);
    TestBed.tick();
    expect(http.expectOne('/api/articles/preview').request.body).toEqual({
      content: '<h1>Kim</h1><p>Sa det.</p>',
      format: 'html',
    });
  });

  describe('what the server reads', () => {
    const found = {
      ...preview,
      title: 'Kim lover',
      author: 'Kari Moe',
      date: '2024-12-01',
      annotations: 12,
      notFound: [{ exact: 'finnes ikke' }],
      comments: [],
      remarks: [],
    };
    const file = new File(['PK'], 'sak.docx');
    const drop = async (dropped = file): Promise<void> => {
      const event = Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { files: [dropped] } });
      page().querySelector('app-intake-editor')?.dispatchEvent(event);
      await pause();
      TestBed.tick();
    };
    const fetchAddress = async (url: string): Promise<void> => {
      await type(page().querySelector<HTMLInputElement>('input[type=url]')!, url);
      page().querySelector<HTMLButtonElement>('app-address-field button')?.click();
      await pause();
      TestBed.tick();
    };
    const answered = async (body: object, status = 200): Promise<FormData | object> => {
      const asked = http.expectOne('/api/articles/import/preview');
      asked.flush(body, { status, statusText: 'x' });
      await pause();
      await fixture.whenStable();
      return asked.request.body as FormData | object;
    };
    const problem = (code: string, detail: string): object => ({ type: '', code, title: 'Nei', status: 422, detail });
    const field = (name: string): HTMLElement => page().querySelector<HTMLElement>(name)!;

    it('sends a file for its preview, fills in what it says of itself, and takes it in with the fields', async () => {
      const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
      const said = jest.spyOn(TestBed.inject(Toasts), 'say');
      await drop();
      const asked = (await answered(found)) as FormData;
      expect((asked.get('file') as File).name).toBe('sak.docx');
      expect(page().querySelectorAll('app-text-preview .paragraph')).toHaveLength(2);
      expect(page().textContent).toContain('12 kommentarer blir utkast.');
      expect(field('app-import-notes li').textContent).toBe('finnes ikke');
      expect(title().value).toBe('Kim lover');
      page().querySelector<HTMLInputElement>('app-import-notes input')?.click();
      await type(title(), 'Min egen');
      await save();
      const sent = http.expectOne('/api/articles/import');
      const form = sent.request.body as FormData;
      expect((form.get('file') as File).name).toBe('sak.docx');
      form.delete('file');
      expect(Object.fromEntries(form)).toEqual({
        title: 'Min egen',
        author: 'Kari Moe',
        date: '2024-12-01',
        createSources: 'true',
      });
      sent.flush(
        {
          ...article,
          imported: { annotations: 11, notFound: found.notFound, unknownSources: ['KCNA', 'TASS'], comments: [] },
        },
        { status: 201, statusText: 'x' },
      );
      await pause();
      expect(navigate).toHaveBeenCalledWith(['/articles', id]);
      expect(said.mock.lastCall?.[0]).toBe(
        'Registeret har ikke disse kildene, og de ble utelatt: KCNA og TASS. 1 kommentar fant ikke stedet sitt i teksten, og ble ikke med.',
      );
    });

    it.each(['sak.html', 'sak.md', 'sak.txt', 'sak.odt', 'sak', 'sak.exe'])(
      'decides nothing about %s: the server is asked',
      async (name) => {
        await drop(new File(['<nav>Meny'], name));
        expect(((await answered(found)) as FormData).get('file')).toMatchObject({ name });
      },
    );

    it('says that it reads, and stops when told to, with what was written', async () => {
      await typeText(text);
      await previewed();
      await drop();
      const asked = http.expectOne('/api/articles/import/preview');
      expect(field('app-intake-editor [role=status]').textContent).toBe('Leser sak.docx …');
      field('app-intake-editor .reading button').click();
      await pause();
      TestBed.tick();
      expect(asked.cancelled).toBe(true);
      expect(page().querySelector('textarea')?.value).toBe(text);
    });

    it('fills in anew for another file, but leaves alone what somebody wrote', async () => {
      const [author, date] = [...page().querySelectorAll<HTMLInputElement>('.facts input:not(.headline)')];
      await drop();
      await answered(found);
      expect([author?.value, date?.value]).toEqual(['Kari Moe', '2024-12-01']);
      await type(date!, '2024-11-30');
      await drop();
      await answered({ ...found, author: 'Per', date: '2024-12-02' });
      expect([author?.value, date?.value]).toEqual(['Per', '2024-11-30']);
    });

    it('asks again in another language', async () => {
      await drop();
      await answered(found);
      const select = page().querySelector('select')!;
      select.value = 'en';
      select.dispatchEvent(new Event('change'));
      await pause();
      TestBed.tick();
      expect(((await answered(found)) as FormData).get('language')).toBe('en');
    });

    it('says at the file why it is refused, and keeps the text that was written', async () => {
      await typeText(text);
      await previewed();
      await drop();
      await answered(problem('scanned-file', 'Filen er et bilde av tekst.'), 422);
      expect(field('app-intake-editor').textContent).toContain('Filen er et bilde av tekst.');
      expect(page().querySelector('app-text-preview')).toBeNull();
      expect(title().value).toBe('');
      page().querySelector<HTMLButtonElement>('app-intake-editor button.link')?.click();
      await pause();
      TestBed.tick();
      await previewed();
      expect(page().querySelector('textarea')?.value).toBe(text);
      expect(title().value).toBe('Kim lover støtte');
    });

    it('fetches an address, and takes it in', async () => {
      await fetchAddress('https://avisa.no/kim');
      expect(await answered({ ...found, annotations: 0, notFound: [], comments: [] })).toEqual({
        url: 'https://avisa.no/kim',
      });
      expect(page().textContent).not.toContain('blir utkast');
      await save();
      expect(http.expectOne('/api/articles/import').request.body).toEqual({
        url: 'https://avisa.no/kim',
        title: 'Kim lover',
        author: 'Kari Moe',
        date: '2024-12-01',
        createSources: 'false',
      });
    });

    it('says at the address why it is refused, keeps it, and fetches it again', async () => {
      await fetchAddress('http://10.0.0.1/');
      await answered(problem('address-refused', 'Adressen er ikke åpen.'), 422);
      expect(field('app-address-field .error').textContent).toBe('Adressen er ikke åpen.');
      expect(page().querySelector('.out [role=alert]')).toBeNull();
      expect(page().querySelector<HTMLInputElement>('input[type=url]')?.value).toBe('http://10.0.0.1/');
      await fetchAddress('http://10.0.0.1/');
      await answered(found);
      expect(page().querySelector('app-address-field .error')).toBeNull();
    });
  });
});
