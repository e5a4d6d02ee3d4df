import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ArticleView } from '@belegg/contract';
import { Dialogs } from '../../shell/dialogs';
import { I18n } from '../../shell/i18n';
import { Session } from '../../shell/session';
import { Shortcuts } from '../../shell/shortcuts';
import { PresentPeople } from '../../presence';
import { TalkButton } from '../../threads';
import { ArticleAssignments, type Selected } from '../../assignments';
import { AnnotateStore } from '../annotate.store';
import { CheckabilityMarks } from '../checkability';
import { Finding } from '../find/finding';
import { messages as findMessages } from '../find/messages';
import { messages } from '../messages';
import { PageFocus } from '../page-focus';

/**
 * What stands over the text: the headline where the text has none of its own, who wrote it and when, and where else to
 * go.
 */
@Component({
  selector: 'app-article-head',
  imports: [ArticleAssignments, PresentPeople, RouterLink, TalkButton],
  template: `
    @if (article(); as article) {
      @if (!hasHeadline()) {
        <h1>{{ article.title }}</h1>
      }
      <div class="by">
        @if (article.author) {
          <span>{{ article.author }}</span>
        }
        @if (article.date; as date) {
          <span>{{ i18n.day(date) }}</span>
        }
        <span>{{ t('revision', { number: article.revision.number }) }}</span>
        <span>{{ t('toCheck', { count: store.coverage().checkable }) }}</span>
        <a [routerLink]="['/articles', article.id, 'report']">{{ t('draftReport') }}</a>
        <a [routerLink]="['/articles', article.id, 'history']">{{ t('history') }}</a>
        <app-talk-button />
        <button type="button" class="link" [attr.aria-expanded]="finding.isOpen()" (click)="toggleFind()">
          {{ find('find') }}
        </button>
        @if (session.can('write')) {
          <a [routerLink]="['/articles', article.id, 'revise']">{{ t('newText') }}</a>
          <button type="button" class="link" (click)="editDetails(article)">{{ t('editDetails') }}</button>
        }
      </div>
      <app-present-people (gone)="pageFocus.goTo($event, 'focus')" />
      <app-article-assignments [articleId]="article.id" [selected]="selected" />
      @if (waiting() && session.can('write')) {
        <p class="note">
          {{ t('placesWaiting', { count: waiting() }) }}
          <a [routerLink]="['/articles', article.id, 'places']">{{ t('goThroughPlaces') }}</a>
        </p>
      }
      @if (marks.suggested().length && session.can('write')) {
        <p class="note">
          {{ t('suggestions', { count: marks.suggested().length }) }}
          <button type="button" class="link" (click)="markSuggested()">
            {{ t('markSuggested', { count: marks.suggested().length }) }}
          </button>
        </p>
      }
    }
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: 30px;
      font-family: var(--sans);
    }
    h1 {
      font: 560 42px/1.12 var(--serif);
      letter-spacing: -0.018em;
      margin: 0 0 14px;
      text-wrap: balance;
    }
    .by {
      font-size: 14px;
      color: var(--ink-2);
      display: flex;
      gap: 4px 14px;
      flex-wrap: wrap;
    }
    .note {
      margin-top: 18px;
      max-width: 68ch;
    }
    @media (max-width: 900px) {
      h1 {
        font-size: 31px;
      }
    }
  `,
})
export class ArticleHead {
  private readonly dialogs = inject(Dialogs);
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly find = this.i18n.of(findMessages);
  protected readonly finding = inject(Finding);
  protected readonly store = inject(AnnotateStore);
  protected readonly marks = inject(CheckabilityMarks);
  protected readonly session = inject(Session);
  protected readonly pageFocus = inject(PageFocus);
  protected readonly article = this.store.article;
  protected readonly hasHeadline = computed(() => {
    const [first] = this.store.revision()?.blocks ?? [];
    return first?.kind === 'heading' && first.level === 1;
  });

  /** How many annotations wait for a person to say where they stand in the text as it is now. */
  protected readonly waiting = computed(
    () =>
      this.store.annotations().filter(({ anchor }) => anchor.outcome === 'changed' || anchor.outcome === 'orphaned')
        .length,
  );

  /** The words that are selected, as an assignment names them. */
  protected readonly selected = (): Selected | undefined => {
    const range = this.pageFocus.selection() && this.pageFocus.passage();
    const articleRevision = this.store.revision()?.number;
    if (!range || articleRevision === undefined) return undefined;
    const { start, end } = range;
    return { passage: { start, end, articleRevision }, exact: this.store.text().slice(start, end) };
  };

  constructor() {
    const router = inject(Router);
    const shortcuts = inject(Shortcuts);
    shortcuts.register({
      keys: 'f',
      scope: () => this.t('article'),
      description: () => this.find('find'),
      run: () => this.toggleFind(),
    });
    shortcuts.register({
      keys: 'Shift+t',
      scope: () => this.t('article'),
      description: () => this.t('newText'),
      when: () => this.session.can('write') && this.article() !== undefined,
      run: () => void router.navigate(['/articles', this.article()?.id, 'revise']),
    });
  }

  protected toggleFind(): void {
    if (this.finding.isOpen()) this.finding.hide();
    else this.finding.show();
  }

  /** A new date or language makes a new revision, on which annotations stand anew. */
  protected async editDetails(article: ArticleView): Promise<void> {
    const changed = await this.dialogs.open<ArticleView>(
      () => import('../../articles/details-dialog').then((m) => m.DetailsDialog),
      article,
    );
    if (!changed) return;
    this.store.putArticle(changed);
    if (changed.revision.id !== article.revision.id) await this.store.reloadAnnotations();
  }

  protected markSuggested(): void {
    void this.marks.mark(this.marks.suggested(), ({ suggestion }) => ({
      checkable: false,
      reason: suggestion,
      note: '',
    }));
  }
}
