import { Component, effect, ElementRef, inject, input, output } from '@angular/core';
import type { AnnotationView } from '@belegg/contract';
import { VerdictBadge } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { Markdown } from '../shell/markdown';
import { terms, verdictKey } from '../shell/terms';
import { messages } from './messages';

/** What was said of a text while it was the current one, and how far it was. */
@Component({
  selector: 'app-annotations-then',
  imports: [Markdown, VerdictBadge],
  template: `
    <h2>{{ t('annotationsThen') }}</h2>
    <p class="small muted">{{ t(annotations().length ? 'annotationsThenHint' : 'noneThen') }}</p>
    <ol>
      @for (annotation of annotations(); track annotation.id) {
        <li
          [class]="annotation.verdict ?? 'question'"
          [class.active]="annotation.id === activeId()"
          [attr.data-annotation]="annotation.id"
        >
          <p class="said">
            <ui-verdict [verdict]="annotation.verdict" [label]="verdict(annotation)" />
            <span class="status">{{ status(annotation) }}</span>
          </p>
          @if (annotation.anchor.outcome === 'orphaned') {
            <q>{{ annotation.selector[1].exact }}</q>
          } @else {
            <button type="button" class="quote" (click)="opened.emit(annotation.id)">
              «{{ annotation.selector[1].exact }}»
            </button>
          }
          @if (annotation.rationale) {
            <app-markdown [text]="annotation.rationale" />
          }
        </li>
      }
    </ol>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      align-content: start;
    }
    h2 {
      font: 600 17px/1.3 var(--sans);
    }
    ol {
      list-style: none;
      margin: 4px 0 0;
      padding: 0;
      display: grid;
      gap: 10px;
    }
    li {
      display: grid;
      gap: 6px;
      padding: 10px 14px;
      background: var(--sheet);
      border: 1px solid var(--line);
      border-left: 3px solid var(--v);
      border-radius: var(--r);
    }
    li.active {
      border-color: var(--v);
      box-shadow: var(--shadow);
    }
    .said {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 12px;
      align-items: baseline;
      justify-content: space-between;
    }
    .quote,
    q {
      padding: 0;
      border: 0;
      background: none;
      text-align: start;
      font: italic 400 16px/1.4 var(--serif);
      color: var(--ink-2);
      overflow-wrap: anywhere;
    }
    .quote {
      cursor: pointer;
      min-height: 24px;
    }
    .quote:hover {
      color: var(--ink);
      text-decoration: underline 1px;
      text-underline-offset: 3px;
    }
  `,
})
export class AnnotationsThen {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly i18n = inject(I18n);
  private readonly term = this.i18n.of(terms);
  protected readonly t = this.i18n.of(messages);
  readonly annotations = input.required<readonly AnnotationView[]>();
  readonly activeId = input<string>();
  readonly opened = output<string>();

  constructor() {
    effect(() => {
      const id = this.activeId();
      if (id !== undefined) this.host.querySelector(`[data-annotation="${id}"]`)?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected verdict({ verdict }: AnnotationView): string {
    return this.term(verdictKey(verdict));
  }

  protected status({ status, anchor }: AnnotationView): string {
    const term = this.term(`status.${status}`);
    return anchor.outcome === 'orphaned' ? `${term}, ${this.t('withoutPlaceThen')}` : term;
  }
}
