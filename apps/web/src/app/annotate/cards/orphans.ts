import { Component, inject } from '@angular/core';
import { I18n } from '../../shell/i18n';
import { AnnotateStore } from '../annotate.store';
import { PageFocus } from '../page-focus';
import { OpenCard } from '../editor/open-card';
import { messages } from '../messages';
import { ClosedCard } from './closed-card';

/**
 * Annotations whose passage is no longer in the text. They stand under it rather than on words that they are not about.
 */
@Component({
  selector: 'app-orphans',
  imports: [ClosedCard, OpenCard],
  template: `
    @if (store.orphans().length) {
      <section [attr.aria-label]="t('orphans')">
        <h2>{{ t('orphans') }}</h2>
        <p class="muted">{{ t('orphansHint') }}</p>
        @for (annotation of store.orphans(); track annotation.id) {
          <blockquote>{{ annotation.selector[1].exact }}</blockquote>
          @if (annotation.id === pageFocus.activeId()) {
            <app-open-card [annotation]="annotation" />
          } @else {
            <app-closed-card [annotation]="annotation" />
          }
        }
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      gap: 12px;
      margin-top: 40px;
      padding-top: 24px;
      border-top: 1px solid var(--line);
      max-width: 68ch;
    }
    blockquote {
      margin: 8px 0 0;
      font: italic 400 17px/1.45 var(--serif);
      color: var(--ink-2);
    }
  `,
})
export class Orphans {
  protected readonly store = inject(AnnotateStore);
  protected readonly pageFocus = inject(PageFocus);
  protected readonly t = inject(I18n).of(messages);
}
