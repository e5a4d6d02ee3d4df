import { NgTemplateOutlet } from '@angular/common';
import { Component, type ElementRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { distinctUntilChanged, filter, map, skip } from 'rxjs';
import { AccountMenu } from './account-menu';
import { Bar } from './bar';
import { Dialogs } from './dialogs';
import { I18n } from './i18n';
import { messages } from './messages';
import { Navigation } from './navigation';
import type { PaletteOption } from './palette-options';
import { Shortcuts } from './shortcuts';

/** What stands around every room: the bar on top with the way to the other rooms, and the room beneath it. */
@Component({
  selector: 'app-frame',
  imports: [AccountMenu, Navigation, NgTemplateOutlet, RouterLink, RouterOutlet],
  templateUrl: './frame.html',
  styleUrl: './frame.css',
})
export class Frame {
  private readonly dialogs = inject(Dialogs);
  private readonly shortcuts = inject(Shortcuts);
  protected readonly t = inject(I18n).of(messages);
  protected readonly slots = inject(Bar).slots;
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  constructor() {
    this.shortcuts.register({
      keys: '?',
      description: () => this.t('showShortcuts'),
      scope: () => this.t('everywhere'),
      run: () => this.showShortcuts(),
    });
    this.shortcuts.register({
      keys: 'Ctrl+k',
      description: () => this.t('palette'),
      scope: () => this.t('everywhere'),
      run: () => void this.openPalette(),
    });
    // On a new page the keyboard and the screen reader start at its top. Parameters alone make no new page.
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map(({ urlAfterRedirects }) => urlAfterRedirects.replace(/[?#].*$/, '')),
        distinctUntilChanged(),
        skip(1),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.toMain());
  }

  protected toMain(): void {
    this.main().nativeElement.focus({ preventScroll: true });
  }

  /** What was chosen is done where the focus was. */
  private async openPalette(): Promise<void> {
    const active = this.shortcuts.active().filter(({ keys }) => keys !== 'Ctrl+k');
    const chosen = await this.dialogs.open<PaletteOption>(
      () => import('./palette-dialog').then((m) => m.PaletteDialog),
      active,
    );
    chosen?.run();
  }

  protected showShortcuts(): void {
    void this.dialogs.open(() => import('./shortcuts-dialog').then((m) => m.ShortcutsDialog), this.shortcuts.active());
  }
}
