import { Component, computed, inject } from '@angular/core';
import type { Verdict } from '@belegg/domain';
import { CoverageBar, coverageSegments, type CoverageSegment } from '@belegg/ui';
import { I18n } from '../../shell/i18n';
import { AnnotateStore } from '../annotate.store';
import { messages } from '../messages';
import { gravest } from '../rail/ticks';

/** How far the article is: "14 av 25 setninger godkjent · 4 til godkjenning · 7 gjenstår". */
@Component({
  selector: 'app-coverage-summary',
  imports: [CoverageBar],
  template: `<ui-coverage [segments]="segments()" [label]="t('coverage')" [text]="text()"
    ><b>{{ store.coverage().approved }}</b
    >{{ text().slice(approvedDigits()) }}</ui-coverage
  >`,
  styles: `
    b {
      color: var(--ink);
    }
  `,
})
export class CoverageSummary {
  protected readonly store = inject(AnnotateStore);
  protected readonly t = inject(I18n).of(messages);

  protected readonly text = computed(() => {
    const { approved, checkable, byState } = this.store.coverage();
    const { approvedInPart: inPart, partly } = byState;
    const submitted = byState.submitted + byState.notCheckableProposed;
    const left = checkable - approved - inPart - partly - submitted;
    return [
      this.t('approvedOf', { approved, checkable }),
      inPart > 0 && this.t('inPartCount', { count: inPart }),
      submitted > 0 && this.t('submittedCount', { count: submitted }),
      partly > 0 && this.t('partlyCount', { count: partly }),
      left > 0 ? this.t('leftCount', { count: left }) : submitted + partly === 0 && this.t('nothingLeft'),
    ]
      .filter(Boolean)
      .join(' · ');
  });
  protected readonly approvedDigits = computed(() => String(this.store.coverage().approved).length);

  /** What is approved is shown by its gravest verdict. */
  protected readonly segments = computed<readonly CoverageSegment[]>(() => {
    const counts: Record<Verdict, number> = { confirmed: 0, disputed: 0, denied: 0 };
    this.store.states().forEach((state, index) => {
      const verdict =
        state === 'approved'
          ? gravest((this.store.onSentences()[index] ?? []).flatMap(({ verdict }) => verdict ?? []))
          : undefined;
      if (verdict) counts[verdict] += 1;
    });
    const approved = (['confirmed', 'disputed', 'denied'] as const).map((tone) => ({ tone, sentences: counts[tone] }));
    return [...approved, ...coverageSegments(this.store.coverage()).filter(({ tone }) => tone !== 'approved')];
  });
}
