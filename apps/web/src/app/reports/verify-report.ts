import { HttpClient } from '@angular/common/http';
import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { messages } from './messages';
import { reportAddress } from './report-address';
import { sha256Of } from './sha256';

/** What came of a comparison: the hash that was found, of the download or of a file by its name. */
interface Outcome {
  readonly sha256: string | undefined;
  readonly name?: string | undefined;
}

/** Proves in the browser that a report, or a file of it, is what its hash names. */
@Component({
  selector: 'app-verify-report',
  imports: [ProblemView],
  templateUrl: './verify-report.html',
  styles: `
    :host {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    .file {
      position: relative;
    }
    .file input {
      position: absolute;
      inset: 0;
      width: 100%;
      opacity: 0;
      cursor: pointer;
    }
    .file:focus-within .link {
      outline: 2px solid var(--accent);
      outline-offset: 2px;
    }
    .yes {
      color: var(--confirmed);
    }
    .no {
      color: var(--denied);
    }
    p {
      overflow-wrap: anywhere;
    }
  `,
})
export class VerifyReport {
  private readonly http = inject(HttpClient);
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  readonly reportId = input.required<string>();
  /** The hash that the report was frozen with. */
  readonly sha256 = input.required<string>();

  protected readonly isBusy = signal(false);
  protected readonly failure = signal<unknown>(undefined);
  private readonly found = linkedSignal<string, Outcome | undefined>({
    source: this.reportId,
    computation: () => undefined,
  });

  protected said(): { readonly genuine: boolean; readonly text: string } | undefined {
    const found = this.found();
    if (!found) return undefined;
    const { sha256, name } = found;
    if (sha256 === undefined) return { genuine: false, text: this.t('cannotVerify') };
    const genuine = sha256 === this.sha256();
    if (name === undefined) return { genuine, text: genuine ? this.t('genuine') : this.t('forged', { sha256 }) };
    return { genuine, text: genuine ? this.t('genuineFile', { name }) : this.t('forgedFile', { name, sha256 }) };
  }

  protected download(): Promise<void> {
    const address = reportAddress({ report: this.reportId() }, 'json', 'internal');
    return this.compare(() => firstValueFrom(this.http.get(address, { responseType: 'arraybuffer' })));
  }

  protected async pick(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (file) await this.compare(() => file.arrayBuffer(), file.name);
    // The same file can be chosen again.
    input.value = '';
  }

  private async compare(read: () => Promise<ArrayBuffer>, name?: string): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.failure.set(undefined);
    try {
      this.found.set({ sha256: await sha256Of(await read()), name });
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.isBusy.set(false);
    }
  }
}
