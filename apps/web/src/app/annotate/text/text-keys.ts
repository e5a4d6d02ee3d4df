import { inject } from '@angular/core';
import type { Direction, SelectedRange } from '@belegg/text-dom';
import { I18n } from '../../shell/i18n';
import { Shortcuts, type Keys } from '../../shell/shortcuts';
import { AnnotateStore } from '../annotate.store';
import { PageFocus } from '../page-focus';
import { messages } from '../messages';
import { extend, moveSentence, neighbouringWord, type Step } from '../../reading';

/** What the keys need of the text. */
export interface TextWithKeys {
  readonly hasFocus: () => boolean;
  readonly select: (range: SelectedRange) => void;
}

/** The keys that move through the text and select in it. Call it where injection is possible. */
export function registerTextKeys({ hasFocus, select }: TextWithKeys): void {
  const store = inject(AnnotateStore);
  const pageFocus = inject(PageFocus);
  const shortcuts = inject(Shortcuts);
  const t = inject(I18n).of(messages);
  const scope = (): string => t('article');

  const move = (by: number): void => {
    pageFocus.select(undefined);
    document.getSelection()?.removeAllRanges();
    pageFocus.goTo(moveSentence(store.sentences().length, pageFocus.sentence(), by), 'focus');
  };
  const grow = (step: Step, direction: Direction): void => {
    const current = store.sentences()[pageFocus.sentence()];
    if (current) select(extend(store.text(), store.sentences(), current, pageFocus.selection(), step, direction));
  };
  const word = (direction: Direction): void => {
    const current = store.sentences()[pageFocus.sentence()];
    if (current) select(neighbouringWord(store.text(), current, pageFocus.selection(), direction));
  };
  const register = (keys: Keys, description: Parameters<typeof t>[0], run: () => void, when?: () => boolean): void =>
    shortcuts.register({ keys, description: () => t(description), scope, run, ...(when && { when }) });

  register('j', 'keyNextSentence', () => move(1));
  register('k', 'keyPreviousSentence', () => move(-1));
  register('ArrowDown', 'keyNextSentence', () => move(1), hasFocus);
  register('ArrowUp', 'keyPreviousSentence', () => move(-1), hasFocus);
  register('Enter', 'keySelectSentence', () => pageFocus.enter(), hasFocus);
  register('ArrowRight', 'keyNextWord', () => word('forward'), hasFocus);
  register('ArrowLeft', 'keyPreviousWord', () => word('backward'), hasFocus);
  register('Shift+ArrowRight', 'keyGrowWord', () => grow('word', 'forward'), hasFocus);
  register('Shift+ArrowLeft', 'keyShrinkWord', () => grow('word', 'backward'), hasFocus);
  register('Alt+Shift+ArrowRight', 'keyGrowCharacter', () => grow('character', 'forward'), hasFocus);
  register('Alt+Shift+ArrowLeft', 'keyShrinkCharacter', () => grow('character', 'backward'), hasFocus);
  register('Shift+ArrowDown', 'keyGrowSentence', () => grow('sentence', 'forward'), hasFocus);
  register('Shift+ArrowUp', 'keyShrinkSentence', () => grow('sentence', 'backward'), hasFocus);
  register(
    'Escape',
    'keyUnselect',
    () => document.getSelection()?.removeAllRanges(),
    () => pageFocus.selection() !== undefined,
  );
  register('o', 'keyOpen', () => {
    const current = pageFocus.passage();
    if (current) pageFocus.openAt(current);
  });
  register('n', 'keyNext', () => pageFocus.next());
}
