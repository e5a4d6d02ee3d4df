import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

/** Tells once that an element has come into sight. */
@Directive({ selector: '[appSeen]' })
export class Seen {
  readonly appSeen = output();

  constructor() {
    if (typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      this.appSeen.emit();
    });
    observer.observe(inject<ElementRef<HTMLElement>>(ElementRef).nativeElement);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
