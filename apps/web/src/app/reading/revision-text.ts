import { Component, DOCUMENT, effect, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import type { AnnotationView, RevisionView } from '@belegg/contract';
import { CodePointText, judgementOf } from '@belegg/domain';
import { renderBlock } from '@belegg/text-dom';
import { blockElement, placeBlocks } from './block-element';

/** A frozen text as it reads, with what was said of it then; nothing in it can be changed. */
@Component({
  selector: 'app-revision-text',
  template: `<div #root class="text" [attr.lang]="revision().language"></div>`,
  styleUrl: './revision-text.css',
  host: { '(click)': 'open($event)' },
})
export class RevisionText {
  private readonly document = inject(DOCUMENT);
  private readonly root = viewChild.required<ElementRef<HTMLElement>>('root');
  readonly revision = input.required<RevisionView>();
  /** Those with a place in this text. */
  readonly annotations = input<readonly AnnotationView[]>([]);
  readonly activeId = input<string>();
  /** The id of the annotation that was clicked. */
  readonly opened = output<string>();

  constructor() {
    effect(() => {
      const { text, blocks, marks } = this.revision();
      const characters = new CodePointText(text);
      const passages = this.annotations().map(({ id, verdict, status, selector: [{ start, end }] }) => ({
        id,
        start,
        end,
        className: `${judgementOf(verdict)} ${status}`,
      }));
      placeBlocks(
        this.root().nativeElement,
        blocks.map((block) => {
          const element = blockElement(this.document, block);
          const touching = <Kind extends { start: number; end: number }>(all: readonly Kind[]): Kind[] =>
            all.filter(({ start, end }) => start < block.end && end > block.start);
          renderBlock(
            element,
            characters,
            { block, sentences: [], annotations: touching(passages), marks: touching(marks) },
            {
              mark: (mark, over) => {
                mark.className = over.at(-1)?.className ?? '';
              },
            },
          );
          return element;
        }),
      );
    });
    effect(() => {
      const id = this.activeId();
      this.annotations();
      const all = [...this.root().nativeElement.querySelectorAll<HTMLElement>('mark')];
      for (const mark of all) mark.classList.toggle('active', id !== undefined && idsOf(mark).includes(id));
      all.find((mark) => mark.classList.contains('active'))?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected open({ target }: MouseEvent): void {
    const mark = target instanceof Element ? target.closest<HTMLElement>('mark') : undefined;
    const id = mark ? idsOf(mark).at(-1) : undefined;
    if (id !== undefined) this.opened.emit(id);
  }
}

function idsOf(mark: HTMLElement): readonly string[] {
  return mark.dataset['annotations']?.split(' ') ?? [];
}
