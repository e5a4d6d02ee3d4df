import { newsroomZone } from '@belegg/domain';
import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';

const minute = 60_000;
const units = [
  { unit: 'day', length: 24 * 60 * minute },
  { unit: 'hour', length: 60 * minute },
  { unit: 'minute', length: minute },
] as const;

/** How long ago something was, kept up to date; the exact moment stands under the pointer. After a week, the date. */
@Component({
  selector: 'ui-time',
  template: `<time [attr.datetime]="at()" [attr.title]="exact()">{{ text() }}</time>`,
})
export class RelativeTime {
  /** ISO 8601, in UTC. */
  readonly at = input.required<string>();
  /** What `Intl` calls the language, such as `nb-NO`. */
  readonly locale = input.required<string>();
  private readonly now = signal(Date.now());

  constructor() {
    const clock = setInterval(() => this.now.set(Date.now()), minute);
    inject(DestroyRef).onDestroy(() => clearInterval(clock));
  }

  protected readonly exact = computed(() =>
    new Intl.DateTimeFormat(this.locale(), {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: newsroomZone,
    }).format(new Date(this.at())),
  );

  protected readonly text = computed(() => {
    const past = Math.max(0, this.now() - new Date(this.at()).getTime());
    if (past > 7 * 24 * 60 * minute)
      return new Intl.DateTimeFormat(this.locale(), { dateStyle: 'medium', timeZone: newsroomZone }).format(
        new Date(this.at()),
      );
    const { unit, length } = units.find((one) => past >= one.length) ?? { unit: 'second', length: past + 1 };
    return new Intl.RelativeTimeFormat(this.locale(), { numeric: 'auto', style: 'short' }).format(
      -Math.floor(past / length),
      unit,
    );
  });
}
