import { Component, inject, input } from '@angular/core';
import type { DiffPart } from '@belegg/domain';
import { I18n } from '../shell/i18n';
import { messages } from '../shell/messages';

/** A text with what was taken out and put in. Told by line and ground, and in words to who cannot see it. */
@Component({
  selector: 'app-diff-text',
  template: `
    @for (part of parts(); track $index) {
      @switch (part.kind) {
        @case ('removed') {
          <del
            ><span class="visually-hidden"> {{ t('removedText') }} </span>{{ part.text
            }}<span class="visually-hidden"> {{ t('endOfChange') }} </span></del
          >
        }
        @case ('added') {
          <ins
            ><span class="visually-hidden"> {{ t('addedText') }} </span>{{ part.text
            }}<span class="visually-hidden"> {{ t('endOfChange') }} </span></ins
          >
        }
        @default {
          <span>{{ part.text }}</span>
        }
      }
    }
  `,
  styles: `
    :host {
      display: block;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    del {
      color: var(--denied);
      text-decoration-thickness: 1.5px;
    }
    ins {
      color: var(--confirmed);
      text-decoration: none;
      background: color-mix(in oklab, var(--confirmed) 12%, transparent);
      border-radius: 2px;
    }
    del + ins {
      margin-left: 3px;
    }
  `,
})
export class DiffText {
  protected readonly t = inject(I18n).of(messages);
  readonly parts = input.required<readonly DiffPart[]>();
}
