import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { routes } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { pagedOf } from '../shell/paged';
import { Shortcuts } from '../shell/shortcuts';
import { messages } from './messages';

/** The texts of an article in the order of time, to step through by mouse or with the left and right arrow. */
@Component({
  selector: 'app-revision-timeline',
  imports: [RouterLink],
  template: `
    <nav [attr.aria-label]="t('timeline')">
      <ol>
        @for (one of steps(); track one.number) {
          <li>
            <a
              [routerLink]="['/articles', articleId(), 'revisions', one.number]"
              [attr.aria-current]="one.number === number() ? 'page' : null"
              [attr.aria-label]="one.label"
              [title]="one.label"
              >{{ one.number }}</a
            >
          </li>
        }
      </ol>
      @if (revisions.cursor()) {
        <button type="button" class="link small" (click)="revisions.more()">{{ t('more') }}</button>
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 10px 14px;
      align-items: center;
    }
    ol {
      list-style: none;
      display: flex;
      flex-wrap: wrap;
      gap: 8px 18px;
      margin: 0;
      padding: 0;
    }
    li {
      position: relative;
    }
    li + li::before {
      content: '';
      position: absolute;
      right: 100%;
      top: 50%;
      width: 18px;
      border-top: 1px solid var(--line-2);
    }
    a {
      display: grid;
      place-items: center;
      min-width: 32px;
      min-height: 32px;
      padding: 0 8px;
      border: 1px solid var(--line-2);
      border-radius: 99px;
      color: var(--ink-2);
      text-decoration: none;
      font-variant-numeric: tabular-nums;
    }
    a:hover {
      border-color: var(--edge);
      color: var(--ink);
    }
    a[aria-current] {
      background: var(--accent);
      border-color: var(--accent);
      color: var(--accent-ink);
      font-weight: 650;
    }
  `,
})
export class RevisionTimeline {
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  readonly articleId = input.required<string>();
  readonly number = input.required<number>();

  protected readonly revisions = pagedOf(routes.listRevisions, () => ({ params: { id: this.articleId() } }));
  protected readonly steps = computed(() =>
    this.revisions
      .items()
      .map(({ number, createdBy, createdAt }) => ({
        number,
        label: this.t('timelineEntry', { number, name: createdBy.name, moment: this.i18n.moment(createdAt) }),
      }))
      .toSorted((a, b) => a.number - b.number),
  );

  constructor() {
    const router = inject(Router);
    const shortcuts = inject(Shortcuts);
    const step = (keys: string, description: 'earlier' | 'later', by: number): void =>
      shortcuts.register({
        keys,
        scope: () => this.t('timeline'),
        description: () => this.t(description),
        when: () => this.steps().some(({ number }) => number === this.number() + by),
        run: () => void router.navigate(['/articles', this.articleId(), 'revisions', this.number() + by]),
      });
    step('ArrowLeft', 'earlier', -1);
    step('ArrowRight', 'later', 1);
  }
}
