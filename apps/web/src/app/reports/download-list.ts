import { Component, computed, inject, input } from '@angular/core';
import { reportFormats } from '@belegg/contract';
import type { Profile } from '@belegg/domain';
import { I18n } from '../shell/i18n';
import { messages } from './messages';
import { reportAddress, type ReportSubject } from './report-address';

/** A report to take along, in every format there is. */
@Component({
  selector: 'app-download-list',
  template: `
    <h2>{{ t('downloads') }}</h2>
    <ul>
      @for (download of downloads(); track download.address) {
        <li>
          <a class="btn" download [href]="download.address">{{ t(download.label) }}</a>
        </li>
      }
    </ul>
    <a class="small" target="_blank" rel="noopener" [href]="alone()">{{ t('openAlone') }}</a>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    ul {
      list-style: none;
      margin: 0;
      padding: 0;
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .btn {
      min-height: 32px;
      padding: 3px 10px;
      font-size: 14px;
    }
    @media (pointer: coarse) {
      .btn {
        min-height: 44px;
      }
    }
  `,
})
export class DownloadList {
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  readonly subject = input.required<ReportSubject>();
  readonly profile = input.required<Profile>();

  /** As the spreadsheets of whoever reads expect it: where the comma is the decimal mark, it parts no columns. */
  private readonly separator = computed(() => (this.i18n.language() === 'en' ? 'comma' : 'semicolon'));
  protected readonly downloads = computed(() =>
    reportFormats.map((format) => ({
      label: `format_${format}` as const,
      address: reportAddress(this.subject(), format, this.profile(), format === 'csv' ? this.separator() : undefined),
    })),
  );
  protected readonly alone = computed(() => reportAddress(this.subject(), 'html', this.profile()));
}
