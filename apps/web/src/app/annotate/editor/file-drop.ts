import { Directive, output } from '@angular/core';

/**
 * Takes a file that is dropped on an element, or pasted where the focus is in it: a screenshot from the clipboard too.
 */
@Directive({
  selector: '[appFileDrop]',
  host: {
    '(dragover)': 'allow($event)',
    '(dragleave)': 'over = false',
    '(drop)': 'take($event, $event.dataTransfer)',
    '(paste)': 'take($event, $event.clipboardData)',
    '[class.over]': 'over',
  },
})
export class FileDrop {
  readonly appFileDrop = output<File>();
  protected over = false;

  protected allow(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over = true;
  }

  protected take(event: Event, from: DataTransfer | null): void {
    this.over = false;
    const file = from?.files[0];
    if (!file) return;
    event.preventDefault();
    this.appFileDrop.emit(file);
  }
}
