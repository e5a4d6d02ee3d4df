import { Component, computed, DOCUMENT, inject, linkedSignal, signal } from '@angular/core';
import type { AnnotationView } from '@belegg/contract';
import { I18n } from '../../shell/i18n';
import { Session } from '../../shell/session';
import { AnnotateStore } from '../annotate.store';
import { Desk } from '../desk';
import { OpenCard } from '../editor/open-card';
import { listen } from '../listen';
import { messages } from '../messages';
import { messages as cardMessages } from './messages';
import { Places } from '../places';
import { ClosedCard } from './closed-card';
import { layoutCards } from './layout-cards';
import { Measured } from './measured';

const gap = 12;
/** Under the bar on top. */
const floor = 20;
const guessedHeight = 96;

/** The cards of the passages near the viewport, each beside its passage as far as the others leave room. */
@Component({
  selector: 'app-card-column',
  imports: [ClosedCard, Measured, OpenCard],
  template: `
    @if (isEmpty()) {
      <p class="hint">
        <b>{{ word('noCards') }}</b>
        @if (session.can('write')) {
          {{ word('noCardsHint') }}
        }
      </p>
    }
    @for (card of cards(); track store.keyOf(card.id)) {
      <div
        class="place"
        [class.open]="card.id === desk.activeId()"
        [class.lit]="card.id === desk.litId()"
        [style.translate]="card.id === desk.activeId() ? null : '0 ' + tops().get(store.keyOf(card.id)) + 'px'"
        [style.top.px]="card.id === desk.activeId() ? tops().get(store.keyOf(card.id)) : null"
        (appMeasured)="note(store.keyOf(card.id), $event)"
        (mouseenter)="desk.pointAt(card.id)"
        (mouseleave)="desk.pointAt(undefined)"
        (focusin)="desk.pointAt(card.id)"
        (focusout)="desk.pointAt(undefined)"
      >
        @if (card.id === desk.activeId()) {
          <app-open-card [annotation]="card" />
        } @else {
          <app-closed-card [annotation]="card" [folded]="isCrowded() || card.status === 'approved'" />
        }
      </div>
    }
  `,
  styleUrl: './card-column.css',
  host: {
    role: 'complementary',
    '[attr.aria-label]': 't("annotations")',
    '[style.min-height.px]': 'bottom()',
    '(pointerdown)': 'hold()',
  },
})
export class CardColumn {
  protected readonly store = inject(AnnotateStore);
  protected readonly desk = inject(Desk);
  private readonly places = inject(Places);
  protected readonly session = inject(Session);
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly word = this.i18n.of(cardMessages);
  /** Whether nobody has said anything of the article yet. */
  protected readonly isEmpty = computed(() => this.store.isComplete() && this.store.annotations().length === 0);
  private readonly heights = signal<ReadonlyMap<string, number>>(new Map());

  protected readonly cards = computed(() => {
    const near = this.places.passages();
    return this.store
      .passages()
      .filter(({ id }) => near.has(id) || id === this.desk.activeId())
      .map(({ annotation }) => annotation);
  });

  /** By key, since ids change. The open one keeps its place while its passage is not painted. */
  private readonly anchors = linkedSignal<ReadonlyMap<string, number>, ReadonlyMap<string, number>>({
    source: this.places.passages,
    computation: (tops, previous) => {
      const anchors = new Map([...tops].map(([id, top]) => [this.store.keyOf(id), top]));
      const open = this.desk.activeId();
      const before = open === undefined ? undefined : previous?.value.get(this.store.keyOf(open));
      if (open !== undefined && before !== undefined && !anchors.has(this.store.keyOf(open)))
        anchors.set(this.store.keyOf(open), before);
      return anchors;
    },
  });

  /** Whether full cards would take more room than the passages have. */
  protected readonly isCrowded = computed(() => {
    const tops = [...this.places.passages().values()];
    return (
      tops.length > 8 &&
      tops.length * (guessedHeight + gap) > 1.6 * ((tops.at(-1) ?? 0) - (tops[0] ?? 0) + guessedHeight)
    );
  });

  private readonly layout = computed(() => {
    const boxes = this.cards()
      .map((card) => this.box(card))
      .sort((a, b) => a.anchor - b.anchor);
    const focus = this.desk.focusId();
    return layoutCards(boxes, gap, floor, focus === undefined ? undefined : this.store.keyOf(focus));
  });

  /** While a hand presses a card, none moves under it: press and release would meet different things, and the click be lost. */
  private readonly isHeld = signal(false);
  protected readonly tops = linkedSignal<
    { held: boolean; layout: ReadonlyMap<string, number> },
    ReadonlyMap<string, number>
  >({
    source: () => ({ held: this.isHeld(), layout: this.layout() }),
    computation: ({ held, layout }, previous) => (held && previous ? previous.value : layout),
  });

  /** The page is as long as its cards, which are out of the flow. */
  protected readonly bottom = computed(() =>
    Math.max(
      0,
      ...this.cards().map(({ id }) => {
        const key = this.store.keyOf(id);
        return (this.tops().get(key) ?? 0) + (this.heights().get(key) ?? guessedHeight);
      }),
    ),
  );

  constructor() {
    // The click comes after the release.
    listen(inject(DOCUMENT), ['pointerup', 'pointercancel'], () => setTimeout(() => this.isHeld.set(false)));
  }

  protected hold(): void {
    this.isHeld.set(true);
  }

  protected note(key: string, height: number): void {
    if (this.heights().get(key) !== height) this.heights.update((all) => new Map(all).set(key, height));
  }

  private box({ id }: AnnotationView): { id: string; anchor: number; height: number } {
    const key = this.store.keyOf(id);
    return { id: key, anchor: this.anchors().get(key) ?? 0, height: this.heights().get(key) ?? guessedHeight };
  }
}
