import { Component, DOCUMENT, type ElementRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationStart, Router, RouterLink } from '@angular/router';
import { Avatar } from '@belegg/ui';
import { filter } from 'rxjs';
import { I18n } from './i18n';
import { LanguageSwitch } from './language-switch';
import { messages } from './messages';
import { Navigation } from './navigation';
import { Session } from './session';
import { ThemeChoice, themes } from './theme';

/** Who is signed in, in which newsroom, and what is theirs to choose. On a narrow page also the way to the rooms. */
@Component({
  selector: 'app-account-menu',
  imports: [Avatar, LanguageSwitch, Navigation, RouterLink],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.css',
})
export class AccountMenu {
  private readonly router = inject(Router);
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly panel = viewChild<ElementRef<HTMLElement>>('panel');
  protected readonly session = inject(Session);
  protected readonly t = inject(I18n).of(messages);
  protected readonly theme = inject(ThemeChoice);
  protected readonly themes = themes;

  constructor() {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationStart),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.panel()?.nativeElement.hidePopover?.());
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/sign-in');
  }

  /** All that is on the page belongs to the old newsroom: the new one starts afresh. */
  protected async switchNewsroom(event: Event): Promise<void> {
    await this.session.switchNewsroom((event.target as HTMLSelectElement).value);
    this.view?.location.assign('/');
  }
}
