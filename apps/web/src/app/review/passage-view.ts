import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { I18n } from '../shell/i18n';
import { messages } from './messages';
import { passageParts, PassageText } from '../reading';
import { exactOf, isClaim, type QueueEntry } from './queue-entry';

/** The passage in what stands around it, as a reader of the article meets it. */
@Component({
  selector: 'app-passage-view',
  imports: [PassageText, RouterLink],
  template: `
    <p class="where">
      <a [routerLink]="['/articles', item().article.id]">{{ item().article.title }}</a><span>{{
        t('revision', { number: item().article.revision })
      }}</span
      ><span>{{ t('sentence', { number: item().sentence, count: item().sentences }) }}</span>
    </p>
    @for (part of parts(); track $index) {
      <p class="text" [class.now]="part.marks" [appPassageText]="part" [dress]="dress()"></p>
    } @empty {
      <p class="text now">«{{ exact() }}»</p>
      <p class="where">{{ t('noPassage') }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 64ch;
      margin: auto;
      font: 400 20px/1.66 var(--serif);
    }
    .where {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 14px;
      margin-bottom: 22px;
      font: 400 14px/1.4 var(--sans);
      color: var(--ink-2);
    }
    .where a {
      color: inherit;
    }
    .text {
      margin: 0 0 20px;
      color: var(--ink-3);
      overflow-wrap: anywhere;
    }
    .now {
      color: var(--ink);
    }
    :host ::ng-deep mark.not-checkable {
      text-decoration: underline dotted 1.5px var(--edge);
      background: var(--sunk);
    }
    @media (max-width: 900px) {
      :host {
        font-size: 18px;
      }
      .where {
        margin-bottom: 14px;
      }
    }
  `,
})
export class PassageView {
  protected readonly t = inject(I18n).of(messages);
  readonly item = input.required<QueueEntry>();
  protected readonly exact = computed(() => exactOf(this.item()));
  protected readonly parts = computed(() => passageParts(this.item().passage));
  protected readonly dress = computed(() => {
    const item = this.item();
    return isClaim(item) ? `${item.annotation.verdict} active` : 'not-checkable';
  });
}
