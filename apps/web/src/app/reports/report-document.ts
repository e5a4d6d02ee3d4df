import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { framedDocument } from './framed-document';
import { messages } from './messages';

/**
 * A report as the document that it is. The server forbids to frame it by its address, so its text is framed: without
 * scripts, without an origin, and under the policy of this page.
 */
@Component({
  selector: 'app-report-document',
  imports: [ProblemView],
  template: `
    @if (framed(); as document) {
      <iframe
        [srcdoc]="document"
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        [attr.title]="t('document')"
      ></iframe>
    } @else if (document.error()) {
      <app-problem [error]="document.error()" retryable (retry)="document.reload()" />
    } @else {
      <p class="muted">{{ t('loadingDocument') }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    iframe {
      display: block;
      width: 100%;
      height: 100%;
      border: 0;
      background: var(--paper);
    }
    app-problem,
    p {
      display: block;
      margin: 40px;
    }
  `,
})
export class ReportDocument {
  private readonly sanitizer = inject(DomSanitizer);
  protected readonly t = inject(I18n).of(messages);
  /** Where its HTML is. */
  readonly address = input.required<string>();

  protected readonly document = httpResource.text(() => this.address());
  /** The sandbox makes it safe, whatever stands in it. */
  protected readonly framed = computed(() =>
    this.document.hasValue()
      ? this.sanitizer.bypassSecurityTrustHtml(framedDocument(this.document.value()))
      : undefined,
  );
}
