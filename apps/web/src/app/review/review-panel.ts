import { Component, computed, effect, inject, input, linkedSignal, output } from '@angular/core';
import type { ReviewItem } from '@belegg/contract';
import { Kbd, VerdictBadge } from '@belegg/ui';
import { CitationView, IndependenceNote, Sources } from '../sources';
import { DiffText } from '../reading';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { terms, verdictKey } from '../shell/terms';
import { AnnotationTalk, Threads } from '../threads';
import { Assignments, ClaimAssignments } from '../assignments';
import { Conversation } from './conversation';
import { Deciding, type Decided } from './deciding';
import { messages } from './messages';
import { OtherClaims } from './other-claims';
import { Rationale } from './rationale';
import { Reading } from './reading';
import { ReadingNote } from './reading-note';
import { ReturnComments } from './return-comments';
import { ReturnForm } from './return-form';
import { sinceWhen } from './since-when';
import { changesSince, isNothing } from './what-changed';

/** What is said of the passage, on what evidence, how it came about, and the decision on it. */
@Component({
  selector: 'app-review-panel',
  imports: [
    AnnotationTalk,
    CitationView,
    ClaimAssignments,
    Conversation,
    DiffText,
    IndependenceNote,
    Kbd,
    OtherClaims,
    ProblemView,
    Rationale,
    ReadingNote,
    ReturnForm,
    VerdictBadge,
  ],
  templateUrl: './review-panel.html',
  styleUrl: './review-panel.css',
  host: { role: 'complementary', '[attr.aria-label]': "t('claim')" },
})
export class ReviewPanel {
  private readonly i18n = inject(I18n);
  private readonly reading = inject(Reading);
  private readonly comments = inject(ReturnComments);
  private readonly sources = inject(Sources);
  protected readonly deciding = inject(Deciding);
  protected readonly t = this.i18n.of(messages);
  protected readonly term = this.i18n.of(terms);
  protected readonly verdictKey = verdictKey;

  readonly item = input.required<ReviewItem>();
  readonly decided = output<Decided>();

  protected readonly annotation = computed(() => this.item().annotation);
  /** What it is compared with: what was on the screen a moment ago, else what was decided on last. */
  private readonly earlier = computed(() => this.reading.before()?.annotation ?? this.item().previous);
  protected readonly changes = computed(() => {
    const earlier = this.earlier();
    return earlier && changesSince(earlier, this.annotation());
  });
  protected readonly isUnchanged = computed(() => {
    const changes = this.changes();
    return changes !== undefined && isNothing(changes);
  });
  protected readonly since = computed(() =>
    sinceWhen(this.i18n, this.item(), { wasOnScreen: this.reading.before() !== undefined, me: this.deciding.me }),
  );
  protected readonly authors = computed(() => this.i18n.list(this.annotation().authors.map(({ name }) => name)));

  private readonly id = computed(() => this.annotation().id);
  /** Whether a comment is being written; anew for each claim. */
  protected readonly isReturning = linkedSignal({ source: this.id, computation: () => false });
  protected readonly hasComment = computed(() => this.comments.of(this.id()) !== '');

  constructor() {
    const threads = inject(Threads);
    const assignments = inject(Assignments);
    effect(() => {
      threads.follow(this.item().article.id);
      assignments.follow(this.item().article.id);
    });
    effect(() => this.sources.ensureCited(this.annotation().citations));
    effect(() =>
      this.sources.ensure(
        [...this.annotation().citations, ...(this.earlier()?.citations ?? [])].map(({ sourceId }) => sourceId),
      ),
    );
  }

  /** Whether the source says something else by now than when it was cited. */
  protected hasChanged(citationId: string | undefined): boolean {
    return this.annotation().citations.some(({ id, sourceChanged }) => id === citationId && sourceChanged === true);
  }

  beginReturn(): void {
    if (this.deciding.isPossible()) this.isReturning.set(true);
  }

  /** Puts the comment away, which is kept. Returns whether there was one to put away. */
  cancelReturn(): boolean {
    const wasReturning = this.isReturning();
    this.isReturning.set(false);
    return wasReturning;
  }

  async approve(): Promise<void> {
    const done = await this.deciding.decide('approve');
    if (done) this.decided.emit(done);
  }

  protected async return(comment: string): Promise<void> {
    const done = await this.deciding.decide('return', comment);
    if (done) this.decided.emit(done);
  }

  protected sourceName(id: string): string {
    return this.sources.name(id) ?? '…';
  }
}
