import { Injectable, signal } from '@angular/core';

/** Where things stand on the page, as last measured, in CSS pixels. */
@Injectable()
export class Places {
  private readonly passageTops = signal<ReadonlyMap<string, number>>(new Map());
  private readonly selectionBox = signal<DOMRect | undefined>(undefined);

  /** The tops of the passages near the viewport, from the top of the article, in the order of the text. */
  readonly passages = this.passageTops.asReadonly();
  /** The first line of what is selected, from the top left of the article. */
  readonly selection = this.selectionBox.asReadonly();

  placePassages(tops: ReadonlyMap<string, number>): void {
    this.passageTops.set(tops);
  }

  placeSelection(box: DOMRect | undefined): void {
    this.selectionBox.set(box);
  }
}
