import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { routes, type BoardColumn as Column } from '@belegg/contract';
import { debounceTime, filter } from 'rxjs';
import { resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { ProblemView } from '../shell/problem-view';
import { BoardColumn } from './board-column';
import { messages } from './messages';

const minute = 60_000;
const columns: readonly Column[] = ['late', 'mine', 'waitsForMe', 'waitsForOthers'];

/** What there is to do: mine, what waits for me, what waits for others, and what is late. */
@Component({
  selector: 'app-board',
  imports: [BoardColumn, ProblemView],
  template: `
    <app-problem [error]="board.error()" retryable (retry)="board.reload()" />
    @if (shown(); as shown) {
      <section class="board" [attr.aria-label]="t('title')">
        @for (one of shown; track one.name) {
          <app-board-column [name]="one.name" [column]="one.column" [now]="now()" />
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .board {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 250px), 1fr));
      gap: 28px 36px;
      margin-bottom: 44px;
    }
  `,
})
export class Board {
  protected readonly t = inject(I18n).of(messages);
  protected readonly board = resourceOf(routes.getBoard, () => ({}));
  protected readonly now = signal(Date.now());
  /** What is late is shown where something is. */
  protected readonly shown = computed(() => {
    if (!this.board.hasValue()) return undefined;
    const board = this.board.value();
    return columns
      .map((name) => ({ name, column: board[name] }))
      .filter(({ name, column }) => name !== 'late' || column.count > 0);
  });

  constructor() {
    inject(Live)
      .events.pipe(
        filter(({ type }) => /^(annotation|assignment|sentence|thread)\.|^article\.revised$/.test(type)),
        debounceTime(500),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.board.reload());
    const timer = setInterval(() => this.now.set(Date.now()), minute);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
