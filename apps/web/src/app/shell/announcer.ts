import { DOCUMENT, inject, Injectable } from '@angular/core';

/** Milliseconds. A region has to stand empty for a moment, or the same words said twice are heard once. */
const silence = 100;

/**
 * Speaks to a screen reader. Its region stands beside the page and not in it, since dialogs hide the page; and it is
 * our own, since the CDK's brings 8 kB of other things to the first page.
 */
@Injectable({ providedIn: 'root' })
export class Announcer {
  private readonly region = this.place(inject(DOCUMENT));
  private timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string): void {
    clearTimeout(this.timer);
    this.region.textContent = '';
    this.timer = setTimeout(() => {
      this.region.textContent = text;
    }, silence);
  }

  private place(document: Document): HTMLElement {
    const region = document.createElement('div');
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'polite');
    return document.body.appendChild(region);
  }
}
