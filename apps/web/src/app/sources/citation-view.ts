import { Component, computed, inject, input } from '@angular/core';
import { routes, urlOf, type DraftCitation } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { terms } from '../shell/terms';
import { messages } from './cited-messages';
import { Sources } from './sources';

type Shown = Omit<DraftCitation, 'key'>;

/** A source as it is used for the claim: who, on which side, in what words, and where to see it. */
@Component({
  selector: 'app-citation-view',
  template: `
    <div class="row">
      <b
        ><bdi>{{ name() }}</bdi></b
      ><span class="what">{{ stance() }}</span>
    </div>
    @if (citation().quote) {
      <q [attr.lang]="citation().quoteLanguage">{{ citation().quote }}</q>
    }
    @if (citation().translation) {
      <q class="translation">{{ citation().translation }}</q>
    }
    @if (citation().locator) {
      <span class="what">{{ citation().locator }}</span>
    }
    @if (link() || citation().accessedAt || citation().evidence) {
      <div class="row">
        @if (link(); as link) {
          <a [href]="link.href" target="_blank" rel="noopener noreferrer">{{ link.text }}</a>
        }
        @if (evidence(); as href) {
          <a [href]="href" target="_blank" rel="noopener">{{ t('evidence') }}</a>
        }
        @if (citation().accessedAt; as day) {
          <span class="what">{{ t('readOn', { day: i18n.day(day) }) }}</span>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 3px;
      min-width: 0;
    }
    .row {
      display: flex;
      justify-content: space-between;
      gap: 10px;
      align-items: baseline;
      flex-wrap: wrap;
    }
    b {
      font-weight: 650;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .what {
      font-size: 13px;
      color: var(--ink-2);
    }
    q {
      font: italic 400 15px/1.4 var(--serif);
      color: var(--ink-2);
      quotes: '«' '»';
      overflow-wrap: anywhere;
    }
    .translation {
      font-style: normal;
    }
    a {
      font-size: 13px;
      min-width: 0;
      max-width: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  `,
})
export class CitationView {
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  private readonly term = this.i18n.of(terms);
  private readonly sources = inject(Sources);
  readonly citation = input.required<Shown>();

  protected readonly name = computed(() => this.sources.nameIn(this.citation()) ?? '…');
  protected readonly stance = computed(() => {
    const { stance } = this.citation();
    const origin = this.sources.repeatedIn(this.citation());
    return [this.term(`stance.${stance}`), origin !== undefined && this.t('repeats', { name: origin })]
      .filter(Boolean)
      .join(' · ');
  });
  protected readonly link = computed(() => {
    const { url = '' } = this.citation();
    return /^https?:/i.test(url)
      ? { href: url, text: url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '') }
      : undefined;
  });
  protected readonly evidence = computed(() => {
    const { evidence } = this.citation();
    return evidence === undefined ? undefined : urlOf(routes.getEvidence, { params: { sha256: evidence } });
  });
}
