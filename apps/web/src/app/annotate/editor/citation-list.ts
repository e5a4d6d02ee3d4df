import { Component, inject, input, output, signal } from '@angular/core';
import { I18n } from '../../shell/i18n';
import type { DraftCitation } from '../drafts/statement';
import { messages } from '../messages';
import { CitationForm } from './citation-form';
import { CitationView } from './citation-view';
import { NewSourceForm } from './new-source-form';
import { SourceField, type SourceChoice } from './source-field';

/** The sources of a claim, to be added, described and taken away. */
@Component({
  selector: 'app-citation-list',
  imports: [CitationForm, CitationView, NewSourceForm, SourceField],
  template: `
    <div class="head">
      <span class="label" [id]="labelId">{{ t('sources') }}</span><span class="small muted">{{
        citations().length || ''
      }}</span>
    </div>
    <ul [attr.aria-labelledby]="labelId">
      @for (citation of citations(); track citation.key) {
        <li>
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
            <app-citation-form [citation]="citation" (changed)="replace($event)" />
          }
        </li>
      }
    </ul>
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
        mayCreate
        (chosen)="add($event)"
        (wanted)="ask($event)"
      />
    }
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
  readonly citations = input.required<readonly DraftCitation[]>();
  readonly changed = output<readonly DraftCitation[]>();

  protected add({ source: { id: sourceId }, url }: SourceChoice): void {
    const key = crypto.randomUUID();
    this.newName.set(undefined);
    this.changed.emit([...this.citations(), { key, sourceId, stance: 'supports', url, accessedAt: today() }]);
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
