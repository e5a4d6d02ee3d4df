import { Pipe, type PipeTransform, inject } from '@angular/core';
import { I18n } from '../shell/i18n';
import { messages } from './messages';

/** Stretches of an article in quotation marks, one after the other. */
@Pipe({ name: 'quotedWords', pure: false })
export class QuotedWords implements PipeTransform {
  private readonly t = inject(I18n).of(messages);

  transform(words: readonly string[] | undefined): string {
    return (words ?? []).map((word) => this.t('quoted', { word })).join(', ');
  }
}
