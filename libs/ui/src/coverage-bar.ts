import { Component, computed, input } from '@angular/core';
import type { Coverage, Verdict } from '@belegg/domain';

/** How a stretch of the bar looks: approved (in the colour of its verdict, where that is known) down to not begun. */
export type CoverageTone = Verdict | 'approved' | 'inPart' | 'submitted' | 'begun' | 'unchecked';
export interface CoverageSegment {
  readonly tone: CoverageTone;
  readonly sentences: number;
}

const finished: ReadonlySet<CoverageTone> = new Set<CoverageTone>([
  'approved',
  'inPart',
  'confirmed',
  'denied',
  'disputed',
]);

/**
 * How far an article is, as a flat bar of segments: what is approved, waits, is begun and is open. What it says in
 * words is projected beneath, and read to who cannot see the bar.
 */
@Component({
  selector: 'ui-coverage',
  template: `
    <div
      class="bar"
      role="meter"
      aria-valuemin="0"
      [attr.aria-label]="label()"
      [attr.aria-valuemax]="total()"
      [attr.aria-valuenow]="done()"
      [attr.aria-valuetext]="text()"
    >
      @for (segment of shown(); track segment.tone) {
        <i [class]="segment.tone" [style.flex-grow]="segment.sentences"></i>
      }
    </div>
    <small
      ><ng-content>{{ text() }}</ng-content></small
    >
  `,
  styles: `
    :host {
      display: grid;
      gap: 5px;
      min-width: 0;
    }
    .bar {
      display: flex;
      gap: 2px;
      height: 6px;
    }
    i {
      min-width: 2px;
      flex: 0 1 0;
      border-radius: 2px;
      background: var(--line-2);
    }
    .confirmed,
    .denied,
    .disputed {
      background: var(--v);
    }
    .approved {
      background: var(--accent);
    }
    .inPart {
      background: linear-gradient(180deg, var(--accent) 50%, transparent 50%);
      box-shadow: inset 0 0 0 1px var(--accent);
    }
    .submitted {
      background: color-mix(in oklab, var(--accent) 45%, var(--paper));
    }
    .begun {
      background: repeating-linear-gradient(
        135deg,
        color-mix(in oklab, var(--accent) 45%, var(--line)) 0 2px,
        var(--line) 2px 5px
      );
    }
    small {
      color: var(--ink-2);
      font-size: 13px;
    }
    @media (forced-colors: active) {
      i {
        border: 1px solid CanvasText;
      }
      .approved,
      .confirmed,
      .denied,
      .disputed {
        background: Highlight;
        forced-color-adjust: none;
      }
    }
  `,
})
export class CoverageBar {
  readonly segments = input.required<readonly CoverageSegment[]>();
  /** What is measured: "Dekning". */
  readonly label = input.required<string>();
  /** The measure in words: "14 av 25 setninger godkjent". */
  readonly text = input.required<string>();

  protected readonly shown = computed(() => this.segments().filter(({ sentences }) => sentences > 0));
  protected readonly total = computed(() => sum(this.segments()));
  protected readonly done = computed(() => sum(this.segments().filter(({ tone }) => finished.has(tone))));
}

/** The segments of a coverage of which the verdicts are not at hand. Confirmed "not checkable" counts nowhere. */
export function coverageSegments({ byState }: Pick<Coverage, 'byState'>): readonly CoverageSegment[] {
  return [
    { tone: 'approved', sentences: byState.approved },
    { tone: 'inPart', sentences: byState.approvedInPart },
    { tone: 'submitted', sentences: byState.submitted + byState.notCheckableProposed },
    { tone: 'begun', sentences: byState.partly + byState.draft + byState.returned + byState.lapsed },
    { tone: 'unchecked', sentences: byState.unchecked },
  ];
}

function sum(segments: readonly CoverageSegment[]): number {
  return segments.reduce((total, { sentences }) => total + sentences, 0);
}
