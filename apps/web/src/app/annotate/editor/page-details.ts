import { inject, Injectable } from '@angular/core';
import { routes } from '@belegg/contract';
import { Api } from '../../shell/api';
import { I18n } from '../../shell/i18n';
import { ProblemError } from '../../shell/problem-error';

/** What a page on the web says of itself, as the server reads it. */
@Injectable({ providedIn: 'root' })
export class PageDetails {
  private readonly api = inject(Api);
  private readonly i18n = inject(I18n);

  /**
   * The title of a page and its day, as in "Regnskap for 2020, 3. mai 2021"; undefined where the server cannot read it.
   */
  async titleOf(url: string): Promise<string | undefined> {
    try {
      const { title, date } = await this.api.call(routes.previewImport, { body: { url } });
      const parts = [title.slice(0, 240), date !== undefined && this.i18n.day(date)];
      return parts.filter(Boolean).join(', ') || undefined;
    } catch (error) {
      if (error instanceof ProblemError) return undefined;
      throw error;
    }
  }
}
