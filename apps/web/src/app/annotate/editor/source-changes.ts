import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { routes, type AnnotationView, type SourceRevisionView } from '@belegg/contract';
import { Api } from '../../shell/api';
import { I18n } from '../../shell/i18n';
import { terms } from '../../shell/terms';
import { AnnotateStore } from '../annotate.store';
import { PageFocus } from '../page-focus';
import { Drafts } from '../drafts/drafts';
import { ServerWords } from '../server-words';
import { Sources } from '../../sources';
import { messages } from './messages';

/** A source that says something else than when it was cited. */
interface Behind {
  readonly sourceId: string;
  readonly sourceRevision: number;
  readonly name: string;
  /** The number of the revision that is shown as the new one. */
  readonly latest: number;
}

const fields = [
  'name',
  'kind',
  'url',
  'aliases',
  'domains',
  'note',
  'originId',
  'distinct',
  'protected',
  'description',
] as const satisfies readonly (keyof SourceRevisionView)[];

/** That sources have changed since the annotation was written: what changed, and what can be done about it. */
@Component({
  selector: 'app-source-changes',
  template: `@for (source of behind(); track source.sourceId) {
    <section class="note" [attr.aria-label]="t('sourceChangedSince') + ': ' + source.name">
      <p>
        <b>{{ t('sourceChangedSince') }}</b>
        <bdi> {{ source.name }}</bdi>
      </p>
      <ul class="small">
        @for (detail of details(source); track $index) {
          <li>{{ detail }}</li>
        }
      </ul>
      @if (mayEdit()) {
        <div class="buttons">
          @if (pageFocus.isPlaced(annotation())) {
            <button type="button" class="btn" [disabled]="acting()" (click)="settle(source, 'takeOverCitedSource')">
              {{ t('takeOver') }}
            </button>
          }
          <button type="button" class="btn quiet" [disabled]="acting()" (click)="settle(source, 'settleCitedSource')">
            {{ t('noDifference') }}
          </button>
        </div>
        <p class="small muted">{{ t('takeOverHint') }}</p>
      }
    </section>
  }`,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    :host:empty {
      display: none;
    }
    section > * {
      margin: 0 0 6px;
    }
    ul {
      padding-left: 18px;
    }
    li {
      overflow-wrap: anywhere;
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class SourceChanges {
  private readonly i18n = inject(I18n);
  private readonly api = inject(Api);
  private readonly store = inject(AnnotateStore);
  private readonly drafts = inject(Drafts);
  private readonly sources = inject(Sources);
  private readonly words = inject(ServerWords);
  protected readonly pageFocus = inject(PageFocus);
  protected readonly t = this.i18n.of(messages);
  private readonly term = this.i18n.of(terms);
  readonly annotation = input.required<AnnotationView>();

  protected readonly acting = signal(false);
  protected readonly mayEdit = computed(() => !this.pageFocus.refusal(this.annotation(), 'edit'));
  /** What sources said of themselves, by source and latest revision. */
  private readonly histories = signal<ReadonlyMap<string, readonly SourceRevisionView[]>>(new Map());

  protected readonly behind = computed(() => {
    const found = new Map<string, Behind>();
    for (const citation of this.annotation().citations.filter(({ sourceChanged }) => sourceChanged)) {
      const { sourceId, sourceRevision, cited, lineage } = citation;
      for (const ref of [{ sourceId, sourceRevision, name: cited.name }, ...lineage]) {
        const latest = this.sources.byId().get(ref.sourceId)?.revision ?? 0;
        if (latest > ref.sourceRevision && !found.has(ref.sourceId)) found.set(ref.sourceId, { ...ref, latest });
      }
    }
    return [...found.values()];
  });

  constructor() {
    effect(() => {
      // What is known of a source may be from before it changed.
      const changed = this.annotation().citations.filter(({ sourceChanged }) => sourceChanged);
      untracked(() => {
        for (const { sourceId } of changed) void this.sources.refresh(sourceId);
      });
    });
    effect(() => {
      for (const source of this.behind()) void this.read(source);
    });
  }

  /** What the source says otherwise, field by field; the longer ones by name alone. */
  protected details(source: Behind): readonly string[] {
    const history = this.histories().get(keyOf(source)) ?? [];
    const before = history.find(({ number }) => number === source.sourceRevision);
    const after = history.find(({ number }) => number === source.latest);
    if (!before || !after) return [];
    return fields
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => {
        const name = this.t(`field.${field}`);
        if (field !== 'name' && field !== 'kind' && field !== 'url') return this.t('changedField', { field: name });
        const said = (state: SourceRevisionView): string =>
          field === 'kind' ? this.term(`source.${state.kind}`) : (state[field] ?? this.t('nothingSaid'));
        return this.t('changedTo', { field: name, before: said(before), after: said(after) });
      });
  }

  /** What is typed is kept first, so that it is not in the way. */
  protected async settle(
    { sourceId, latest }: Behind,
    how: 'takeOverCitedSource' | 'settleCitedSource',
  ): Promise<void> {
    this.acting.set(true);
    try {
      if (!(await this.drafts.settle(this.annotation().id))) return;
      const { id, etag } = this.store.annotation(this.annotation().id) ?? this.annotation();
      const asked = { params: { id, sourceId }, ifMatch: etag, body: { sourceRevision: latest } };
      await this.words.attempt(async () => this.store.put(await this.api.call(routes[how], asked)));
    } finally {
      this.acting.set(false);
    }
  }

  private async read(source: Behind): Promise<void> {
    const key = keyOf(source);
    if (untracked(() => this.histories().has(key))) return;
    this.histories.update((all) => new Map(all).set(key, []));
    const { items } = await this.api.call(routes.sourceHistory, { params: { id: source.sourceId }, query: {} });
    this.histories.update((all) => new Map(all).set(key, items));
  }
}

const keyOf = ({ sourceId, latest }: Behind): string => `${sourceId}.${latest}`;
