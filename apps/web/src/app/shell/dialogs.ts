import { inject, Injectable, Injector, type Type } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Shortcuts } from './shortcuts';

/**
 * Opens dialogs, each loaded when it is first needed:
 * `const saved = await dialogs.open<boolean>(() => import('./details-dialog').then((m) => m.DetailsDialog), article)`.
 * The component takes its data by `inject(DIALOG_DATA)`, closes with `inject(DialogRef).close(answer)` and has
 * `<ui-dialog>` of `@belegg/ui` as its frame. While it is open, the shortcuts of the page behind it rest.
 */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly injector = inject(Injector);
  private readonly shortcuts = inject(Shortcuts);

  /** The answer that the dialog closed with; undefined when it was dismissed. */
  async open<Answer = unknown>(load: () => Promise<Type<unknown>>, data?: unknown): Promise<Answer | undefined> {
    const [{ Dialog }, component] = await Promise.all([import('@angular/cdk/dialog'), load()]);
    const leave = this.shortcuts.enterLayer();
    const opened = this.injector.get(Dialog).open<Answer>(component, {
      data,
      autoFocus: 'first-tabbable',
      restoreFocus: true,
      panelClass: 'dialog-panel',
      maxWidth: '100vw',
    });
    try {
      return await firstValueFrom(opened.closed);
    } finally {
      leave();
    }
  }
}
