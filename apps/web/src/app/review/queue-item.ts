import { Component, computed, effect, ElementRef, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { RelativeTime, VerdictBadge } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { terms, verdictKey } from '../shell/terms';
import { messages } from './messages';
import { exactOf, idOf, isClaim, sinceOf, type QueueEntry } from './queue-entry';
import { Reading } from './reading';

/** Something that waits: how it was judged, by whom and when, and the beginning of its passage. */
@Component({
  selector: 'app-queue-item',
  imports: [RelativeTime, RouterLink, VerdictBadge],
  templateUrl: './queue-item.html',
  styleUrl: './queue-item.css',
})
export class QueueItem {
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly term = this.i18n.of(terms);
  protected readonly verdictKey = verdictKey;
  private readonly reading = inject(Reading);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly item = input.required<QueueEntry>();
  protected readonly claim = computed(() => {
    const item = this.item();
    return isClaim(item) ? item : undefined;
  });
  protected readonly id = computed(() => idOf(this.item()));
  protected readonly exact = computed(() => exactOf(this.item()));
  protected readonly since = computed(() => sinceOf(this.item()));

  protected readonly isOn = computed(() => this.id() === this.reading.id());
  protected readonly name = computed(() => {
    const item = this.item();
    if (!isClaim(item)) return item.by.name;
    const { steps, authors } = item.annotation;
    return (authors.at(-1) ?? steps.findLast(({ kind }) => kind === 'submitted')?.by)?.name ?? '';
  });

  constructor() {
    // It stays in sight while one walks through the queue by keyboard.
    effect(() => {
      if (this.isOn()) this.element.nativeElement.scrollIntoView?.({ block: 'nearest' });
    });
  }
}
