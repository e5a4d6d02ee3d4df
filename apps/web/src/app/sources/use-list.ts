import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SourceUse } from '@belegg/contract';
import { VerdictBadge } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { terms, verdictKey } from '../shell/terms';

/** Where a source is cited: the passage, what was said of it, and which side the source is on. */
@Component({
  selector: 'app-use-list',
  imports: [RouterLink, VerdictBadge],
  templateUrl: './use-list.html',
  styles: `
    ul {
      list-style: none;
      margin: 0;
      padding: 0;
    }
    li {
      padding: 12px 0;
      border-top: 1px solid var(--line);
      display: grid;
      gap: 2px;
      position: relative;
    }
    li > a {
      font: 400 17px/1.4 var(--serif);
      color: var(--ink);
      text-decoration: none;
      overflow-wrap: anywhere;
    }
    li > a:hover {
      text-decoration: underline;
      text-decoration-color: var(--line-2);
    }
    li > a::after {
      content: '';
      position: absolute;
      inset: 0;
    }
    .facts {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 14px;
      align-items: baseline;
    }
  `,
})
export class UseList {
  protected readonly term = inject(I18n).of(terms);
  protected readonly verdictKey = verdictKey;
  readonly uses = input.required<readonly SourceUse[]>();
}
