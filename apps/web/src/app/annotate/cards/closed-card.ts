import { Component, computed, effect, inject, input } from '@angular/core';
import type { AnnotationView } from '@belegg/contract';
import { VerdictBadge } from '@belegg/ui';
import { I18n } from '../../shell/i18n';
import { terms, verdictKey } from '../../shell/terms';
import { TalkCount } from '../../threads';
import { Assignee } from '../../assignments';
import { AnnotateStore } from '../annotate.store';
import { PageFocus } from '../page-focus';
import { Drafts } from '../drafts/drafts';
import { messages } from '../messages';
import { Sources } from '../../sources';
import { excerpt } from './excerpt';
import { statusText } from './status-text';

/** An annotation in short: what is said, how far it is, and on what sources. It opens as a whole. */
@Component({
  selector: 'app-closed-card',
  imports: [Assignee, TalkCount, VerdictBadge],
  template: `
    <section class="card" [class]="statement().verdict ?? 'question'" [class.folded]="folded()">
      <header>
        <button type="button" (click)="open()" [attr.aria-label]="label()">
          <ui-verdict [verdict]="statement().verdict" [label]="verdict()" />
        </button>
        @if (folded()) {
          <span class="quote">{{ quote() }}</span>
        }
        <span class="status"
          >{{ status() }}
          @if (isContradicted()) {
            · <b>{{ t('contradicted') }}</b>
          }
        </span>
        <app-talk-count [annotation]="annotation()" />
      </header>
      @if (!folded()) {
        <span class="quote">{{ quote() }}</span>
      }
      <app-assignee [annotation]="annotation()" />
      @if (rationale() && !folded()) {
        <p>{{ rationale() }}</p>
      }
      @if (chips().length && !folded()) {
        <div class="sources">
          @for (chip of chips(); track chip.key) {
            <span class="chip">{{ chip.text }}</span>
          }
        </div>
      }
    </section>
  `,
  styleUrl: './closed-card.css',
})
export class ClosedCard {
  private readonly i18n = inject(I18n);
  private readonly store = inject(AnnotateStore);
  private readonly pageFocus = inject(PageFocus);
  private readonly drafts = inject(Drafts);
  private readonly sources = inject(Sources);
  protected readonly t = this.i18n.of(messages);
  private readonly term = this.i18n.of(terms);

  readonly annotation = input.required<AnnotationView>();
  /** Shown as one line. */
  readonly folded = input(false);

  protected readonly statement = computed(() => this.drafts.statement(this.annotation()));
  protected readonly rationale = computed(() => excerpt(this.statement().rationale));
  /** The words that it is about; the line shows what of them there is room for. */
  protected readonly quote = computed(() => `«${this.annotation().selector[1].exact.slice(0, 200)}»`);
  protected readonly verdict = computed(() => this.term(verdictKey(this.statement().verdict)));
  protected readonly status = computed(() =>
    statusText(this.i18n, this.annotation(), this.store.revision()?.number ?? 1),
  );
  protected readonly isContradicted = computed(() =>
    this.store
      .conflicts()
      .get(this.annotation().id)
      ?.some(({ kind }) => kind === 'contradicts'),
  );
  protected readonly label = computed(() =>
    this.t('openCard', {
      verdict: this.verdict(),
      status: this.isContradicted() ? `${this.status()}, ${this.t('contradicted')}` : this.status(),
      exact: this.annotation().selector[1].exact.slice(0, 120),
    }),
  );
  protected readonly chips = computed(() =>
    this.statement().citations.flatMap((citation) => {
      const name = this.sources.nameIn(citation);
      return name === undefined
        ? []
        : [{ key: citation.key, text: `${name} · ${this.term(`stance.${citation.stance}`)}` }];
    }),
  );

  constructor() {
    effect(() => this.sources.ensure(this.statement().citations.map(({ sourceId }) => sourceId)));
    effect(() => this.sources.ensureCited(this.annotation().citations));
  }

  protected open(): void {
    this.pageFocus.openAnnotation(this.annotation().id, 'show');
  }
}
