import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReportSummary } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { messages } from './messages';

/** The frozen reports of an article, the latest first. */
@Component({
  selector: 'app-report-list',
  imports: [RouterLink],
  template: `
    <h2>{{ t('frozenReports') }}</h2>
    <ul>
      @for (report of reports(); track report.id) {
        <li>
          @if (report.id === shown()) {
            <b aria-current="page">{{ t('number', { number: report.number }) }}</b>
          } @else {
            <a [routerLink]="['/reports', report.id]">{{ t('number', { number: report.number }) }}</a>
          }
          <span class="small muted"
            >{{ i18n.moment(report.createdAt) }} · <bdi>{{ report.createdBy.name }}</bdi> ·
            {{ t(report.current ? 'stillCurrent' : 'outdated') }}</span
          >
        </li>
      } @empty {
        <li class="muted">{{ t('noneFrozen') }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      list-style: none;
      margin: 6px 0 0;
      padding: 0;
    }
    li {
      display: grid;
      padding: 7px 0;
      border-top: 1px solid var(--line);
    }
    li:first-child {
      border: 0;
    }
  `,
})
export class ReportList {
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  readonly reports = input.required<readonly ReportSummary[]>();
  /** The id of the one that is on the page. */
  readonly shown = input<string>();
}
