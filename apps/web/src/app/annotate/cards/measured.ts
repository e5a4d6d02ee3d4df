import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

/** Tells how high an element is, at first and whenever that changes. */
@Directive({ selector: '[appMeasured]' })
export class Measured {
  readonly appMeasured = output<number>();

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => this.appMeasured.emit(nativeElement.offsetHeight));
    observer.observe(nativeElement);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
