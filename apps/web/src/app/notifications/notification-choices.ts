import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import {
  mailLanguages,
  mailRhythms,
  notificationKinds,
  routes,
  type NotificationChoices as Choices,
  type NotificationKind,
} from '@belegg/contract';
import { Api, resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { Toasts } from '../shell/toasts';
import { messages } from './messages';

/** What one is told of, in the page and by mail, and when mails come. */
@Component({
  selector: 'app-notification-choices',
  imports: [ProblemView],
  templateUrl: './notification-choices.html',
  styleUrl: './notification-choices.css',
})
export class NotificationChoices {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly t = inject(I18n).of(messages);
  protected readonly kinds = notificationKinds;
  protected readonly rhythms = mailRhythms;
  protected readonly languages = mailLanguages;
  protected readonly hours = Array.from({ length: 24 }, (_, hour) => hour);
  protected readonly ways = ['inPage', 'byMail'] as const;
  protected readonly choices = resourceOf(routes.getNotificationChoices, () => ({}));
  protected readonly failure = signal<unknown>(undefined);
  protected readonly canMail = computed(() => this.choices.hasValue() && this.choices.value()?.canMail === true);
  /** What is chosen, which need not be saved yet. */
  protected readonly chosen = linkedSignal<Choices | undefined>(() => {
    if (!this.choices.hasValue()) return undefined;
    const { inPage, byMail, rhythm, quietFrom, quietUntil, language } = this.choices.value() ?? {};
    if (!inPage || !byMail || !rhythm || quietFrom === undefined || quietUntil === undefined || !language)
      return undefined;
    return { inPage, byMail, rhythm, quietFrom, quietUntil, language };
  });

  protected toggle(way: 'inPage' | 'byMail', kind: NotificationKind): void {
    const now = this.chosen()?.[way] ?? [];
    this.choose({ [way]: notificationKinds.filter((one) => (one === kind) !== now.includes(one)) });
  }

  protected choose(change: Partial<Choices>): void {
    this.chosen.update((before) => before && { ...before, ...change });
  }

  /** The value of a choice that is one of these. */
  protected oneOf<Value extends string>(event: Event, values: readonly Value[]): Value | undefined {
    return values.find((value) => value === (event.target as HTMLSelectElement).value);
  }

  protected hourOf(event: Event): number {
    return Number((event.target as HTMLSelectElement).value);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const body = this.chosen();
    if (!body) return;
    this.failure.set(undefined);
    try {
      this.choices.set(await this.api.call(routes.changeNotificationChoices, { body }));
      this.toasts.say(this.t('saved'));
    } catch (error) {
      this.failure.set(error);
    }
  }
}
