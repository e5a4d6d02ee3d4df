import { inject, Injectable } from '@angular/core';
import { routes, signOffPreview, type ReportSummary, type SignOffBody, type SignOffPreview } from '@belegg/contract';
import { Api } from '../shell/api';
import { Dialogs } from '../shell/dialogs';
import { ProblemError } from '../shell/problem-error';

/** What somebody is asked before a report is frozen. */
export interface SignOffQuestion {
  readonly preview: SignOffPreview;
  /** Whether it is asked anew, since things changed while they looked. */
  readonly isChanged: boolean;
}

/** Freezes a report of what was shown to whoever signs it, and of nothing else. */
@Injectable({ providedIn: 'root' })
export class SigningOff {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);

  /**
   * Asks once with what the report will say, and again where that changed meanwhile.
   * @returns undefined when it was not meant
   * @throws ProblemError as the server refuses it
   */
  async sign(articleId: string): Promise<ReportSummary | undefined> {
    const params = { id: articleId };
    let question: SignOffQuestion = {
      preview: await this.api.call(routes.previewSignOff, { params }),
      isChanged: false,
    };
    for (;;) {
      const body = await this.ask(question);
      if (!body) return undefined;
      try {
        return await this.api.call(routes.signOff, { params, body, ifMatch: question.preview.etag });
      } catch (error) {
        if (!(error instanceof ProblemError) || !error.is('stale')) throw error;
        question = { preview: signOffPreview.parse(error.problem.current), isChanged: true };
      }
    }
  }

  /** What goes with the signature; undefined when it was not meant. */
  private ask(question: SignOffQuestion): Promise<SignOffBody> {
    return this.dialogs.open(() => import('./sign-off-dialog').then((m) => m.SignOffDialog), question);
  }
}
