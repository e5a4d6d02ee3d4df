import { Component, DOCUMENT, inject } from '@angular/core';
import { verdicts, type Verdict } from '@belegg/domain';
import {
  Avatar,
  Control,
  CoverageBar,
  Empty,
  Field,
  Kbd,
  RelativeTime,
  VerdictBadge,
  type CoverageSegment,
} from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { terms } from '../shell/terms';

/** Every component of `libs/ui` in its states, to look at while one builds. English alone: no user meets it. */
@Component({
  selector: 'app-gallery-page',
  imports: [Avatar, Control, CoverageBar, Empty, Field, Kbd, RelativeTime, VerdictBadge],
  templateUrl: './gallery-page.html',
  styleUrl: './gallery-page.css',
})
export class GalleryPage {
  private readonly document = inject(DOCUMENT);
  private readonly i18n = inject(I18n);
  private readonly word = this.i18n.of(terms);
  protected readonly locale = this.i18n.language;
  protected readonly verdicts = verdicts;
  protected readonly now = new Date().toISOString();
  protected readonly coverage: readonly CoverageSegment[] = [
    { tone: 'approved', sentences: 12 },
    { tone: 'submitted', sentences: 4 },
    { tone: 'begun', sentences: 2 },
    { tone: 'unchecked', sentences: 7 },
  ];
  protected readonly longCoverage: readonly CoverageSegment[] = [
    { tone: 'approved', sentences: 1 },
    { tone: 'unchecked', sentences: 4999 },
  ];

  protected term(verdict: Verdict): string {
    return this.word(`verdict.${verdict}`);
  }

  protected setDark(event: Event): void {
    this.document.documentElement.dataset['theme'] = (event.target as HTMLInputElement).checked ? 'dark' : 'light';
  }
}
