import { Component, computed, inject, input, output } from '@angular/core';
import { routes, type ArticleView } from '@belegg/contract';
import { CodePointText, wordDiff, type Block } from '@belegg/domain';
import { resourceOf } from '../shell/api';
import { DiffText } from '../reading';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { alignBlocks } from './align-blocks';
import { messages } from './messages';

/**
 * Somebody else saved a new text first: who, and what they changed. What was typed here stays until the writer goes on
 * from there.
 */
@Component({
  selector: 'app-changed-meanwhile',
  imports: [DiffText, ProblemView],
  template: `
    <div class="note" role="alert">
      <p>
        <b>{{ t('overtaken', { name: article().revision.createdBy.name, number: article().revision.number }) }}</b>
        {{ t('overtakenHint') }}
      </p>
      <app-problem [error]="begunOn.error()" retryable (retry)="begunOn.reload()" />
      @if (changes(); as changes) {
        @for (change of changes; track $index) {
          <app-diff-text class="serif" [parts]="change" />
        } @empty {
          <p>{{ t('overtakenSame') }}</p>
        }
      }
      <button type="button" class="btn" (click)="goOn.emit()">
        {{ t('goOn', { number: article().revision.number }) }}
      </button>
    </div>
  `,
  styles: `
    .note {
      display: grid;
      gap: 10px;
      justify-items: start;
      border-left: 3px solid var(--disputed);
    }
    app-diff-text {
      font-size: 16px;
      color: var(--ink);
      max-height: 240px;
      overflow: auto;
    }
  `,
})
export class ChangedMeanwhile {
  protected readonly t = inject(I18n).of(messages);
  readonly article = input.required<ArticleView>();
  /** The number of the revision that the text here was begun on. */
  readonly from = input.required<number>();
  readonly goOn = output();

  protected readonly begunOn = resourceOf(routes.getRevision, () => ({
    params: { id: this.article().id, number: this.from() },
  }));
  protected readonly changes = computed(() => {
    if (!this.begunOn.hasValue()) return undefined;
    const [old, now] = [linesOf(this.begunOn.value()), linesOf(this.article().revision)];
    return alignBlocks(old, now).flatMap((pair) => {
      const [before, after] = [old[pair.old ?? -1] ?? '', now[pair.now ?? -1] ?? ''];
      return before === after ? [] : [wordDiff(before, after)];
    });
  });
}

function linesOf({ text, blocks }: { readonly text: string; readonly blocks: readonly Block[] }): readonly string[] {
  const characters = new CodePointText(text);
  return blocks.map(({ start, end }) => characters.slice(start, end));
}
