import { TestBed } from '@angular/core/testing';
import { routes, type AnnotationView } from '@belegg/contract';
import { I18n } from '../../shell/i18n';
import { annotation, article, ola, scene } from '../test/scene';
import { VerdictToolbar } from './verdict-toolbar';

async function toolbar(annotations: readonly AnnotationView[] = []) {
  const page = await scene({ annotations });
  TestBed.inject(I18n).choose('nb');
  const fixture = TestBed.createComponent(VerdictToolbar);
  const element = fixture.nativeElement as HTMLElement;
  await fixture.whenStable();
  const stable = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  const key = async (name: string) => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    await stable();
  };
  const select = async (start: number, end: number) => {
    page.pageFocus.select({ start, end, backward: false });
    await stable();
  };
  return { ...page, element, key, select, stable };
}

describe('VerdictToolbar', () => {
  it('appears at a selection and makes an annotation of it by key', async () => {
    const { call, pageFocus, element, key, select, store } = await toolbar();
    expect(element.querySelector('[role=toolbar]')).toBeNull();
    await select(4, 9);
    expect([...element.querySelectorAll('button')].map(({ textContent }) => textContent.trim())).toEqual([
      'Bekreftet1',
      'Avkreftet2',
      'Omstridt3',
      'Åpent spørsmål4',
      'Ikke sjekkbar0',
      'KommenterC',
      '⋯',
    ]);
    call.mockResolvedValue(annotation(40, 4, 9, { verdict: 'denied' }));
    await key('2');
    expect(call).toHaveBeenCalledWith(routes.createAnnotation, {
      params: { id: article.id },
      body: expect.objectContaining({
        verdict: 'denied',
        articleRevision: 1,
        selector: [{ type: 'TextPositionSelector', start: 4, end: 9 }, expect.objectContaining({ exact: 'lovet' })],
      }),
    });
    expect(pageFocus.active()?.verdict).toBe('denied');
    expect(pageFocus.editorTakesFocus()).toBe(true);
    expect(store.annotations()).toHaveLength(1);
    expect(element.querySelector('[role=toolbar]')).toBeNull();
  });

  it('leaves the choice for other words open when the answer for the words before comes', async () => {
    const { call, pageFocus, key, select, stable } = await toolbar();
    let answer: (given: typeof article) => void = () => undefined;
    call.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    await select(0, 17);
    await key('0');
    await key('1');
    await select(18, 30);
    await key('0');
    expect(pageFocus.choosingReason()).toBe(true);
    answer(article);
    await stable();
    expect(pageFocus.choosingReason()).toBe(true);
    expect(pageFocus.selection()).toMatchObject({ start: 18, end: 30 });
  });

  it('asks why a sentence is not checkable and marks it with the ETag of the article', async () => {
    const { call, pageFocus, element, key, select, store } = await toolbar();
    pageFocus.moveTo(1);
    await select(18, 30);
    await key('x');
    expect(element.textContent).toContain('Mening');
    const marked = {
      ...article,
      etag: '"a1"',
      sentences: article.sentences.map((one) =>
        one.index === 1
          ? { ...one, checkable: false, reason: 'forecast' as const, state: 'notCheckableProposed' as const }
          : one,
      ),
    };
    call.mockResolvedValue(marked);
    await key('2');
    expect(call).toHaveBeenCalledWith(routes.markCheckability, {
      params: { id: article.id, index: 1 },
      body: { checkable: false, reason: 'forecast', note: '' },
      ifMatch: '"a1"',
    });
    expect(store.states()[1]).toBe('notCheckableProposed');
  });

  it('offers to confirm what somebody else has marked', async () => {
    const { call, element, key, select, store, pageFocus } = await toolbar();
    store.putArticle({
      ...article,
      sentences: article.sentences.map((one) =>
        one.index === 1
          ? {
              ...one,
              checkable: false,
              reason: 'opinion' as const,
              markedBy: ola,
              state: 'notCheckableProposed' as const,
              etag: '"k1"',
            }
          : one,
      ),
    });
    pageFocus.moveTo(1);
    await select(18, 30);
    expect(element.textContent).toContain('Bekreft: ikke sjekkbar');
    await key('0');
    expect(element.textContent).toContain('Ikke sjekkbar: mening, sier Ola');
    call.mockResolvedValue(article);
    await key('b');
    expect(call).toHaveBeenCalledWith(routes.confirmCheckability, {
      params: { id: article.id, index: 1 },
      ifMatch: '"k1"',
    });
  });

  it('moves the open annotation to other words, and says anew what place they have', async () => {
    const orphan = annotation(20, 0, 17, { anchor: { outcome: 'orphaned' } });
    const { call, pageFocus, key, select, store } = await toolbar([orphan]);
    pageFocus.openAnnotation(orphan.id);
    await select(31, 37);
    call.mockResolvedValue(annotation(20, 31, 37));
    await key('m');
    expect(call).toHaveBeenCalledWith(routes.changeAnnotation, {
      params: { id: orphan.id },
      body: {
        selector: [{ type: 'TextPositionSelector', start: 31, end: 37 }, expect.objectContaining({ exact: 'Moskva' })],
      },
      ifMatch: orphan.etag,
    });
    expect(store.passages().map(({ start }) => start)).toEqual([31]);
  });

  it('does not move what is approved as long as nobody means to change it', async () => {
    const { call, pageFocus, element, key, select } = await toolbar([annotation(20, 0, 17, { status: 'approved' })]);
    pageFocus.openAnnotation(annotation(20, 0, 17).id);
    await select(31, 37);
    expect(element.textContent).not.toContain('Bruk denne markeringen');
    await key('m');
    expect(call).not.toHaveBeenCalled();
  });

  it('splits a sentence where the selection begins, and joins two of a block', async () => {
    const { call, element, select, stable } = await toolbar();
    const press = async (name: string) => {
      [...element.querySelectorAll('button')].find(({ textContent }) => textContent.trim().startsWith(name))!.click();
      await stable();
    };
    call.mockResolvedValue(article);
    await select(4, 9);
    await press('⋯');
    await press('Del setningen her');
    expect(call).toHaveBeenLastCalledWith(routes.splitSentence, {
      params: { id: article.id, index: 0 },
      body: { at: 4 },
      ifMatch: '"a1"',
    });
    await select(4, 21);
    await press('⋯');
    await press('Slå sammen setningene');
    expect(call).toHaveBeenLastCalledWith(routes.joinSentences, {
      params: { id: article.id, index: 0 },
      ifMatch: '"a1"',
    });
    await select(18, 37);
    expect(element.textContent).not.toContain('Slå sammen');
  });
});
