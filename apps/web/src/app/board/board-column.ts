import { Component, computed, inject, input, signal } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import type { BoardColumn as Column, BoardItem, BoardView } from '@belegg/contract';
import { dueText } from '../assignments';
import { I18n } from '../shell/i18n';
import { terms } from '../shell/terms';
import { messages } from './messages';

/** The most that are shown until somebody asks for all. */
const few = 5;

/** One part of the board: a count, and what it is made of, each leading to where one does it. */
@Component({
  selector: 'app-board-column',
  imports: [RouterLink],
  template: `
    <h2 [id]="'board-' + name()" [class.late]="name() === 'late' && column().count > 0">
      {{ t(name()) }} <span class="count">{{ column().count }}</span>
    </h2>
    <ul [attr.aria-labelledby]="'board-' + name()">
      @for (entry of shown(); track entry.key) {
        <li>
          <a [routerLink]="entry.link" [queryParams]="entry.query">{{ entry.text }}</a>
          @if (entry.due; as due) {
            <span [class.late]="due.isLate"> {{ due.text }}</span>
          }
          <span class="about">{{ entry.title }}{{ entry.exact && ' · «' + entry.exact + '»' }}</span>
          @if (entry.note) {
            <span class="about">{{ entry.note }}</span>
          }
        </li>
      } @empty {
        <li class="about">{{ t(none()) }}</li>
      }
    </ul>
    @if (entries().length > few) {
      <button type="button" class="link small" [attr.aria-expanded]="isWhole()" (click)="isWhole.set(!isWhole())">
        {{ isWhole() ? t('showFewer') : t('showAll', { count: entries().length }) }}
      </button>
    }
  `,
  styleUrl: './board-column.css',
})
export class BoardColumn {
  private readonly i18n = inject(I18n);
  private readonly term = this.i18n.of(terms);
  protected readonly t = this.i18n.of(messages);
  protected readonly few = few;

  readonly name = input.required<Column>();
  readonly column = input.required<BoardView[Column]>();
  /** Milliseconds: by it, what is due is late. */
  readonly now = input.required<number>();

  protected readonly isWhole = signal(false);
  protected readonly none = computed(() => `${this.name()}_none` as const);
  protected readonly entries = computed(() =>
    this.column().items.map((item) => ({
      key: [item.kind, item.article.id, item.assignment?.id, item.threadId].join(' '),
      text: this.textOf(item),
      title: item.article.title,
      exact: item.exact,
      note: item.assignment?.note,
      due: item.dueAt === undefined ? undefined : dueText(this.i18n, item.dueAt, this.now()),
      ...this.placeOf(item),
    })),
  );
  protected readonly shown = computed(() => (this.isWhole() ? this.entries() : this.entries().slice(0, few)));

  private textOf({ kind, count, assignment, person }: BoardItem): string {
    if (kind === 'question')
      return this.t(this.name() === 'waitsForMe' ? 'questionFrom' : 'questionTo', { name: person?.name ?? '' });
    if (kind !== 'assignment') return this.t(kind, { count });
    const task = this.term(`assignment.${assignment?.kind ?? 'check'}`);
    return this.name() === 'mine' ? task : this.t('assignment', { kind: task, name: person?.name ?? '' });
  }

  /** What one decides on is decided in the queue; everything else is done in the article. */
  private placeOf({ kind, article, annotationId }: BoardItem): { link: string | string[]; query: Params } {
    const isDecided = this.name() === 'waitsForMe' && (kind === 'submitted' || kind === 'mark');
    if (isDecided) return { link: '/review', query: annotationId === undefined ? {} : { item: annotationId } };
    return { link: ['/articles', article.id], query: annotationId === undefined ? {} : { annotation: annotationId } };
  }
}
