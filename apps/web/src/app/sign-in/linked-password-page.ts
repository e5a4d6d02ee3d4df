import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { routes } from '@belegg/contract';
import { Control, Field } from '@belegg/ui';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { pageTitle } from '../shell/page-title';
import { problemAt, ProblemView } from '../shell/problem-view';
import { messages } from './messages';

/** The least that a password needs, as the contract has it. */
const shortest = 10;

/** Where a link that came by mail leads: a new password, and then to sign in with it. */
@Component({
  selector: 'app-linked-password-page',
  imports: [Control, Field, ProblemView, RouterLink],
  template: `
    <main class="sign-in">
      <p class="name">Belegg</p>
      <h1>{{ t('newPassword') }}</h1>
      @if (isDone()) {
        <p role="status">{{ t('linkedDone') }}</p>
      } @else {
        <p class="lead">{{ t('linkedLead') }}</p>
        <form class="stack" novalidate (submit)="save($event, next)">
          <app-problem [error]="failure()" [fields]="['/next']" />
          <ui-field
            [label]="t('next')"
            [hint]="t('nextHint', { count: shortest })"
            [error]="isShort() ? t('tooShort', { count: shortest }) : problemAt(failure(), '/next')"
          >
            <input #next uiControl type="password" name="password" autocomplete="new-password" />
          </ui-field>
          <div class="row">
            <button type="submit" class="btn primary">{{ t('save') }}</button>
          </div>
        </form>
      }
      <p>
        @if (isDone()) {
          <a routerLink="/sign-in">{{ t('signIn') }}</a>
        } @else {
          <a routerLink="/forgotten">{{ t('newLink') }}</a>
        }
      </p>
    </main>
  `,
  styleUrl: './sign-in.css',
})
export class LinkedPasswordPage {
  private readonly api = inject(Api);
  private readonly view = inject(DOCUMENT).defaultView;
  protected readonly t = inject(I18n).of(messages);
  protected readonly shortest = shortest;
  protected readonly problemAt = problemAt;
  protected readonly isShort = signal(false);
  protected readonly isDone = signal(false);
  protected readonly failure = signal<unknown>(undefined);

  constructor() {
    pageTitle(() => this.t('newPassword'));
  }

  protected async save(event: Event, next: HTMLInputElement): Promise<void> {
    event.preventDefault();
    this.isShort.set(next.value.length < shortest);
    if (this.isShort()) return next.focus();
    this.failure.set(undefined);
    try {
      // What stands behind the number sign stays in this browser until here.
      const secret = this.view?.location.hash.slice(1) ?? '';
      await this.api.call(routes.redeemPasswordLink, { body: { secret, next: next.value } });
      this.view?.history.replaceState(null, '', this.view.location.pathname);
      this.isDone.set(true);
    } catch (error) {
      this.failure.set(error);
    }
  }
}
