import {
  Component,
  computed,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import type { ReviewItem } from '@belegg/contract';
import { Sources } from '../sources';
import { Assignments, Taking } from '../assignments';
import { BarContent } from '../shell/bar';
import { I18n } from '../shell/i18n';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { Members, Threads, Written } from '../threads';
import { ArticleDone } from './article-done';
import { Deciding, type Decided } from './deciding';
import { MarkPanel } from './mark-panel';
import { messages } from './messages';
import { isNarrow } from '../shell/narrow';
import { NothingLeft } from './nothing-left';
import { PassageView } from './passage-view';
import { idOf, isClaim, type QueueEntry } from './queue-entry';
import { QueueList } from './queue-list';
import { Reading } from './reading';
import { ReturnComments } from './return-comments';
import { registerReviewKeys } from './review-keys';
import { ReviewPanel } from './review-panel';
import { ReviewQueue } from './review-queue';

/** The reviewer's desk: the queue, the passage in its surroundings, and what is said of it with its evidence. */
@Component({
  selector: 'app-review-page',
  imports: [ArticleDone, BarContent, MarkPanel, NothingLeft, PassageView, ProblemView, QueueList, ReviewPanel],
  providers: [ReviewQueue, Reading, ReturnComments, Deciding, Sources, Assignments, Taking, Members, Threads, Written],
  templateUrl: './review-page.html',
  styleUrl: './review-page.css',
})
export class ReviewPage {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  protected readonly queue = inject(ReviewQueue);
  protected readonly reading = inject(Reading);
  protected readonly t = inject(I18n).of(messages);
  private readonly narrow = isNarrow();
  private takesFocus = false;
  /** The article that was just gone through. */
  protected readonly finished = signal<ReviewItem['article'] | undefined>(undefined);
  private readonly middle = viewChild<ElementRef<HTMLElement>>('middle');
  private readonly claimPanel = viewChild(ReviewPanel);
  private readonly markPanel = viewChild(MarkPanel);

  /** The annotation that is read; part of the address, so that Back leads to the one before. */
  readonly item = input<string>();

  /** What one may decide on, in the order of the list. */
  protected readonly mine = computed(() => this.queue.grouped().mine.flatMap(({ items }) => items));
  protected readonly isDone = computed(() => this.queue.loaded() && this.mine().length === 0);
  protected readonly isEmpty = computed(() => this.queue.loaded() && this.queue.grouped().order.length === 0);
  protected readonly position = computed(() => {
    const count = this.mine().length;
    const index = this.mine().findIndex((entry) => idOf(entry) === this.reading.id());
    return index < 0 ? '' : this.t(this.queue.hasMore() ? 'positionMore' : 'position', { number: index + 1, count });
  });

  constructor() {
    pageTitle(() => this.t('title'));
    effect(() => this.reading.choose(this.item()));
    effect(() => this.chooseFirst());
    // Something is read, by hand or since a decision on it was taken back: the summary gives way.
    effect(() => this.item() !== undefined && untracked(() => this.finished.set(undefined)));
    const deciding = inject(Deciding);
    effect(() => {
      const undone = deciding.undone();
      if (undone) untracked(() => this.read(idOf(undone)));
    });
    effect(() => {
      const entry = this.reading.entry();
      this.showPassage(entry && idOf(entry));
    });
    registerReviewKeys({
      move: (step) => this.move(step),
      panel: () => this.claimPanel() ?? this.markPanel(),
      toList: () => this.toList(),
      openInArticle: () => this.openInArticle(),
    });
  }

  protected decided({ next, finished }: Decided): void {
    if (finished) return this.finish(finished);
    this.read(next);
    // With the form the focus went too; the next thing to read takes it.
    requestAnimationFrame(() => {
      if (this.document.activeElement === this.document.body) this.focusText();
    });
  }

  /** The article stays, with how far it is, until somebody goes on. */
  private finish(item: QueueEntry): void {
    this.finished.set(item.article);
    this.read(undefined);
  }

  /** On to what waits in another article. */
  protected goOn(): void {
    this.finished.set(undefined);
    this.read(this.firstOfMine());
  }

  private firstOfMine(): string | undefined {
    const [first] = this.mine();
    return first && idOf(first);
  }

  protected read(item: string | undefined): void {
    void this.router.navigate([], { queryParams: { item: item ?? null }, replaceUrl: true });
  }

  protected toList(): void {
    if (this.narrow()) this.read(undefined);
  }

  /**
   * Chosen from the list by hand: the focus goes to what is read once it is there, since on a narrow page the list
   * goes.
   */
  protected followByHand(): void {
    this.takesFocus = true;
  }

  private focusText(): void {
    this.takesFocus = false;
    this.middle()?.nativeElement.focus({ preventScroll: true });
  }

  private move(step: 1 | -1): void {
    const { order } = this.queue.grouped();
    const index = order.findIndex((entry) => idOf(entry) === this.reading.id());
    const next = index < 0 ? (this.mine()[0] ?? order[0]) : order[index + step];
    if (next) this.read(idOf(next));
    else if (step > 0 && this.queue.hasMore()) void this.queue.more();
  }

  private openInArticle(): void {
    const entry = this.reading.entry();
    if (!entry) return;
    const queryParams = isClaim(entry) ? { annotation: entry.annotation.id } : { sentence: entry.sentence - 1 };
    void this.router.navigate(['/articles', entry.article.id], { queryParams });
  }

  /**
   * Where there is room beside the list, something is always open; an address of what is not in the queue leads to the
   * queue.
   */
  private chooseFirst(): void {
    if (!this.queue.loaded() || this.reading.entry() || this.finished()) return;
    const wanted = this.narrow() ? undefined : this.firstOfMine();
    if (wanted !== this.item() && (wanted !== undefined || this.item() !== undefined))
      untracked(() => this.read(wanted));
  }

  private showPassage(id: string | undefined): void {
    if (id === undefined) return;
    requestAnimationFrame(() => {
      const pane = this.middle()?.nativeElement;
      if (!pane) return;
      if (this.takesFocus) this.focusText();
      pane.scrollTop = 0;
      // A passage that stands below what fits is brought to the middle; on a narrow page the page itself begins at its
      // top.
      const mark = pane.querySelector('mark');
      if (mark && pane.scrollHeight > pane.clientHeight) mark.scrollIntoView({ block: 'center' });
      else if (this.narrow()) pane.ownerDocument.defaultView?.scrollTo({ top: 0 });
    });
  }
}
