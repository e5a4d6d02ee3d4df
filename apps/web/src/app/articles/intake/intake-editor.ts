import { booleanAttribute, Component, computed, inject, input, output, signal } from '@angular/core';
import { Control, Field } from '@belegg/ui';
import { I18n } from '../../shell/i18n';
import { isForServer } from './arrival';
import { DraftArticle } from './draft';
import { messages } from './messages';
import { readFile, UnreadableFile } from './read-file';
import { structureOf } from './rich-paste';

const textKinds = '.txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html';

/** Where the text is pasted, typed or dropped. */
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
  /** Whether files that only the server can read may come too; they are handed on. */
  readonly imports = input(false, { transform: booleanAttribute });
  /** What the article comes from instead of a text. */
  readonly arrived = input<string>();
  readonly came = output<File>();
  readonly left = output();
  protected readonly accept = computed(() => textKinds + (this.imports() ? ',.docx,.doc,.pdf,.json' : ''));

  protected readonly over = signal(false);
  protected readonly fileProblem = signal<string | undefined>(undefined);
  /** The formatted twin of what was just pasted as plain text. */
  protected readonly rich = signal<string | undefined>(undefined);

  protected write(event: Event): void {
    this.fileProblem.set(undefined);
    this.rich.set(undefined);
    this.draft.change({ content: (event.target as HTMLTextAreaElement).value });
  }

  /** The text goes in as plain text, as one sees it; the formatting is kept at hand where the whole text came with it. */
  protected pasted(event: ClipboardEvent): void {
    const html = event.clipboardData?.getData('text/html');
    const replacesAll = !this.draft.value().content.trim();
    const offered = html && replacesAll ? structureOf(html) : undefined;
    // After the input event that the paste brings.
    setTimeout(() => this.rich.set(offered));
  }

  protected keepRich(html: string): void {
    this.draft.change({ content: html, format: 'html', fileName: '' });
    this.rich.set(undefined);
  }

  protected dragOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(true);
  }

  protected async drop(event: DragEvent): Promise<void> {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    this.over.set(false);
    await this.take(file);
  }

  protected async chosen(event: Event): Promise<void> {
    const picker = event.target as HTMLInputElement;
    const file = picker.files?.[0];
    if (file) await this.take(file);
    // The same file can be chosen again after it was changed.
    picker.value = '';
  }

  private async take(file: File): Promise<void> {
    this.fileProblem.set(undefined);
    this.rich.set(undefined);
    if (this.imports() && isForServer(file.name)) {
      this.came.emit(file);
      return;
    }
    try {
      this.draft.change({ content: await readFile(file), fileName: file.name, format: '' });
      if (this.arrived()) this.left.emit();
    } catch (error) {
      const tooLarge = error instanceof UnreadableFile && error.reason === 'tooLarge';
      this.fileProblem.set(this.t(tooLarge ? 'fileTooLarge' : 'fileNotText', { name: file.name }));
    }
  }
}
