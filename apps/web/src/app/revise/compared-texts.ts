import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { AnnotationView, OutcomeView } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { BlockText } from './block-text';
import { compareTexts, sectionsOf, type BlockText as TextInBlocks } from './compare-texts';
import { messages } from './messages';
import { OutcomeNote } from './outcome-note';

/** The old text and the new one side by side, and what becomes of each annotation. */
@Component({
  selector: 'app-compared-texts',
  imports: [BlockText, OutcomeNote],
  templateUrl: './compared-texts.html',
  styleUrl: './compared-texts.css',
})
export class ComparedTexts {
  protected readonly t = inject(I18n).of(messages);
  readonly old = input.required<TextInBlocks>();
  /** The number of the old revision. */
  readonly number = input.required<number>();
  readonly now = input.required<TextInBlocks>();
  readonly annotations = input.required<readonly AnnotationView[]>();
  readonly outcomes = input.required<readonly OutcomeView[]>();

  protected readonly sections = computed(() =>
    sectionsOf(compareTexts(this.old(), this.now(), this.annotations(), this.outcomes())),
  );
  protected readonly unfolded = linkedSignal<unknown, ReadonlySet<string>>({
    source: this.old,
    computation: () => new Set(),
  });

  protected unfold(key: string): void {
    this.unfolded.update((keys) => new Set(keys).add(key));
  }
}
