import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ArticleView, type Problem, type ReportSummary } from '@belegg/contract';
import { CodePointText, openSentences } from '@belegg/domain';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { messages } from './messages';
import { OpenList, type OpenSentence } from './open-list';
import { SigningOff } from './signing-off';

/** Freezes a report of an article once nothing in it is open; until then it says what is. */
@Component({
  selector: 'app-sign-off-part',
  imports: [OpenList, ProblemView, RouterLink],
  template: `
    <h2>{{ t('signOffHeading') }}</h2>
    @if (latest()?.current) {
      <p>{{ t('signedNow') }}</p>
    } @else {
      @if (latest()) {
        <p class="note">{{ t('changedSince') }}</p>
      }
      @if (open().length) {
        <app-open-list [articleId]="article().id" [open]="open()" />
      } @else if (!orphans().length) {
        <p>{{ t('signOffReady') }}</p>
      }
      @if (orphans().length) {
        <p>{{ t('signOffOrphans') }}</p>
        <ul>
          @for (orphan of orphans(); track orphan.annotationId) {
            <li>
              <a [routerLink]="['/articles', article().id]" [queryParams]="{ annotation: orphan.annotationId }">{{
                orphan.exact
              }}</a>
            </li>
          }
        </ul>
      }
      <app-problem [error]="failure()" />
      @if (session.can('review')) {
        <button
          type="button"
          class="btn"
          [class.primary]="!open().length"
          [attr.aria-disabled]="open().length || isSigning() ? true : null"
          (click)="sign()"
        >
          {{ t('signOff') }}
        </button>
      } @else {
        <p class="small muted">{{ t('signOffReviewers') }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    app-open-list {
      width: 100%;
    }
  `,
})
export class SignOffPart {
  private readonly signingOff = inject(SigningOff);
  protected readonly session = inject(Session);
  protected readonly t = inject(I18n).of(messages);
  readonly article = input.required<ArticleView>();
  /** The last report that was frozen. */
  readonly latest = input<ReportSummary>();
  readonly signed = output<ReportSummary>();

  protected readonly isSigning = signal(false);
  protected readonly failure = signal<unknown>(undefined);
  /** What the server said is open, of the article as it was shown then. */
  private readonly refused = signal<
    | {
        readonly of: ArticleView;
        readonly open: readonly OpenSentence[];
        readonly orphans: NonNullable<Problem['orphans']>;
      }
    | undefined
  >(undefined);
  protected readonly open = computed(() => {
    const refused = this.refused();
    return refused?.of === this.article() ? refused.open : openIn(this.article());
  });

  /** Annotations that have lost their words: only the server tells. */
  protected readonly orphans = computed(() =>
    this.refused()?.of === this.article() ? (this.refused()?.orphans ?? []) : [],
  );

  protected async sign(): Promise<void> {
    const article = this.article();
    if (this.open().length > 0 || this.isSigning()) return;
    this.isSigning.set(true);
    this.failure.set(undefined);
    try {
      const report = await this.signingOff.sign(article.id);
      if (report) this.signed.emit(report);
    } catch (error) {
      if (error instanceof ProblemError && error.is('not-covered'))
        this.refused.set({ of: article, open: error.problem.open ?? [], orphans: error.problem.orphans ?? [] });
      else this.failure.set(error);
    } finally {
      this.isSigning.set(false);
    }
  }
}

function openIn({ sentences, revision }: ArticleView): readonly OpenSentence[] {
  const text = new CodePointText(revision.text);
  return openSentences(sentences.map(({ state }) => state)).flatMap((index) => {
    const sentence = sentences[index];
    if (!sentence) return [];
    const openWords = (sentence.open ?? []).map(({ start, end }) => text.slice(start, end));
    return [{ index, state: sentence.state, text: text.slice(sentence.start, sentence.end), openWords }];
  });
}
