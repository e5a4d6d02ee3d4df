import { Component, inject, input, output, signal } from '@angular/core';
import { routes, urlOf } from '@belegg/contract';
import { Api } from '../../shell/api';
import { I18n } from '../../shell/i18n';
import { ProblemView } from '../../shell/problem-view';
import { messages as editorMessages } from './messages';

/** A file or screenshot that shows what the source said, kept as it was: chosen here, or handed over by `attach`. */
@Component({
  selector: 'app-evidence-field',
  imports: [ProblemView],
  template: `
    @if (evidence(); as sha256) {
      <span class="row">
        <a target="_blank" rel="noopener" [href]="address(sha256)">{{ t('openEvidence') }}</a>
        <button type="button" class="link small" (click)="changed.emit(undefined)">{{ t('removeEvidence') }}</button>
      </span>
    } @else {
      <label class="link small"
        >{{ t(isBusy() ? 'keepingEvidence' : 'addEvidence')
        }}<input #chosen type="file" class="visually-hidden" [disabled]="isBusy()" (change)="choose(chosen)"
      /></label>
      <span class="small muted">{{ t('addEvidenceHint') }}</span>
    }
    <app-problem [error]="error()" />
  `,
  styles: `
    :host {
      display: grid;
      gap: 2px;
      justify-items: start;
    }
    .row {
      display: flex;
      gap: 14px;
      align-items: baseline;
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--accent);
      outline-offset: 2px;
    }
    app-problem:empty {
      display: none;
    }
  `,
})
export class EvidenceField {
  private readonly api = inject(Api);
  protected readonly t = inject(I18n).of(editorMessages);
  /** SHA-256 of what is kept. */
  readonly evidence = input<string>();
  readonly changed = output<string | undefined>();
  protected readonly isBusy = signal(false);
  protected readonly error = signal<unknown>(undefined);

  async attach(file: File): Promise<void> {
    const body = new FormData();
    body.append('file', file);
    this.isBusy.set(true);
    this.error.set(undefined);
    try {
      this.changed.emit((await this.api.call(routes.captureEvidence, { body })).sha256);
    } catch (error) {
      this.error.set(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  protected choose(input: HTMLInputElement): void {
    const file = input.files?.[0];
    input.value = '';
    if (file) void this.attach(file);
  }

  protected address(sha256: string): string {
    return urlOf(routes.getEvidence, { params: { sha256 } });
  }
}
