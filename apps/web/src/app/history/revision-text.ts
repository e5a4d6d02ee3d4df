import { Component, DOCUMENT, effect, type ElementRef, inject, input, viewChild } from '@angular/core';
import type { RevisionView } from '@belegg/contract';
import { CodePointText } from '@belegg/domain';
import { renderBlock } from '@belegg/text-dom';
import { blockElement, placeBlocks } from '../annotate/text/block-element';

/** A frozen text as it reads, without what is said of it. */
@Component({
  selector: 'app-revision-text',
  template: `<div #root class="text" [attr.lang]="revision().language"></div>`,
  styleUrl: './revision-text.css',
})
export class RevisionText {
  private readonly document = inject(DOCUMENT);
  private readonly root = viewChild.required<ElementRef<HTMLElement>>('root');
  readonly revision = input.required<RevisionView>();

  constructor() {
    effect(() => {
      const { text, blocks, marks } = this.revision();
      const characters = new CodePointText(text);
      placeBlocks(this.root().nativeElement, blocks.map((block) => {
        const element = blockElement(this.document, block);
        const touching = marks.filter(({ start, end }) => start < block.end && end > block.start);
        renderBlock(element, characters, { block, sentences: [], annotations: [], marks: touching });
        return element;
      }));
    });
  }
}
