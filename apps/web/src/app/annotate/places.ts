import { Injectable, signal } from '@angular/core';

/** A place from the top left of the article, in CSS pixels; `isBelow` what it belongs to, else above it. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly isBelow: boolean;
}

/** Where things stand on the page, as last measured. */
@Injectable()
export class Places {
  private readonly passageTops = signal<ReadonlyMap<string, number>>(new Map());
  private readonly toolbarPlace = signal<Place | undefined>(undefined);

  /** The tops of the passages near the viewport, from the top of the article, in the order of the text. */
  readonly passages = this.passageTops.asReadonly();
  /** Beside what is selected. */
  readonly toolbar = this.toolbarPlace.asReadonly();

  placePassages(tops: ReadonlyMap<string, number>): void {
    this.passageTops.set(tops);
  }

  placeToolbar(place: Place | undefined): void {
    this.toolbarPlace.set(place);
  }
}
