import { Directive, effect, ElementRef, inject, input } from '@angular/core';
import { renderBlock } from '@belegg/text-dom';
import type { Cell } from './compare-texts';

/** Writes a block into its element, with what is said of it and what came or went. */
@Directive({ selector: '[appBlockText]' })
export class BlockText {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly appBlockText = input.required<Cell>();

  constructor() {
    effect(() => {
      const { text, block, marks, stretches } = this.appBlockText();
      renderBlock(
        this.element.nativeElement,
        text,
        { block, sentences: [], annotations: stretches, marks },
        {
          mark: (mark, over) => {
            const change = over.find(({ kind }) => kind !== 'annotation');
            mark.className = over.map(({ className }) => className).join(' ');
            mark.classList.toggle(
              'plain',
              over.every(({ kind }) => kind !== 'annotation'),
            );
            if (change) mark.setAttribute('role', change.kind === 'removed' ? 'deletion' : 'insertion');
          },
        },
      );
    });
  }
}
