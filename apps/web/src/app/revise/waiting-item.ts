import { Component, computed, inject, input, resource } from '@angular/core';
import { routes, type AnnotationView, type ArticleView, type RevisionView } from '@belegg/contract';
import { CodePointText, judgementOf, wordDiff, type Range } from '@belegg/domain';
import { VerdictBadge } from '@belegg/ui';
import { Api } from '../shell/api';
import { DiffText } from '../reading';
import { I18n } from '../shell/i18n';
import { Markdown } from '../shell/markdown';
import { ProblemView } from '../shell/problem-view';
import { terms, verdictKey } from '../shell/terms';
import { BlockText } from './block-text';
import type { BlockText as TextInBlocks, Cell } from './compare-texts';
import { messages } from './messages';
import { likenessKey } from './score-words';

/** An annotation whose words changed: where it stood, beside where it might stand now. */
@Component({
  selector: 'app-waiting-item',
  imports: [BlockText, DiffText, Markdown, ProblemView, VerdictBadge],
  templateUrl: './waiting-item.html',
  styles: `
    section {
      display: grid;
      gap: 16px;
    }
    .said {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 14px;
      align-items: baseline;
    }
    .rationale {
      max-width: 68ch;
    }
    .sides {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 20px 40px;
    }
    .block {
      margin: 0;
      font: 400 18px/1.6 var(--serif);
      overflow-wrap: anywhere;
    }
    .block ::ng-deep mark {
      cursor: inherit;
    }
    h2 {
      font: 600 13px/1.4 var(--sans);
      color: var(--ink-2);
      margin: 0 0 6px;
    }
    .diff {
      font-size: 18px;
      line-height: 1.6;
      max-width: 68ch;
    }
    @media (max-width: 900px) {
      .sides {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class WaitingItem {
  private readonly api = inject(Api);
  protected readonly t = inject(I18n).of(messages);
  protected readonly term = inject(I18n).of(terms);
  protected readonly verdictKey = verdictKey;
  readonly annotation = input.required<AnnotationView>();
  readonly article = input.required<ArticleView>();

  /** What it was made on: its latest revision, and that text. */
  protected readonly origin = resource({
    params: () => ({ id: this.annotation().id, articleId: this.article().id }),
    loader: async ({
      params: { id, articleId },
    }): Promise<{ selector: AnnotationView['selector']; revision: RevisionView } | undefined> => {
      const {
        items: [latest],
      } = await this.api.call(routes.annotationHistory, { params: { id } });
      if (!latest) return undefined;
      return {
        selector: latest.selector,
        revision: await this.api.call(routes.getRevision, {
          params: { id: articleId, number: latest.articleRevision },
        }),
      };
    },
  });
  private readonly found = computed(() => (this.origin.hasValue() ? this.origin.value() : undefined));
  protected readonly was = computed(() => {
    const found = this.found();
    const cell = found && this.cellOf(found.revision, found.selector[0]);
    return cell && { ...cell, number: found.revision.number };
  });
  protected readonly suggested = computed(() =>
    this.annotation().anchor.outcome === 'orphaned'
      ? undefined
      : this.cellOf(this.article().revision, this.annotation().selector[0]),
  );
  protected readonly difference = computed(() => {
    const found = this.found();
    return found && this.suggested()
      ? wordDiff(found.selector[1].exact, this.annotation().selector[1].exact)
      : undefined;
  });
  protected readonly outcome = computed(() => {
    const { outcome, score } = this.annotation().anchor;
    return this.t(`outcome.${outcome}`, { likeness: this.t(likenessKey(score)) });
  });

  /** The block in which a passage begins, with the passage marked. */
  private cellOf({ text, blocks }: TextInBlocks, { start, end }: Range): Cell | undefined {
    const block = blocks.find((one) => one.start <= start && start < one.end);
    const { id, verdict, status } = this.annotation();
    return (
      block && {
        text: new CodePointText(text),
        block,
        marks: [],
        stretches: [{ id, start, end, kind: 'annotation', className: `${judgementOf(verdict)} ${status} active` }],
      }
    );
  }
}
