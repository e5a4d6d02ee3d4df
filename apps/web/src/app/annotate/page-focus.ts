import { computed, inject, Injectable, signal } from '@angular/core';
import { isSettled, refusal, verdictOf, type Action, type Judgement, type Range } from '@belegg/domain';
import type { AnnotationView } from '@belegg/contract';
import { snapToGraphemes, trimmed, type SelectedRange } from '@belegg/text-dom';
import { I18n } from '../shell/i18n';
import { Session } from '../shell/session';
import { Toasts } from '../shell/toasts';
import { AnnotateStore, rangeOf } from './annotate.store';
import { Drafts } from './drafts/drafts';
import { messages } from './messages';
import { nextNeeding } from './needs-me';
import { sentenceAt } from '../reading';

/** A sentence that is to be shown, and what with it. A new object each time, so that asking twice shows it twice. */
export interface Target {
  readonly sentence: number;
  /** `sentence`: the focus goes there; `select`: it is selected as well. */
  readonly take: 'nothing' | 'focus' | 'select';
  /** What is selected instead of the whole sentence. */
  readonly range?: Range;
}

/** Where the hand is: the sentence at the cursor, what is selected, and which annotation is open. */
@Injectable()
export class PageFocus {
  private readonly store = inject(AnnotateStore);
  private readonly drafts = inject(Drafts);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly t = inject(I18n).of(messages);

  private readonly cursor = signal(0);
  private readonly moved = signal(false);
  private readonly selected = signal<SelectedRange | undefined>(undefined);
  private readonly open = signal<string | undefined>(undefined);
  private readonly shown = signal<Target | undefined>(undefined);
  private readonly unlocked = signal<ReadonlySet<string>>(new Set());
  private readonly choosing = signal(false);
  private readonly resizing = signal(false);
  private readonly wantsFocus = signal(false);
  private readonly pointed = signal<string | undefined>(undefined);

  readonly sentence = computed(() => Math.min(this.cursor(), this.store.sentences().length - 1));
  readonly selection = this.selected.asReadonly();
  readonly target = this.shown.asReadonly();
  /** Whether a reason for "not checkable" is being chosen. */
  readonly choosingReason = this.choosing.asReadonly();
  /** Whether the editor takes the focus when it opens. */
  readonly editorTakesFocus = this.wantsFocus.asReadonly();
  /** Whether another extent for the open annotation is being chosen. */
  readonly isResizing = this.resizing.asReadonly();
  readonly active = computed(() => {
    const id = this.open();
    return this.store.annotation(id === undefined ? undefined : this.store.currentId(id));
  });
  readonly activeId = computed(() => this.active()?.id);
  /**
   * The annotation whose card stands level with its words: the open one, else the first at the cursor, once that was
   * moved.
   */
  readonly focusId = computed(
    () => this.activeId() ?? (this.moved() ? this.store.onSentences()[this.sentence()]?.[0]?.id : undefined),
  );
  /** The annotation that the pointer or the focus is on, in the text or on its card: both are lit. */
  readonly litId = computed(() => this.pointed() ?? this.activeId());

  /**
   * What is selected without the white space around it, else the sentence at the cursor: what a verdict would be about.
   * Marks of punctuation alone say nothing.
   */
  readonly passage = computed<Range | undefined>(() => {
    const selected = this.selected();
    if (!selected) return this.store.sentences()[this.sentence()];
    const { start, end } = trimmed(this.store.text(), selected);
    const says = /[\p{L}\p{N}\p{S}]/u.test(this.store.text().slice(start, end));
    return says ? snapToGraphemes(this.store.text(), { start, end }) : undefined;
  });

  /** Notes which annotation the pointer or the focus is on. */
  pointAt(id: string | undefined): void {
    this.pointed.set(id);
  }

  /** Notes where the cursor went, without showing it. */
  moveTo(sentence: number): void {
    if (sentence !== this.cursor()) this.choosing.set(false);
    this.cursor.set(Math.max(sentence, 0));
    this.moved.set(true);
  }

  goTo(sentence: number, take: Target['take']): void {
    this.moveTo(sentence);
    this.shown.set({ sentence: this.sentence(), take });
  }

  /** Notes what is selected. A reason that was being chosen was for other words, unless they are the same. */
  select(range: SelectedRange | undefined): void {
    const before = this.selected();
    if (range?.start !== before?.start || range?.end !== before?.end) this.choosing.set(false);
    this.selected.set(range);
  }

  /** Selects the sentence at the cursor. */
  selectSentence(): void {
    const sentence = this.store.sentences()[this.sentence()];
    if (!sentence) return;
    this.select({ start: sentence.start, end: sentence.end, backward: false });
    this.goTo(this.sentence(), 'select');
  }

  /** Takes up the sentence at the cursor: what I have to do on it opens; where there is nothing, it is selected. */
  enter(): void {
    const claim = this.claimForMe(this.sentence());
    if (claim) this.openAnnotation(claim.id, 'write');
    else this.selectSentence();
  }

  chooseReason(choosing: boolean): void {
    this.choosing.set(choosing);
  }

  /** Opens an annotation. `write` puts the focus into its editor, `show` scrolls to its passage. */
  openAnnotation(id: string, how: 'write' | 'show' | 'stay' = 'stay'): void {
    this.wantsFocus.set(how === 'write');
    this.resizing.set(false);
    this.choosing.set(false);
    this.turnTo(id);
    const annotation = this.store.annotation(id);
    if (annotation && how === 'show')
      this.goTo(sentenceAt(this.store.sentences(), rangeOf(annotation).start), 'nothing');
  }

  /** Selects the passage of an annotation in the text, to make it longer or shorter there. */
  resize(annotation: AnnotationView): void {
    const range = rangeOf(annotation);
    this.moveTo(sentenceAt(this.store.sentences(), range.start));
    this.resizing.set(true);
    this.shown.set({ sentence: this.sentence(), take: 'select', range });
  }

  close(): void {
    this.resizing.set(false);
    this.turnTo(undefined);
  }

  /** What was typed on the card that is left becomes a revision. */
  private turnTo(id: string | undefined): void {
    const before = this.open();
    const now = id === undefined ? undefined : this.store.currentId(id);
    this.open.set(id);
    if (before !== undefined && this.store.currentId(before) !== now) this.drafts.leave(before);
  }

  /**
   * Opens the annotation here, of several that lie over each other first the one that shows, then the next each time.
   * Whether there was one.
   */
  openAt(stretch: Range): boolean {
    const there = this.store.touching(stretch).toReversed();
    const following = there[(there.findIndex(({ id }) => id === this.activeId()) + 1) % there.length];
    if (following) this.openAnnotation(following.id);
    return following !== undefined;
  }

  /**
   * Says something of the passage: the annotation is there at once and its editor open. Words that have one already
   * open that one; a second one on the same words has to be asked for.
   */
  annotate(judgement: Judgement): void {
    const passage = this.passage();
    if (!passage || !this.session.can('write')) return;
    const known = this.store
      .touching(passage)
      .map((annotation) => ({ annotation, range: rangeOf(annotation) }))
      .find(({ range }) => range.start === passage.start && range.end === passage.end)?.annotation;
    if (!known) return this.create(passage, judgement);
    this.select(undefined);
    this.openAnnotation(known.id, 'write');
    this.toasts.sayBriefly(this.t('alreadyClaimed'), {
      label: this.t('claimAgain'),
      run: () => this.create(passage, judgement),
    });
  }

  private create(passage: Range, judgement: Judgement): void {
    const revision = this.store.revision();
    if (!revision) return;
    const id = this.drafts.create(this.store.describer().describe(passage), revision.number, verdictOf(judgement));
    this.select(undefined);
    if (id !== undefined) this.openAnnotation(id, 'write');
  }

  /** Goes on to the next sentence that waits for me, round the end of the article. Whether there is one. */
  next(): boolean {
    const found = nextNeeding(this.sentence(), this.store.sentences().length, (index) => this.needsMe(index));
    if (found === undefined) return false;
    this.close();
    this.select(undefined);
    this.goTo(found, 'focus');
    this.enter();
    return true;
  }

  readonly waitingForMe = computed(() => this.store.sentences().filter(({ index }) => this.needsMe(index)).length);

  /** Why I may not do this to an annotation; undefined when I may. */
  refusal(annotation: AnnotationView, action: Action): ReturnType<typeof refusal> {
    const me = this.session.current();
    return refusal({
      action,
      status: annotation.status,
      roles: me?.roles ?? [],
      actorId: me?.account.id ?? '',
      authorIds: annotation.authors.map(({ id }) => id),
    });
  }

  /**
   * Whether the annotation is open to typing: what waits for approval or has it is locked until somebody means to
   * change it.
   */
  isUnlocked(annotation: AnnotationView): boolean {
    if (this.refusal(annotation, 'edit') || !this.isPlaced(annotation)) return false;
    const guarded = annotation.status === 'submitted' || annotation.status === 'approved';
    return !guarded || this.unlocked().has(annotation.id) || this.drafts.all().has(annotation.id);
  }

  /**
   * Whether it stands on words that it was made on; where the text has changed under it, a person has to say where it
   * stands now.
   */
  isPlaced({ anchor: { outcome } }: AnnotationView): boolean {
    return outcome === 'unchanged' || outcome === 'moved';
  }

  unlock(id: string): void {
    this.wantsFocus.set(true);
    this.unlocked.update((ids) => new Set(ids).add(id));
  }

  lock(id: string): void {
    this.unlocked.update((ids) => new Set([...ids].filter((other) => other !== id)));
  }

  private needsMe(index: number): boolean {
    const sentence = this.store.sentences()[index];
    const { state } = this.store.covered()[index] ?? {};
    if (!sentence || !state) return false;
    if (this.claimForMe(index)) return true;
    const me = this.session.current();
    if (isSettled(state)) return false;
    if (!sentence.checkable && !sentence.confirmedBy)
      return this.session.can('write') && sentence.markedBy?.id !== me?.account.id;
    return (state === 'unchecked' || state === 'partly') && (me?.roles.includes('editor') ?? false);
  }

  /** The claim on a sentence that waits for me: to be approved, or mine to go on with. */
  private claimForMe(index: number): AnnotationView | undefined {
    const me = this.session.current()?.account.id;
    return this.store.onSentences()[index]?.find((annotation) => {
      if (annotation.status === 'submitted') return !this.refusal(annotation, 'approve');
      const isUnfinished = ['draft', 'returned', 'lapsed'].includes(annotation.status);
      return isUnfinished && annotation.authors.some(({ id }) => id === me) && !this.refusal(annotation, 'edit');
    });
  }
}
