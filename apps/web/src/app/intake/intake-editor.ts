import { Component, inject, input, output, signal } from '@angular/core';
import { readFormats } from '@belegg/contract';
import { Control, Field } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { DraftArticle } from './draft';
import { messages } from './messages';
import { structureOf } from './rich-paste';

/** Where the text is pasted or typed, and files are dropped. What a file is, the server finds out. */
@Component({
  selector: 'app-intake-editor',
  imports: [Control, Field],
  templateUrl: './intake-editor.html',
  styleUrl: './intake-editor.css',
  host: {
    '[class.over]': 'over()',
    '(dragover)': 'dragOver($event)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'drop($event)',
  },
})
export class IntakeEditor {
  protected readonly t = inject(I18n).of(messages);
  protected readonly draft = inject(DraftArticle);
  readonly error = input<string>();
  /** What the text comes from, where it was not written here. */
  readonly arrived = input<string>();
  /** Whether the server is reading that. */
  readonly reading = input(false);
  readonly came = output<File>();
  readonly left = output();
  protected readonly formats = readFormats.join(', ');

  protected readonly over = signal(false);
  /** The formatted twin of what was just pasted as plain text. */
  protected readonly rich = signal<string | undefined>(undefined);

  protected write(event: Event): void {
    this.rich.set(undefined);
    this.draft.change({ content: (event.target as HTMLTextAreaElement).value });
  }

  /**
   * The text goes in as plain text, as one sees it; the formatting is kept at hand where the whole text came with it.
   */
  protected pasted(event: ClipboardEvent): void {
    const html = event.clipboardData?.getData('text/html');
    const replacesAll = !this.draft.value().content.trim();
    const offered = html && replacesAll ? structureOf(html) : undefined;
    // After the input event that the paste brings.
    setTimeout(() => this.rich.set(offered));
  }

  protected keepRich(html: string): void {
    this.draft.change({ content: html, format: 'html' });
    this.rich.set(undefined);
  }

  protected dragOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    this.over.set(false);
    this.take(file);
  }

  protected chosen(event: Event): void {
    const picker = event.target as HTMLInputElement;
    const file = picker.files?.[0];
    if (file) this.take(file);
    // The same file can be chosen again after it was changed.
    picker.value = '';
  }

  private take(file: File): void {
    this.rich.set(undefined);
    this.came.emit(file);
  }
}
