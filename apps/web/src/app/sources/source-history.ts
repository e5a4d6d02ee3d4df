import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { routes, type SourceRevisionView, type SourceView } from '@belegg/contract';
import { RelativeTime } from '@belegg/ui';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { pagedOf } from '../shell/paged';
import { ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { terms } from '../shell/terms';
import { Toasts } from '../shell/toasts';
import { messages } from './history-messages';
import { Sources } from './sources';

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
type Field = (typeof fields)[number];

/** What a source said of itself, who changed what and when, and what becomes of the claims that cite it as it was. */
@Component({
  selector: 'app-source-history',
  imports: [ProblemView, RelativeTime],
  template: `
    <h2 id="history">{{ t('title') }}</h2>
    <p class="small muted">{{ t('hint') }}</p>
    <app-problem [error]="history.error() ?? failure()" />
    @if (isBehind() && session.can('write') && !source().isHidden) {
      <div class="note">
        <p>{{ t('behind') }}</p>
        <div class="buttons">
          <button type="button" class="btn" [disabled]="acting()" (click)="settle('takeOverSource')">
            {{ t('takeOver') }}
          </button>
          <button type="button" class="btn quiet" [disabled]="acting()" (click)="settle('settleSource')">
            {{ t('noDifference') }}
          </button>
        </div>
        <p class="small muted">{{ t('takeOverHint') }}</p>
      </div>
    }
    <ol>
      @for (entry of entries(); track entry.number) {
        <li>
          <p class="small muted">
            <b>{{ entry.by?.name ?? t('someone') }}</b> ·
            <ui-time [at]="entry.createdAt" [locale]="i18n.locale()" />
          </p>
          <ul>
            @for (detail of entry.details; track detail) {
              <li>{{ detail }}</li>
            }
          </ul>
        </li>
      }
    </ol>
    @if (history.cursor()) {
      <button type="button" class="btn" (click)="history.more()">{{ t('more') }}</button>
    }
  `,
  styles: `
    ol,
    ul {
      list-style: none;
      margin: 0;
      padding: 0;
    }
    ol > li {
      padding: 10px 0;
      border-top: 1px solid var(--line);
    }
    li li {
      overflow-wrap: anywhere;
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin: 8px 0;
    }
  `,
})
export class SourceHistory {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly known = inject(Sources);
  protected readonly i18n = inject(I18n);
  protected readonly session = inject(Session);
  protected readonly t = this.i18n.of(messages);
  private readonly term = this.i18n.of(terms);
  readonly source = input.required<SourceView>();
  /** Whether a claim cites it as it was. */
  readonly isBehind = input.required<boolean>();
  readonly settled = output();

  protected readonly acting = signal(false);
  protected readonly failure = signal<unknown>(undefined);
  protected readonly history = pagedOf(routes.sourceHistory, () => ({ params: { id: this.source().id }, query: {} }));
  protected readonly entries = computed(() => {
    const items = this.history.items();
    return items.map((revision, index) => ({ ...revision, details: this.details(revision, items[index + 1]) }));
  });

  constructor() {
    effect(() => {
      // What it says anew is part of its history.
      if (this.source().revision > 0) this.history.reload();
    });
    effect(() => this.known.ensure(this.history.items().flatMap(({ originId }) => originId ?? [])));
  }

  protected async settle(how: 'takeOverSource' | 'settleSource'): Promise<void> {
    const { id, etag } = this.source();
    this.acting.set(true);
    this.failure.set(undefined);
    try {
      const { annotations, left } = await this.api.call(routes[how], { params: { id }, ifMatch: etag });
      const done = this.t(how === 'takeOverSource' ? 'settled' : 'noted', { count: annotations });
      this.toasts.say(left > 0 ? `${done} ${this.t('left', { count: left })}` : done);
      this.settled.emit();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.acting.set(false);
    }
  }

  /** What a revision says otherwise than the one before it. */
  private details(after: SourceRevisionView, before: SourceRevisionView | undefined): readonly string[] {
    if (after.number === 1) return [`${this.t('first')}: ${after.name}`];
    if (!before) return [];
    return fields
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) =>
        this.t('changedTo', {
          field: this.t(`field.${field}`),
          before: this.told(before, field),
          after: this.told(after, field),
        }),
      );
  }

  private told(state: SourceRevisionView, field: Field): string {
    if (field === 'kind') return this.term(`source.${state.kind}`);
    if (field === 'originId') return (state.originId && this.known.name(state.originId)) ?? this.t('nothingSaid');
    const value = state[field];
    if (typeof value === 'boolean') return this.t(value ? 'yes' : 'no');
    return (typeof value === 'string' ? value : value?.join(', ')) || this.t('nothingSaid');
  }
}
