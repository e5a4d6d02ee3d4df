import {
  afterNextRender,
  booleanAttribute,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { SourceView } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { terms } from '../shell/terms';
import { messages } from './cited-messages';
import { Sources } from './sources';
import { optionsFor, searched, type EarlierCitation, type SourceOption } from './source-options';

/** A source that was chosen, with the address that was typed instead of a name. */
export interface SourceChoice {
  readonly source: SourceView;
  readonly url?: string | undefined;
}

let count = 0;
const typingPause = 150;

/** Finds a source as one types, by name, alias or address: an editable combobox with a list, after the ARIA pattern. */
@Component({
  selector: 'app-source-field',
  templateUrl: './source-field.html',
  styleUrl: './source-field.css',
})
export class SourceField {
  private readonly i18n = inject(I18n);
  private readonly sources = inject(Sources);
  protected readonly t = this.i18n.of(messages);
  protected readonly term = this.i18n.of(terms);
  protected readonly listId = `source-list-${++count}`;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly label = input.required<string>();
  /** Whether a source that is not there yet can be asked for. */
  readonly mayCreate = input(false, { transform: booleanAttribute });
  /** Whether the focus goes there when it appears. */
  readonly takesFocus = input(false);
  /** Citations that the article has already, to be used once more. */
  readonly earlier = input<readonly EarlierCitation[]>([]);
  readonly chosen = output<SourceChoice>();
  readonly reused = output<EarlierCitation>();
  readonly wanted = output<{ readonly name: string; readonly url?: string | undefined }>();

  protected readonly typed = signal('');
  protected readonly isOpen = signal(false);
  protected readonly active = signal(0);
  private readonly found = signal<readonly SourceView[]>([]);
  protected readonly options = computed(() => optionsFor(this.typed(), this.found(), this.mayCreate(), this.earlier()));
  protected readonly activeId = computed(() =>
    this.isOpen() && this.options()[this.active()] ? `${this.listId}-${this.active()}` : null,
  );

  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  constructor() {
    afterNextRender(() => {
      if (this.takesFocus()) this.field().nativeElement.focus();
    });
  }

  protected type(value: string): void {
    this.typed.set(value);
    this.active.set(0);
    this.isOpen.set(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.search(value), typingPause);
  }

  /** A link that is pasted chooses the source that publishes there, where there is just one; else the list is open. */
  protected async paste(event: ClipboardEvent): Promise<void> {
    const pasted = event.clipboardData?.getData('text/plain').trim() ?? '';
    if (this.typed() !== '' || searched(pasted).url === undefined) return;
    event.preventDefault();
    await this.offer(pasted);
  }

  /** Looks for the source of a link, as if it had been pasted, with the focus in the field. */
  async offer(link: string): Promise<void> {
    this.field().nativeElement.focus();
    this.typed.set(link);
    this.active.set(0);
    this.isOpen.set(true);
    const owners = await this.search(link);
    const [owner] = owners;
    if (owner && owners.length === 1 && this.typed() === link) this.take({ kind: 'source', source: owner });
  }

  protected detailOf({ citation: { quote = '', url = '', locator = '' } }: EarlierCitation): string {
    return [quote && `«${quote}»`, locator, url.replace(/^https?:\/\/(www\.)?/i, '')].filter(Boolean).join(' · ');
  }

  protected open(): void {
    this.isOpen.set(true);
    void this.search(this.typed());
  }

  protected close(): void {
    this.isOpen.set(false);
  }

  protected press(event: KeyboardEvent): void {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      if (!this.isOpen()) this.open();
      else this.active.update((index) => (index + move + this.options().length) % Math.max(this.options().length, 1));
    } else if (event.key === 'Enter' && !event.ctrlKey && this.isOpen()) {
      this.take(this.options()[this.active()]);
    } else if (event.key === 'Escape' && this.isOpen()) {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
  }

  protected take(option: SourceOption | undefined): void {
    if (!option) return;
    if (option.kind === 'new') this.wanted.emit(option);
    else if (option.kind === 'earlier') this.reused.emit(option.earlier);
    else this.chosen.emit({ source: option.source, url: searched(this.typed()).url });
    this.typed.set('');
    this.close();
  }

  /** @returns those that publish where a link leads */
  private async search(value: string): Promise<readonly SourceView[]> {
    try {
      const { words, url } = searched(value);
      const owners = url === undefined ? [] : await this.sources.findByLink(url);
      const found = owners.length > 0 ? owners : await this.sources.find(words);
      if (value === this.typed()) this.found.set(found);
      return owners;
    } catch (error) {
      // Without an answer one can still type on; the banner says that the connection is lost.
      if (!(error instanceof ProblemError)) throw error;
      return [];
    }
  }
}
