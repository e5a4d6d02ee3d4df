import { Component, computed, DOCUMENT, inject, linkedSignal, signal } from '@angular/core';
import type { AnnotationView } from '@belegg/contract';
import { I18n } from '../../shell/i18n';
import { Session } from '../../shell/session';
import { AnnotateStore } from '../annotate.store';
import { PageFocus } from '../page-focus';
import { OpenCard } from '../editor/open-card';
import { listen } from '../../shell/listen';
import { messages } from '../messages';
import { messages as cardMessages } from './messages';
import { Finding } from '../find/finding';
import { messages as findMessages } from '../find/messages';
import { Places } from '../places';
import { ClosedCard } from './closed-card';
import { keptCards } from './kept-cards';
import { layoutCards } from './layout-cards';
import { Measured } from './measured';

const gap = 12;
/** Under the bar on top. */
const floor = 20;
const guessedHeight = 96;
/** As many as fill several windows. */
const fewestCards = 24;

/**
 * The cards of the passages near the viewport and next to them, each beside its passage as far as the others leave
 * room.
 */
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
    @if (noneFits()) {
      <p class="hint">{{ find('noneFits') }}</p>
    }
    @for (card of cards(); track store.keyOf(card.id)) {
      <div
        class="place"
        [class.open]="card.id === pageFocus.activeId()"
        [class.lit]="card.id === pageFocus.litId()"
        [style.translate]="card.id === pageFocus.activeId() ? null : '0 ' + tops().get(store.keyOf(card.id)) + 'px'"
        [style.top.px]="card.id === pageFocus.activeId() ? tops().get(store.keyOf(card.id)) : null"
        (appMeasured)="note(store.keyOf(card.id), $event)"
        (mouseenter)="pageFocus.pointAt(card.id)"
        (mouseleave)="pageFocus.pointAt(undefined)"
        (focusin)="pageFocus.pointAt(card.id)"
        (focusout)="pageFocus.pointAt(undefined)"
      >
        @if (card.id === pageFocus.activeId()) {
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
  protected readonly pageFocus = inject(PageFocus);
  private readonly places = inject(Places);
  private readonly finding = inject(Finding);
  protected readonly session = inject(Session);
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly word = this.i18n.of(cardMessages);
  protected readonly find = this.i18n.of(findMessages);
  /** Whether nobody has said anything of the article yet. */
  protected readonly isEmpty = computed(() => this.store.isComplete() && this.store.annotations().length === 0);
  /** The passages whose cards are not filtered out; the open one stays. */
  private readonly wanted = computed(() => this.store.passages().filter(({ id }) => this.isWanted(id)));
  protected readonly noneFits = computed(() => this.finding.isFiltered() && this.wanted().length === 0);
  private readonly heights = signal<ReadonlyMap<string, number>>(new Map());

  /**
   * The tops of the passages whose cards are shown, by key, since ids change. A card that is shown while its passage is
   * not painted keeps the place that it had.
   */
  private readonly anchors = linkedSignal<
    { near: ReadonlyMap<string, number>; all: readonly string[]; open: string | undefined },
    ReadonlyMap<string, number>
  >({
    source: () => ({
      near: new Map(
        [...this.places.passages()].filter(([id]) => this.isWanted(id)).map(([id, top]) => [this.store.keyOf(id), top]),
      ),
      all: this.wanted().map(({ id }) => this.store.keyOf(id)),
      open: this.openKey(),
    }),
    computation: ({ near, all, open }, previous) => {
      const before = previous?.value ?? new Map<string, number>();
      const kept = keptCards(all, new Set(near.keys()), new Set(before.keys()), fewestCards);
      if (open !== undefined && before.has(open)) kept.add(open);
      return new Map([...kept].map((key) => [key, near.get(key) ?? before.get(key) ?? 0]));
    },
  });

  protected readonly cards = computed(() =>
    this.wanted()
      .filter(({ id }) => this.anchors().has(this.store.keyOf(id)) || id === this.pageFocus.activeId())
      .map(({ annotation }) => annotation),
  );

  /** Whether full cards would take more room than the passages have. */
  protected readonly isCrowded = computed(() => {
    const tops = [...this.anchors().values()].sort((a, b) => a - b);
    return (
      tops.length > 8 &&
      tops.length * (guessedHeight + gap) > 1.6 * ((tops.at(-1) ?? 0) - (tops[0] ?? 0) + guessedHeight)
    );
  });

  private readonly layout = computed(() => {
    const boxes = this.cards()
      .map((card) => this.box(card))
      .sort((a, b) => a.anchor - b.anchor);
    const focus = this.pageFocus.focusId();
    return layoutCards(boxes, gap, floor, focus === undefined ? undefined : this.store.keyOf(focus));
  });

  /**
   * While a hand presses a card, none moves under it: press and release would meet different things, and the click be
   * lost.
   */
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

  private isWanted(id: string): boolean {
    return (this.finding.shown()?.has(id) ?? true) || id === this.pageFocus.activeId();
  }

  private openKey(): string | undefined {
    const id = this.pageFocus.activeId();
    return id === undefined ? undefined : this.store.keyOf(id);
  }

  private box({ id }: AnnotationView): { id: string; anchor: number; height: number } {
    const key = this.store.keyOf(id);
    return { id: key, anchor: this.anchors().get(key) ?? 0, height: this.heights().get(key) ?? guessedHeight };
  }
}
