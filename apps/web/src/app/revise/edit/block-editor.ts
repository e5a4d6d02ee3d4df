import {
  Component,
  computed,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { WrittenBlock } from '@belegg/contract';
import type { BlockKind } from '@belegg/domain';
import { I18n } from '../../shell/i18n';
import { messages } from '../messages';
import { elementsOf, nodesOf, readBlocks } from './block-elements';

/** A block's kind as one chooses it. */
const choices = ['paragraph', 'heading1', 'heading2', 'heading3', 'quote', 'listItem', 'aside'] as const;
type Choice = (typeof choices)[number];
/** The element that the browser turns a block into. */
const tagOf: Readonly<Record<Choice, string>> = {
  paragraph: 'p',
  heading1: 'h1',
  heading2: 'h2',
  heading3: 'h3',
  quote: 'blockquote',
  listItem: 'p',
  aside: 'p',
};

/**
 * The text as it stands, to be changed in place, with its headings and formatting. The browser does the editing, so
 * that its keys, its undo and its spelling work as everywhere; what stands there is read back after each change.
 */
@Component({
  selector: 'app-block-editor',
  template: `
    <div class="bar" role="group" [attr.aria-label]="t('formatting')">
      <select [attr.aria-label]="t('blockKind')" (change)="choose($event)">
        @for (choice of choices; track choice) {
          <option [value]="choice" [selected]="choice === at()">{{ t(keyOf(choice)) }}</option>
        }
      </select>
      <button
        type="button"
        class="btn"
        [attr.aria-label]="t('strong')"
        (mousedown)="keep($event)"
        (click)="format('bold')"
      >
        <b aria-hidden="true">{{ t('strongSign') }}</b>
      </button>
      <button
        type="button"
        class="btn"
        [attr.aria-label]="t('em')"
        (mousedown)="keep($event)"
        (click)="format('italic')"
      >
        <i aria-hidden="true">{{ t('emSign') }}</i>
      </button>
      <ng-content />
    </div>
    <div
      #field
      class="paper"
      contenteditable="true"
      role="textbox"
      aria-multiline="true"
      [attr.aria-label]="t('text')"
      [attr.lang]="language()"
      (input)="read()"
      (paste)="paste($event)"
      (drop)="drop($event)"
      (keydown)="key($event)"
    ></div>
  `,
  styleUrl: './block-editor.css',
  host: { '(document:selectionchange)': 'moved()' },
})
export class BlockEditor {
  private readonly document = inject(DOCUMENT);
  private readonly field = viewChild.required<ElementRef<HTMLElement>>('field');
  protected readonly t = inject(I18n).of(messages);
  protected readonly choices = choices;
  readonly blocks = input.required<readonly WrittenBlock[]>();
  readonly language = input.required<string>();
  readonly changed = output<readonly WrittenBlock[]>();
  private emitted: readonly WrittenBlock[] | undefined;
  private readonly current = signal<Choice>('paragraph');
  protected readonly at = computed(() => this.current());

  constructor() {
    effect(() => {
      const blocks = this.blocks();
      if (blocks === this.emitted) return;
      this.emitted = undefined;
      this.field().nativeElement.replaceChildren(...elementsOf(this.document, blocks));
    });
  }

  protected readonly keyOf = (choice: Choice) => `kind.${choice}` as const;

  protected read(): void {
    this.emitted = readBlocks(this.field().nativeElement);
    this.changed.emit(this.emitted);
  }

  /** The field keeps its selection while a button is pressed. */
  protected keep(event: Event): void {
    event.preventDefault();
  }

  protected format(command: 'bold' | 'italic'): void {
    this.command(command);
  }

  protected choose(event: Event): void {
    const choice = choices.find((one) => one === (event.target as HTMLSelectElement).value);
    const block = this.blockAtCaret();
    if (!choice || !block) return;
    const chosen = this.document.getSelection()?.rangeCount ? this.document.getSelection()?.getRangeAt(0) : undefined;
    this.field().nativeElement.focus();
    if (chosen) this.select(chosen);
    this.command('formatBlock', tagOf[choice]);
    for (const one of this.blocksChosen()) {
      if (choice === 'listItem' || choice === 'aside') one.dataset['kind'] = choice;
      else delete one.dataset['kind'];
    }
    this.read();
    this.moved();
  }

  /** Words come in with the formatting that is kept, and nothing else of a page. */
  protected paste(event: ClipboardEvent): void {
    const data = event.clipboardData;
    if (!data) return;
    event.preventDefault();
    this.insert(data);
  }

  /** Words that are dropped are treated as pasted; files are for whoever stands around. */
  protected drop(event: DragEvent): void {
    const data = event.dataTransfer;
    if (!data || data.types.includes('Files')) return;
    const isOwn = this.document.activeElement === this.field().nativeElement && data.effectAllowed !== 'copy';
    // What is moved within the text, the browser moves.
    if (isOwn) return;
    event.preventDefault();
    this.insert(data);
  }

  /** A line break would be a block without an end. */
  protected key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !event.shiftKey) return;
    event.preventDefault();
    this.command('insertParagraph');
  }

  protected moved(): void {
    const block = this.blockAtCaret();
    if (block) this.current.set(choiceOf(block));
  }

  private insert(data: DataTransfer): void {
    const html = data.getData('text/html');
    const blocks = html
      ? readBlocks(new DOMParser().parseFromString(html, 'text/html').body, 'page')
      : data
          .getData('text/plain')
          .split(/\r\n?|\n/)
          .filter((line) => line.trim() !== '')
          .map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] }));
    const [first] = blocks;
    if (!first) return;
    const holder = this.document.createElement('div');
    if (blocks.length === 1) holder.append(...nodesOf(this.document, first.runs));
    else holder.append(...elementsOf(this.document, blocks));
    this.command('insertHTML', holder.innerHTML);
  }

  /** The one interface by which a page's changes become part of the browser's own undo. */
  private command(name: string, value?: string): void {
    this.document.execCommand('defaultParagraphSeparator', false, 'p');
    this.document.execCommand(name, false, value);
    this.read();
  }

  private select(range: Range): void {
    const selection = this.document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }

  private blockAtCaret(): HTMLElement | undefined {
    const node = this.document.getSelection()?.focusNode;
    const field = this.field().nativeElement;
    if (!node || !field.contains(node)) return undefined;
    return [...field.children].find(
      (child): child is HTMLElement => child instanceof HTMLElement && child.contains(node),
    );
  }

  private blocksChosen(): HTMLElement[] {
    const selection = this.document.getSelection();
    return [...this.field().nativeElement.children].filter(
      (child): child is HTMLElement => child instanceof HTMLElement && selection?.containsNode(child, true) === true,
    );
  }
}

function choiceOf({ localName, dataset: { kind } }: HTMLElement): Choice {
  if (kind === 'listItem' || kind === 'aside') return kind satisfies BlockKind;
  if (localName === 'blockquote') return 'quote';
  const level = /^h([1-6])$/.exec(localName)?.[1];
  if (level === undefined) return 'paragraph';
  return level === '1' ? 'heading1' : level === '2' ? 'heading2' : 'heading3';
}
