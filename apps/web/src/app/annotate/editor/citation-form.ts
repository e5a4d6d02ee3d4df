import {
  afterNextRender,
  booleanAttribute,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { webAddress } from '@belegg/contract';
import { stances, type Stance } from '@belegg/domain';
import { Control, Field } from '@belegg/ui';
import { I18n } from '../../shell/i18n';
import { terms } from '../../shell/terms';
import { oneLine, type DraftCitation } from '../drafts/statement';
import { messages } from '../messages';
import { EvidenceField } from './evidence-field';
import { LanguageField } from './language-field';
import { messages as editorMessages } from './messages';
import { SourceField, Sources } from '../../sources';
import { PageDetails } from './page-details';
import { unquoted } from './unquoted';

let count = 0;

/** How a source is used for the claim, to be typed. */
@Component({
  selector: 'app-citation-form',
  imports: [Control, EvidenceField, Field, LanguageField, SourceField],
  templateUrl: './citation-form.html',
  styles: `
    :host {
      display: grid;
      gap: 10px;
      padding: 10px 0 4px;
    }
    .stances {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
    }
    textarea {
      field-sizing: content;
    }
    summary {
      cursor: pointer;
      color: var(--ink-2);
      min-height: 24px;
    }
    .more {
      display: grid;
      gap: 10px;
      padding-top: 6px;
    }
  `,
})
export class CitationForm {
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly word = this.i18n.of(editorMessages);
  private readonly term = this.i18n.of(terms);
  protected readonly stances = stances;
  protected readonly name = `stance-${++count}`;
  readonly citation = input.required<DraftCitation>();
  /** Whether the focus goes there when it appears: to the link, or to the quote where there is a link. */
  readonly takesFocus = input(false, { transform: booleanAttribute });
  readonly changed = output<DraftCitation>();
  private readonly url = viewChild.required<ElementRef<HTMLInputElement>>('url');
  private readonly quote = viewChild.required<ElementRef<HTMLTextAreaElement>>('quote');
  private readonly evidence = viewChild.required(EvidenceField);
  private readonly pages = inject(PageDetails);
  private readonly sources = inject(Sources);
  private isGone = false;
  /** Whether another source is being looked for that this piece repeats. */
  protected readonly findsRelay = signal(false);
  /** Whom the source says itself that it repeats. */
  protected readonly relayDefault = computed(() => {
    const originId = this.sources.byId().get(this.citation().sourceId)?.originId;
    return originId === undefined
      ? this.word('relaysDefaultNobody')
      : this.word('relaysDefault', { name: this.nameOfSource(originId) });
  });
  /** The space at the end of what is being typed stays, though the server keeps none. */
  protected readonly locatorTyped = linkedSignal<string, string>({
    source: () => this.citation().locator ?? '',
    computation: (saved, before) => (before !== undefined && oneLine(before.value) === saved ? before.value : saved),
  });

  protected readonly linkError = computed(() => {
    const { url } = this.citation();
    return url === undefined || webAddress.safeParse(url).success ? undefined : this.t('linkWrong');
  });
  protected readonly isForeign = computed(() => {
    const { quoteLanguage = '', translation } = this.citation();
    return !['', 'nb', 'nn', 'no'].includes(quoteLanguage) || Boolean(translation);
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isGone = true));
    afterNextRender(() => {
      if (this.takesFocus()) (this.citation().url === undefined ? this.url() : this.quote()).nativeElement.focus();
      void this.describeLink();
    });
  }

  protected nameOfSource(id: string): string {
    return this.sources.name(id) ?? '…';
  }

  protected chooseRelay(choice: string): void {
    this.findsRelay.set(choice === 'other');
    if (choice === 'default') this.change({ relays: undefined });
    if (choice === 'nobody') this.change({ relays: null });
  }

  /** A source cannot repeat itself. */
  protected setRelay(id: string): void {
    if (id === this.citation().sourceId) return;
    this.findsRelay.set(false);
    this.change({ relays: id });
  }

  /** Keeps a file as evidence for this citation. */
  attach(file: File): void {
    void this.evidence().attach(file);
  }

  /** The title and day of the page that is linked to say where in the source it stands, unless somebody has said so. */
  private async describeLink(): Promise<void> {
    const { url, locator = '' } = this.citation();
    if (url === undefined || locator !== '' || !webAddress.safeParse(url).success) return;
    const title = await this.pages.titleOf(url);
    const now = this.citation();
    if (title !== undefined && !this.isGone && now.url === url && (now.locator ?? '') === '')
      this.change({ locator: title });
  }

  /** The program sets its own marks around a quote. */
  protected pasteQuote(event: ClipboardEvent, field: HTMLTextAreaElement): void {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    const bare = unquoted(pasted);
    if (bare === pasted || field.value.trim() !== '') return;
    event.preventDefault();
    this.change({ quote: bare });
  }

  protected nameOf(stance: Stance): string {
    return this.term(`stance.${stance}`);
  }

  protected change(change: Partial<DraftCitation>): void {
    this.changed.emit({ ...this.citation(), ...change });
  }

  /** "example.org/a" was meant as a web address. */
  protected completeLink(): void {
    const { url = '' } = this.citation();
    const completed = `https://${url}`;
    if (/^[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+/u.test(url) && webAddress.safeParse(completed).success)
      this.change({ url: completed });
    else void this.describeLink();
  }
}
