import {
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  signal,
  untracked,
  viewChild,
  ViewEncapsulation,
} from '@angular/core';
import { select, selectedRange, snapToWords, type SelectedRange } from '@belegg/text-dom';
import { I18n } from '../../shell/i18n';
import { terms } from '../../shell/terms';
import { Toasts } from '../../shell/toasts';
import { AnnotateStore, type Passage } from '../annotate.store';
import { PageFocus, type Target } from '../page-focus';
import { Drafts } from '../drafts/drafts';
import { messages } from '../messages';
import { Places } from '../places';
import { dresserOf, signatureOf, type Look } from './dress';
import { listen } from '../../shell/listen';
import { placeBeside, tops } from './measure';
import { Drag } from './drag';
import { Painter } from '../../reading';
import { pointAt } from './point-at';
import { registerTextKeys } from './text-keys';

const measuringPause = 60;

/** The article: read, pointed at, selected and walked through by sentence. */
@Component({
  selector: 'app-article-text',
  template: `
    <p id="text-keys" class="visually-hidden">{{ t('textHint') }}</p>
    <!-- The keys of the sentences are the page's shortcuts; a click does what they do. -->
    <!-- eslint-disable-next-line @angular-eslint/template/click-events-have-key-events -->
    <div
      #root
      class="text"
      role="group"
      [class.long]="isLong()"
      [class.beside-card]="pageFocus.activeId()"
      [attr.aria-label]="t('articleText')"
      aria-describedby="text-keys"
      [attr.lang]="revision()?.language"
      (click)="point($event)"
      (pointerdown)="hold()"
      (mousedown)="draw($event)"
      (focusin)="follow($event)"
      (focusout)="pageFocus.pointAt(undefined)"
      (pointerover)="light($event)"
      (mouseleave)="pageFocus.pointAt(undefined)"
    ></div>
  `,
  styleUrl: './article-text.css',
  // The blocks are made by hand, out of reach of emulated styles.
  encapsulation: ViewEncapsulation.None,
})
export class ArticleText {
  private readonly store = inject(AnnotateStore);
  protected readonly pageFocus = inject(PageFocus);
  private readonly drafts = inject(Drafts);
  private readonly places = inject(Places);
  private readonly toasts = inject(Toasts);
  private readonly document = inject(DOCUMENT);
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  private readonly term = this.i18n.of(terms);

  private readonly host = viewChild<ElementRef<HTMLElement>>('root');
  /** The element that holds the blocks. */
  readonly root = computed(() => this.host()?.nativeElement);
  private readonly painter = computed(() => {
    const root = this.root();
    return root && new Painter<Passage>(root, () => this.measureSoon());
  });
  protected readonly revision = this.store.revision;
  /** Beyond this, what is far from the viewport is not laid out. */
  protected readonly isLong = computed(() => (this.revision()?.blocks.length ?? 0) > 150);
  private readonly isHeld = signal(false);
  private drag: Drag | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  private readonly look = computed<Look>(() => ({
    states: this.store.states(),
    judgements: this.drafts.judgements(),
    activeId: this.pageFocus.activeId(),
    current: this.pageFocus.sentence(),
    describe: (judgement, { status }) =>
      `${this.term(`verdict.${judgement}`)}, ${this.term(`status.${status}`).toLocaleLowerCase()}`,
  }));

  constructor() {
    registerTextKeys({
      hasFocus: () => this.root()?.contains(this.document.activeElement) ?? false,
      select: (range) => this.select(range),
    });
    effect(() => this.showText());
    // Not under a hand that presses the text: press and release would meet different elements, and the click be lost.
    effect(
      () =>
        !this.isHeld() &&
        this.painter()?.paint({
          index: this.store.index(),
          dresser: dresserOf(this.look()),
          signature: signatureOf(this.look(), this.i18n.language()),
        }),
    );
    afterRenderEffect(() => {
      this.store.index(); // what is painted anew is lit anew
      this.markLit(this.pageFocus.litId());
    });
    effect(() => this.painter()?.pin(this.blocksInUse()));
    effect(() => this.moveTabStop(this.pageFocus.sentence()));
    effect(() => this.reveal(this.pageFocus.target()));
    // Only then has the text made room for the card.
    afterRenderEffect(() => this.keepInView(this.pageFocus.activeId()));
    effect((onCleanup) => {
      const root = this.root();
      if (!root || typeof ResizeObserver === 'undefined') return;
      const observer = new ResizeObserver(() => this.measureSoon());
      observer.observe(root);
      onCleanup(() => observer.disconnect());
    });
    listen(this.document, 'selectionchange', () => this.noteSelection());
    listen(this.document, 'mousemove', (event) => {
      if (event instanceof MouseEvent) this.drag?.moveTo(event);
    });
    listen(this.document, ['pointerup', 'pointercancel'], (event) =>
      this.letGo(event instanceof PointerEvent && event.altKey),
    );
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      untracked(this.painter)?.destroy();
    });
  }

  protected point(event: MouseEvent): void {
    const root = this.root();
    if (root) pointAt(root, event, this.store, this.pageFocus);
  }

  /** While the hand drags, nothing pops up under it. */
  protected hold(): void {
    this.isHeld.set(true);
    this.pageFocus.select(undefined);
  }

  /**
   * A single press of the main button draws; a second one means a word, and with Shift the selection goes on from where
   * it is.
   */
  protected draw(event: MouseEvent): void {
    const root = this.root();
    if (!root || event.button !== 0 || event.detail > 1 || event.shiftKey) return;
    event.preventDefault();
    const active = this.document.activeElement;
    if (active instanceof HTMLElement && !root.contains(active)) active.blur();
    this.drag = new Drag(root, event);
  }

  /** What was dragged over takes in whole words, unless Alt says that every character is meant. */
  private letGo(isExact: boolean): void {
    if (!this.isHeld()) return;
    this.isHeld.set(false);
    const root = this.root();
    const range = this.drag ? this.drag.range() : root && selectedRange(root, this.document.getSelection());
    this.drag = undefined;
    const { start, end } = range ? snapToWords(this.store.text(), range) : { start: 0, end: 0 };
    if (root && range && start < end && !isExact) select(root, { start, end, backward: range.backward });
    this.noteSelection();
  }

  /** The cursor goes where the focus goes, and who cannot see the text hears what state the sentence is in. */
  protected follow({ target }: FocusEvent): void {
    const index = Number(target instanceof HTMLElement ? target.dataset['sentence'] : undefined);
    const sentence = this.store.sentences()[index];
    if (!sentence) return;
    this.pageFocus.moveTo(index);
    const here = this.store.onSentences()[index] ?? [];
    this.pageFocus.pointAt(here[0]?.id);
    const count = here.length;
    const state = this.store.states()[index] ?? 'unchecked';
    this.toasts.announce(
      [
        this.t('sentenceOf', { number: index + 1, total: this.store.sentences().length }),
        this.term(`state.${state}`),
        count > 0 && this.t('annotationsHere', { count }),
      ]
        .filter(Boolean)
        .join('. '),
    );
  }

  /** The card of what the pointer is on is lit, of several the one that shows. */
  protected light({ target }: Event): void {
    const mark = target instanceof Element ? target.closest<HTMLElement>('mark') : null;
    this.pageFocus.pointAt(mark?.dataset['annotations']?.split(' ').at(-1));
  }

  private markLit(id: string | undefined): void {
    const root = this.root();
    for (const mark of root?.querySelectorAll('mark.lit') ?? []) mark.classList.remove('lit');
    if (id === undefined) return;
    for (const mark of root?.querySelectorAll(`mark[data-annotations~="${CSS.escape(id)}"]`) ?? [])
      mark.classList.add('lit');
  }

  private showText(): void {
    const revision = this.revision();
    if (revision)
      this.painter()?.show({
        text: this.store.text(),
        blocks: revision.blocks,
        marks: revision.marks,
        sentences: this.store.outline(),
      });
  }

  private blocksInUse(): number[] {
    const open = this.pageFocus.active();
    const places = [this.store.sentences()[this.pageFocus.sentence()]?.start, open?.selector[0].start].filter(
      (start) => start !== undefined,
    );
    const blocks = this.revision()?.blocks ?? [];
    return places.map((start) => blocks.findLastIndex((block) => block.start <= start)).filter((block) => block >= 0);
  }

  private moveTabStop(index: number): void {
    for (const element of this.root()?.querySelectorAll<HTMLElement>('[data-sentence][tabindex="0"]') ?? [])
      element.tabIndex = -1;
    const sentence = this.painter()?.sentence(index);
    if (sentence) sentence.tabIndex = 0;
  }

  private reveal(target: Target | undefined): void {
    const element = target && this.painter()?.sentence(target.sentence);
    const sentence = target && untracked(this.store.sentences)[target.sentence];
    if (!element || !sentence) return;
    element.scrollIntoView({ block: target.take === 'focus' ? 'nearest' : 'center' });
    if (target.take === 'nothing') return;
    element.focus({ preventScroll: true });
    if (target.take !== 'select') return;
    const { start, end } = target.range ?? sentence;
    // What follows from the selection must not bring this back to its target.
    untracked(() => this.select({ start, end, backward: false }));
  }

  /** The card that opens over the text on a phone must not hide what it is about. */
  private keepInView(activeId: string | undefined): void {
    if (activeId !== undefined)
      this.root()
        ?.querySelector(`mark[data-annotations~="${CSS.escape(activeId)}"]`)
        ?.scrollIntoView({ block: 'nearest' });
  }

  private select(range: SelectedRange): void {
    const root = this.root();
    if (!root) return;
    select(root, range);
    // The browser tells of it later; the next key may come before.
    this.noteSelection();
    this.document.getSelection()?.focusNode?.parentElement?.scrollIntoView({ block: 'nearest' });
  }

  private noteSelection(): void {
    const root = this.root();
    // A note that is typed in the toolbar takes the browser's selection, but is about ours.
    const inToolbar =
      this.document.activeElement?.closest('[role="toolbar"]') !== null && this.pageFocus.choosingReason();
    if (!root || this.isHeld() || inToolbar) return;
    const range = selectedRange(root, this.document.getSelection());
    this.pageFocus.select(range && range.start < range.end ? range : undefined);
    this.places.placeToolbar(range && placeBeside(root, range));
  }

  /** At most every so often: while the text scrolls fast, cards need not come and go with every frame. */
  private measureSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const root = this.root();
      if (root) this.places.placePassages(tops(root));
    }, measuringPause);
  }
}
