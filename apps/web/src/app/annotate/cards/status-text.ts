import type { AnnotationView } from '@belegg/contract';
import type { StepKind } from '@belegg/domain';
import type { I18n } from '../../shell/i18n';
import { terms } from '../../shell/terms';
import { messages } from '../messages';

/** Where an annotation is on its way, and through whom: "Godkjent av Maja Lie". */
export function statusText(i18n: I18n, annotation: AnnotationView, currentRevision: number): string {
  const t = i18n.of(messages);
  const { status } = annotation;
  const by = lastBy(annotation, status);
  if (annotation.anchor.outcome === 'orphaned') return t('statusOrphaned');
  if (annotation.anchor.outcome === 'changed') return t('statusChanged');
  if (status === 'lapsed') return t(lapsedByText(annotation, currentRevision) ? 'lapsedByText' : 'lapsedByEdit');
  if ((status === 'approved' || status === 'returned') && by !== undefined) return t(`status_${status}`, { name: by });
  return i18n.of(terms)(`status.${status}`);
}

function lastBy({ steps }: AnnotationView, kind: string): string | undefined {
  return steps.findLast((step) => step.kind === (kind as StepKind))?.by.name;
}

function lapsedByText({ steps }: AnnotationView, currentRevision: number): boolean {
  return (
    (steps.findLast(({ kind }) => kind === 'approved' || kind === 'submitted')?.articleRevision ?? currentRevision) <
    currentRevision
  );
}
