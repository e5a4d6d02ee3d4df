import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SentenceState } from '@belegg/domain';
import { I18n } from '../shell/i18n';
import { terms } from '../shell/terms';
import { messages } from './messages';
import { QuotedWords } from './quoted-words';

/** A sentence that keeps an article from being signed off. */
export interface OpenSentence {
  readonly index: number;
  readonly text: string;
  readonly state: SentenceState;
  /** Where it is `partly` covered: what nothing covers. */
  readonly openWords?: readonly string[] | undefined;
}

const shownAtFirst = 8;

/** What still has to be finished, each a link to its place in the article. */
@Component({
  selector: 'app-open-list',
  imports: [QuotedWords, RouterLink],
  templateUrl: './open-list.html',
  styles: `
    ul {
      list-style: none;
      margin: 6px 0;
      padding: 0;
    }
    li {
      display: grid;
      gap: 1px;
      padding: 7px 0;
      border-top: 1px solid var(--line);
    }
    a {
      font: 400 15px/1.35 var(--serif);
      color: var(--ink);
      text-decoration-color: var(--line-2);
      display: -webkit-box;
      -webkit-line-clamp: 2;
      line-clamp: 2;
      -webkit-box-orient: vertical;
      overflow: hidden;
      overflow-wrap: anywhere;
    }
  `,
})
export class OpenList {
  protected readonly t = inject(I18n).of(messages);
  protected readonly term = inject(I18n).of(terms);
  readonly articleId = input.required<string>();
  readonly open = input.required<readonly OpenSentence[]>();

  protected readonly showsAll = signal(false);
  protected readonly shown = computed(() => (this.showsAll() ? this.open() : this.open().slice(0, shownAtFirst)));
  protected readonly hidden = computed(() => this.open().length - this.shown().length);
}
