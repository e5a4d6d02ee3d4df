import {
  afterNextRender,
  Component,
  computed,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import { I18n } from '../../shell/i18n';
import type { DraftCitation } from '../drafts/statement';
import { messages } from '../messages';
import { CitationForm } from './citation-form';
import { CitationView, NewSourceForm, SourceField, type EarlierCitation, type SourceChoice } from '../../sources';
import { EarlierCitations, sameness } from './earlier-citations';
import { FileDrop } from './file-drop';

/** The sources of a claim, to be added, described and taken away. */
@Component({
  selector: 'app-citation-list',
  imports: [CitationForm, CitationView, FileDrop, NewSourceForm, SourceField],
  template: `
    <div class="head">
      <span class="label" [id]="labelId">{{ t('sources') }}</span><span class="small muted">{{
        citations().length || ''
      }}</span>
    </div>
    @if (newName(); as wanted) {
      <app-new-source-form
        [name]="wanted.name"
        [url]="wanted.url"
        (created)="add($event)"
        (cancelled)="newName.set(undefined)"
      />
    } @else {
      <app-source-field
        [label]="t('addSource')"
        [takesFocus]="wasAsked()"
        [earlier]="earlier()"
        mayCreate
        (chosen)="add($event)"
        (reused)="reuse($event)"
        (wanted)="ask($event)"
      />
      @if (offered().length > 0) {
        <ul class="links small" [attr.aria-label]="t('talkLinks')">
          @for (link of offered(); track link) {
            <li>
              <span>{{ link }}</span>
              <button type="button" class="link" [attr.aria-label]="t('citeLinkOf', { link })" (click)="cite(link)">
                {{ t('citeLink') }}
              </button>
            </li>
          }
        </ul>
      }
    }
    <ul [attr.aria-labelledby]="labelId">
      @for (citation of citations(); track citation.key) {
        <li (appFileDrop)="attach(citation, $event)">
          <app-citation-view [citation]="citation" />
          <div class="buttons">
            <button
              type="button"
              class="link small"
              [attr.aria-expanded]="citation.key === openKey()"
              (click)="openKey.set(citation.key === openKey() ? undefined : citation.key)"
            >
              {{ t(citation.key === openKey() ? 'done' : 'editSource') }}
            </button>
            <button type="button" class="link small" (click)="remove(citation)">{{ t('removeSource') }}</button>
          </div>
          @if (citation.key === openKey()) {
            <app-citation-form
              [citation]="citation"
              [takesFocus]="citation.key === addedKey()"
              (changed)="replace($event)"
            />
          }
        </li>
      }
    </ul>
  `,
  styleUrl: './citation-list.css',
})
export class CitationList {
  protected readonly t = inject(I18n).of(messages);
  protected readonly labelId = `sources-${crypto.randomUUID()}`;
  protected readonly openKey = signal<string | undefined>(undefined);
  protected readonly newName = signal<{ readonly name: string; readonly url?: string | undefined } | undefined>(
    undefined,
  );
  /** Once a new source was asked for, the focus comes back to the field from there. */
  protected readonly wasAsked = signal(false);
  /** The citation whose form takes the focus, since its source was chosen just now. */
  protected readonly addedKey = signal<string | undefined>(undefined);
  private readonly forms = viewChildren(CitationForm);
  private readonly field = viewChild(SourceField);
  private readonly earlierOnes = inject(EarlierCitations);
  private readonly injector = inject(Injector);
  readonly citations = input.required<readonly DraftCitation[]>();
  /** Links that somebody named in talk about the claim. */
  readonly links = input<readonly string[]>([]);
  readonly changed = output<readonly DraftCitation[]>();

  /** What the article cites elsewhere, and this list does not. */
  protected readonly earlier = computed(() => {
    const here = new Set(this.citations().map(sameness));
    return this.earlierOnes.all().filter(({ citation }) => !here.has(sameness(citation)));
  });

  protected readonly offered = computed(() => {
    const cited = new Set(this.citations().map(({ url }) => url));
    return this.links().filter((link) => !cited.has(link));
  });

  protected cite(link: string): void {
    void this.field()?.offer(link);
  }

  protected add({ source: { id: sourceId, revision: sourceRevision }, url }: SourceChoice): void {
    const key = crypto.randomUUID();
    this.newName.set(undefined);
    this.changed.emit([
      ...this.citations(),
      { key, sourceId, sourceRevision, stance: 'supports', url, accessedAt: today() },
    ]);
    this.open(key);
  }

  /**
   * The same place of the same source once more, as it is now, for this claim; it is not opened, since all of it is
   * said.
   */
  protected reuse({ citation }: EarlierCitation): void {
    this.changed.emit([
      ...this.citations(),
      { ...citation, id: undefined, sourceRevision: undefined, key: crypto.randomUUID() },
    ]);
  }

  /** A file that is dropped or pasted on a citation is kept as its evidence. */
  protected attach({ key }: DraftCitation, file: File): void {
    this.openKey.set(key);
    afterNextRender(
      () =>
        this.forms()
          .find((form) => form.citation().key === key)
          ?.attach(file),
      { injector: this.injector },
    );
  }

  private open(key: string): void {
    this.addedKey.set(key);
    this.openKey.set(key);
  }

  protected ask(name: { readonly name: string; readonly url?: string | undefined }): void {
    this.wasAsked.set(true);
    this.newName.set(name);
  }

  protected replace(changed: DraftCitation): void {
    this.changed.emit(this.citations().map((citation) => (citation.key === changed.key ? changed : citation)));
  }

  protected remove({ key }: DraftCitation): void {
    this.changed.emit(this.citations().filter((citation) => citation.key !== key));
  }
}

/** Where the reader is, not in UTC. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(new Date());
}
