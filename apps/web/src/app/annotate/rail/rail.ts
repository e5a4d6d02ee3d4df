import { Component, computed, DestroyRef, ElementRef, inject, signal } from '@angular/core';
import { I18n } from '../../shell/i18n';
import { terms } from '../../shell/terms';
import { AnnotateStore } from '../annotate.store';
import { PageFocus } from '../page-focus';
import { Drafts } from '../drafts/drafts';
import { messages } from '../messages';
import { gravest, ticksOf, verdictIn, type RailSentence } from './ticks';

/** Height of the least tick with the gap under it, in CSS pixels. */
const leastTick = 5;

/**
 * The whole article as a strip of its sentences. To a hand it is a way to jump; to the keyboard and a screen reader it
 * is one slider over the sentences, not thousands of links.
 */
@Component({
  selector: 'app-rail',
  templateUrl: './rail.html',
  styleUrl: './rail.css',
})
export class Rail {
  private readonly i18n = inject(I18n);
  private readonly store = inject(AnnotateStore);
  private readonly drafts = inject(Drafts);
  protected readonly pageFocus = inject(PageFocus);
  protected readonly t = this.i18n.of(messages);
  private readonly term = this.i18n.of(terms);
  private readonly height = signal(600);

  private readonly sentences = computed(() =>
    this.store.sentences().map((sentence): RailSentence => {
      const state = this.store.states()[sentence.index] ?? 'unchecked';
      return { state, verdict: this.verdictOf(sentence.index), length: sentence.end - sentence.start };
    }),
  );
  protected readonly ticks = computed(() => ticksOf(this.sentences(), Math.floor(this.height() / leastTick)));
  protected readonly count = computed(() => this.store.sentences().length);
  protected readonly said = computed(() => {
    const { state = 'unchecked', verdict } = this.sentences()[this.pageFocus.sentence()] ?? {};
    return [
      this.t('sentenceOf', { number: this.pageFocus.sentence() + 1, total: this.count() }),
      this.term(`state.${state}`),
      verdict && this.term(`verdict.${verdict}`),
    ]
      .filter(Boolean)
      .join(', ');
  });

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => this.height.set(entry?.contentRect.height ?? 600));
    observer.observe(nativeElement);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }

  protected press(event: KeyboardEvent): void {
    const last = this.count() - 1;
    const at = this.pageFocus.sentence();
    const goals: Readonly<Partial<Record<string, number>>> = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: last,
    };
    const goal = goals[event.key];
    if (goal === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.pageFocus.goTo(Math.min(Math.max(goal, 0), last), 'nothing');
  }

  /** Of the annotations that give the sentence its state, the gravest verdict. */
  private verdictOf(index: number): RailSentence['verdict'] {
    const least = this.store.covered()[index]?.least;
    const deciding = (this.store.onSentences()[index] ?? []).filter(({ status }) => status === least);
    return gravest(deciding.flatMap(({ id, verdict }) => verdictIn(this.drafts.judgements().get(id) ?? verdict)));
  }
}
