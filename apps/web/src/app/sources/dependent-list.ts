import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { I18n } from '../shell/i18n';
import { terms } from '../shell/terms';
import type { Dependent } from './dependents';

/** Who repeats a source, and who repeats those: a list in lists, so that a screen reader tells how deep it is. */
@Component({
  selector: 'app-dependent-list',
  imports: [RouterLink],
  templateUrl: './dependent-list.html',
  styles: `
    ul {
      list-style: none;
      margin: 0;
      padding: 0;
    }
    :host(.deeper) ul {
      margin-left: 7px;
      padding-left: 19px;
      border-left: 1px solid var(--line-2);
    }
    li {
      padding: 5px 0 0;
    }
    a {
      font: 500 17px/1.3 var(--serif);
      color: var(--ink);
      text-decoration-color: var(--line-2);
    }
  `,
})
export class DependentList {
  protected readonly term = inject(I18n).of(terms);
  readonly dependents = input.required<readonly Dependent[]>();
}
