import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { ArticleView } from '@belegg/contract';
import { CodePointText, type Range } from '@belegg/domain';
import {
  domRange,
  select,
  selectedRange,
  snapToGraphemes,
  trimmed,
  type Direction,
  type SelectedRange,
} from '@belegg/text-dom';
import { Kbd } from '@belegg/ui';
import { extend, neighbouringWord, RevisionText, sentenceAt, type Step } from '../reading';
import { listen } from '../shell/listen';
import { I18n } from '../shell/i18n';
import { Shortcuts, type Keys } from '../shell/shortcuts';
import { messages } from './messages';

/** The current text, to choose in it by mouse or keyboard what an annotation is about from now on. */
@Component({
  selector: 'app-place-by-hand',
  imports: [Kbd, RevisionText],
  template: `
    <p class="small muted" id="hand-hint">{{ t('handHint') }}</p>
    <div #text class="text" tabindex="0" role="group" [attr.aria-label]="t('handText')" aria-describedby="hand-hint">
      <app-revision-text [revision]="revision()" />
    </div>
    <p class="chosen" role="status">{{ said() }}</p>
    <div class="row">
      <button
        type="button"
        class="btn primary"
        [attr.aria-disabled]="range() ? null : true"
        (mousedown)="$event.preventDefault()"
        (click)="use()"
      >
        {{ t('useChosen') }} <ui-kbd keys="Enter" />
      </button>
      <button type="button" class="btn quiet" (click)="cancelled.emit()">
        {{ t('cancel') }} <ui-kbd keys="Escape" />
      </button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    .text {
      max-height: 55vh;
      overflow: auto;
      padding: 16px 20px;
      background: var(--sheet);
      border: 1px solid var(--edge);
      border-radius: var(--r);
    }
    .chosen {
      font: italic 400 16px/1.45 var(--serif);
      max-width: 68ch;
      overflow-wrap: anywhere;
    }
  `,
})
export class PlaceByHand {
  private readonly shortcuts = inject(Shortcuts);
  protected readonly t = inject(I18n).of(messages);
  private readonly root = viewChild.required<ElementRef<HTMLElement>>('text');
  readonly article = input.required<ArticleView>();
  /** What is chosen to begin with, or where the search for it begins. */
  readonly start = input.required<Range>();
  readonly chosen = output<Range>();
  readonly cancelled = output();

  /** The same while its text is, so that news of the article leave the selection alone. */
  protected readonly revision = computed(() => this.article().revision, { equal: (a, b) => a.id === b.id });
  private readonly text = computed(() => new CodePointText(this.revision().text));
  private readonly selection = signal<SelectedRange | undefined>(undefined);
  protected readonly range = computed<Range | undefined>(() => {
    const selected = this.selection();
    if (!selected) return undefined;
    const { start, end } = trimmed(this.text(), selected);
    return start < end ? snapToGraphemes(this.text(), { start, end }) : undefined;
  });
  protected readonly said = computed(() => {
    const range = this.range();
    return range ? this.t('chosen', { words: this.text().slice(range.start, range.end) }) : this.t('noneChosen');
  });

  constructor() {
    afterNextRender(() => {
      this.root().nativeElement.focus({ preventScroll: true });
      this.choose({ ...this.start(), backward: false });
    });
    listen(document, 'selectionchange', () => {
      const selected = selectedRange(this.root().nativeElement, document.getSelection());
      if (selected && selected.start < selected.end) this.selection.set(selected);
    });
    this.registerKeys();
  }

  protected use(): void {
    const range = this.range();
    if (range) this.chosen.emit(range);
  }

  private registerKeys(): void {
    const inText = (): boolean => this.root().nativeElement === document.activeElement;
    const register = (keys: Keys, description: Parameters<typeof this.t>[0], run: () => void, when = inText): void =>
      this.shortcuts.register({
        keys,
        scope: () => this.t('byHand'),
        description: () => this.t(description),
        run,
        when,
      });
    const word = (direction: Direction): void =>
      this.choose(neighbouringWord(this.text(), this.sentence(), this.selection(), direction));
    const grow = (step: Step, direction: Direction): void =>
      this.choose(extend(this.text(), this.article().sentences, this.sentence(), this.selection(), step, direction));
    register('ArrowRight', 'keyWord', () => word('forward'));
    register('ArrowLeft', 'keyWord', () => word('backward'));
    register('Shift+ArrowRight', 'keyGrow', () => grow('word', 'forward'));
    register('Shift+ArrowLeft', 'keyGrow', () => grow('word', 'backward'));
    register('Alt+Shift+ArrowRight', 'keyGrowCharacter', () => grow('character', 'forward'));
    register('Alt+Shift+ArrowLeft', 'keyGrowCharacter', () => grow('character', 'backward'));
    register('ArrowDown', 'keySentence', () => this.toSentence(1));
    register('ArrowUp', 'keySentence', () => this.toSentence(-1));
    register('Enter', 'useChosen', () => this.use());
    register(
      'Escape',
      'cancel',
      () => this.cancelled.emit(),
      () => true,
    );
  }

  /** The sentence at the end that moves. */
  private sentence(): Range {
    const { sentences } = this.article();
    return sentences[sentenceAt(sentences, this.selection()?.start ?? this.start().start)] ?? this.start();
  }

  private toSentence(by: number): void {
    const { sentences } = this.article();
    const sentence = sentences[sentenceAt(sentences, this.selection()?.start ?? 0) + by];
    if (sentence) this.choose({ start: sentence.start, end: sentence.end, backward: false });
  }

  /** Selects in the page too, and brings it into sight. */
  private choose(range: SelectedRange): void {
    this.selection.set(range);
    const root = this.root().nativeElement;
    select(root, range);
    const box = domRange(root, range)?.getBoundingClientRect();
    const frame = root.getBoundingClientRect();
    if (box && (box.top < frame.top || box.bottom > frame.bottom))
      root.scrollBy({ top: box.top - frame.top - root.clientHeight / 3 });
  }
}
