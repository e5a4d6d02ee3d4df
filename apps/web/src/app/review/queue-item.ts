import { Component, computed, effect, ElementRef, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReviewItem } from '@belegg/contract';
import { RelativeTime, VerdictBadge } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { terms } from '../shell/terms';
import { messages } from './messages';
import { Reading } from './reading';

/** One claim that waits: how it was judged, by whom and when, and the beginning of its passage. */
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
  private readonly reading = inject(Reading);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly item = input.required<ReviewItem>();

  protected readonly isOn = computed(() => this.item().annotation.id === this.reading.id());
  protected readonly submission = computed(() => {
    const { steps, authors, updatedAt } = this.item().annotation;
    const step = steps.findLast(({ kind }) => kind === 'submitted');
    return { at: step?.at ?? updatedAt, name: (authors.at(-1) ?? step?.by)?.name ?? '' };
  });

  constructor() {
    // It stays in sight while one walks through the queue by keyboard.
    effect(() => {
      if (this.isOn()) this.element.nativeElement.scrollIntoView?.({ block: 'nearest' });
    });
  }
}
