import { Directive, effect, ElementRef, inject, input } from '@angular/core';
import { renderBlock } from '@belegg/text-dom';
import type { PassagePart } from './passage-parts';

/** Writes a block of text into its element, with the passage marked in it. */
@Directive({ selector: '[appPassageText]' })
export class PassageText {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly appPassageText = input.required<PassagePart>();
  /** The classes of the mark. */
  readonly dress = input.required<string>();

  constructor() {
    effect(() => {
      const { text, block, marks } = this.appPassageText();
      const annotations = marks ? [{ id: 'passage', ...marks }] : [];
      const className = this.dress();
      renderBlock(
        this.element.nativeElement,
        text,
        { block, sentences: [], annotations, marks: [] },
        {
          mark: (mark) => {
            mark.className = className;
          },
        },
      );
    });
  }
}
