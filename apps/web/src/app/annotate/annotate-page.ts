import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Range } from '@belegg/domain';
import { Empty, Kbd } from '@belegg/ui';
import { BarContent } from '../shell/bar';
import { I18n } from '../shell/i18n';
import { pageTitle } from '../shell/page-title';
import { ProblemError } from '../shell/problem-error';
import { ProblemView } from '../shell/problem-view';
import { Toasts } from '../shell/toasts';
import { type CurrentText, Members, Talk, TalkMarks, TalkPanel, Threads, Written } from '../threads';
import { isNarrow } from '../shell/narrow';
import { Assignments, Taking } from '../assignments';
import { nameOpenCard } from './address';
import { AnnotateStore } from './annotate.store';
import { CardColumn } from './cards/card-column';
import { messages as cardMessages } from './cards/messages';
import { Orphans } from './cards/orphans';
import { CheckabilityMarks } from './checkability';
import { PageFocus } from './page-focus';
import { isLocal } from './drafts/draft';
import { Drafts } from './drafts/drafts';
import { EarlierCitations } from './editor/earlier-citations';
import { Finding } from './find/finding';
import { FindPanel } from './find/find-panel';
import { followDrafts, followEvents } from './live-updates';
import { messages } from './messages';
import { Places } from './places';
import { Placing } from './placing';
import { Rail } from './rail/rail';
import { Reviews } from './reviews';
import { SentenceBorders } from './sentence-borders';
import { ServerWords } from './server-words';
import { Sources } from '../sources';
import { ArticleText } from './text/article-text';
import { Presence, PresenceMarks } from '../presence';
import { sentenceAt } from '../reading';
import { VerdictToolbar } from './toolbar/verdict-toolbar';
import { ArticleHead } from './top/article-head';
import { CoverageSummary } from './top/coverage-summary';
import { SignOff } from './top/sign-off';
import { registerUndo, Undo } from './undo';

/** The desk where an article is checked line by line: rail, text and cards. */
@Component({
  selector: 'app-annotate-page',
  imports: [
    Kbd,
    ArticleHead,
    ArticleText,
    BarContent,
    CardColumn,
    CoverageSummary,
    Empty,
    FindPanel,
    Orphans,
    PresenceMarks,
    ProblemView,
    Rail,
    RouterLink,
    SignOff,
    TalkMarks,
    TalkPanel,
    VerdictToolbar,
  ],
  providers: [
    AnnotateStore,
    Assignments,
    CheckabilityMarks,
    PageFocus,
    Drafts,
    EarlierCitations,
    Finding,
    Members,
    Places,
    Placing,
    Presence,
    Reviews,
    SentenceBorders,
    ServerWords,
    Sources,
    Taking,
    Talk,
    Threads,
    Undo,
    Written,
  ],
  templateUrl: './annotate-page.html',
  styleUrl: './annotate-page.css',
})
export class AnnotatePage {
  protected readonly store = inject(AnnotateStore);
  protected readonly pageFocus = inject(PageFocus);
  protected readonly places = inject(Places);
  protected readonly talk = inject(Talk);
  protected readonly finding = inject(Finding);
  private readonly drafts = inject(Drafts);
  private readonly sources = inject(Sources);
  private readonly toasts = inject(Toasts);
  private readonly narrow = isNarrow();
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly word = this.i18n.of(cardMessages);
  protected readonly isMissing = computed(() => {
    const error = this.store.error();
    return error instanceof ProblemError && error.is('not-found');
  });
  readonly id = input.required<string>();
  /** The annotation to open, as a link to it names it. */
  readonly annotation = input<string>();
  protected readonly currentText = computed<CurrentText>(() => ({
    articleId: this.id(),
    text: this.store.text().text,
    number: this.store.revision()?.number ?? 1,
    describer: this.store.describer(),
  }));
  protected readonly annotated = (id: string): string | undefined => this.store.annotation(id)?.selector[1].exact;
  /** The sentence to go to, counted from 0, as a link to it names it. */
  readonly sentence = input<string>();

  constructor() {
    pageTitle(() => this.store.article()?.title);
    effect(() => {
      const id = this.id();
      untracked(() => void this.load(id));
    });
    effect(() => {
      const asked = this.annotation();
      untracked(() => this.store.article() && this.open(asked));
    });
    const threads = inject(Threads);
    const assignments = inject(Assignments);
    effect(() => {
      threads.follow(this.id());
      assignments.follow(this.id());
    });
    inject(Presence).follow(
      () => this.store.article()?.id,
      () => {
        const annotationId = this.pageFocus.activeId();
        const isKept = annotationId !== undefined && !isLocal(annotationId);
        return { sentence: this.pageFocus.sentence(), ...(isKept && { annotationId }) };
      },
    );
    // A card opens where the panel is.
    effect(() => this.pageFocus.activeId() !== undefined && untracked(() => this.talk.hide()));
    nameOpenCard();
    followEvents();
    followDrafts();
    registerUndo();
  }

  /** An address may name an annotation that was deleted since. */
  private open(annotation: string | undefined): void {
    if (annotation === undefined || annotation === this.pageFocus.activeId()) return;
    if (this.store.annotation(annotation)) this.pageFocus.openAnnotation(annotation, 'show');
    else this.toasts.say(this.t('annotationGone'));
  }

  protected showPassage({ start }: Range): void {
    if (this.narrow()) this.talk.hide();
    this.pageFocus.goTo(sentenceAt(this.store.sentences(), start), 'nothing');
  }

  protected showAnnotation(id: string): void {
    this.talk.hide();
    this.pageFocus.openAnnotation(id, 'show');
  }

  protected async load(id: string): Promise<void> {
    await Promise.all([this.store.load(id), this.sources.find('').catch(() => undefined)]);
    if (!this.store.article()) return;
    void this.drafts.restore(id);
    const sentence = this.sentence();
    if (this.annotation() !== undefined) this.open(this.annotation());
    else if (sentence !== undefined) this.pageFocus.goTo(Number(sentence) || 0, 'focus');
  }
}
