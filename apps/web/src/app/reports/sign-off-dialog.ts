import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import type { SignOffBody } from '@belegg/contract';
import { DialogFrame } from '@belegg/ui';
import { ClashPair } from './clash-pair';
import { I18n } from '../shell/i18n';
import { terms } from '../shell/terms';
import { messages } from './messages';
import { QuotedWords } from './quoted-words';
import type { SignOffQuestion } from './signing-off';

type ExplainedOverlap = NonNullable<SignOffBody>['overlaps'][number];

/** Says what a report will hold before it is frozen. */
@Component({
  selector: 'app-sign-off-dialog',
  imports: [ClashPair, DialogFrame, QuotedWords],
  templateUrl: './sign-off-dialog.html',
  styleUrl: './sign-off-dialog.css',
})
export class SignOffDialog {
  protected readonly t = inject(I18n).of(messages);
  protected readonly term = inject(I18n).of(terms);
  protected readonly ref = inject<DialogRef<SignOffBody>>(DialogRef);
  protected readonly question = inject<SignOffQuestion>(DIALOG_DATA);
  protected readonly preview = this.question.preview;
  protected readonly coverage = this.preview.coverage;
  protected readonly contradictions = this.preview.clashes.filter(({ kind }) => kind === 'contradicts');
  protected readonly overlaps = this.preview.clashes.filter(({ kind }) => kind === 'overlaps');
  /** Why each two that overlap both hold, in their order. */
  private readonly reasons = signal(this.overlaps.map(() => ''));
  protected readonly isReady = computed(
    () => this.contradictions.length === 0 && this.reasons().every((reason) => reason.trim() !== ''),
  );

  protected say(index: number, reason: string): void {
    this.reasons.update((all) => all.with(index, reason));
  }

  protected sign(): void {
    if (!this.isReady()) return;
    const overlaps = this.overlaps.map(({ pair: [one, other] }, index): ExplainedOverlap => ({
      annotationIds: [one.annotationId, other.annotationId],
      reason: this.reasons()[index] ?? '',
    }));
    this.ref.close({ overlaps });
  }
}
