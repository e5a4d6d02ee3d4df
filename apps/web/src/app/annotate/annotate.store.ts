import { computed, inject, Injectable, signal } from '@angular/core';
import { pagesOf, routes, type AnnotationView, type ArticleView } from '@belegg/contract';
import {
  CodePointText,
  conflictsIn,
  Describer,
  coverSentences,
  sumCoverage,
  touchedSentences,
  type Highlight,
  type Judged,
  type Range,
} from '@belegg/domain';
import { IntervalIndex } from '@belegg/text-dom';
import { Api } from '../shell/api';
import { isLocal } from './drafts/draft';

/** An annotation on the words that it is about. */
export interface Passage extends Highlight {
  readonly annotation: AnnotationView;
}

/** One article with its annotations, and what follows from them by the rules of the domain. */
@Injectable()
export class AnnotateStore {
  private readonly api = inject(Api);
  private readonly loaded = signal<ArticleView | undefined>(undefined);
  private readonly byId = signal<ReadonlyMap<string, AnnotationView>>(new Map());
  private readonly problem = signal<unknown>(undefined);
  /** Ids of the server by those that the page used before, and the other way round. */
  private readonly renamed = new Map<string, string>();
  private readonly keys = new Map<string, string>();
  /** Annotations that came one by one since all were last asked for. */
  private arrived = new Set<string>();

  readonly article = this.loaded.asReadonly();
  readonly error = this.problem.asReadonly();
  private readonly complete = signal(false);
  /** Whether all annotations of the article have been read once. */
  readonly isComplete = this.complete.asReadonly();
  readonly revision = computed(() => this.loaded()?.revision, { equal: (a, b) => a?.id === b?.id });
  readonly text = computed(() => new CodePointText(this.revision()?.text ?? ''));
  readonly describer = computed(() => new Describer(this.text().text));
  readonly sentences = computed(() => this.loaded()?.sentences ?? []);
  /** Where the sentences are: the same while only what is said of them changes. */
  readonly outline = computed(() => this.sentences(), { equal: sameRanges });

  /** All that are not retired, in the order of the text; those without a place in it last. */
  readonly annotations = computed(() =>
    [...this.byId().values()].filter(({ status }) => status !== 'retired').sort(byPlace),
  );
  readonly passages = computed(() =>
    this.annotations()
      .filter(isInText)
      .map((annotation): Passage => ({ ...rangeOf(annotation), id: annotation.id, annotation })),
  );
  /** What says otherwise of the same words, or of some of them, by the id of each annotation. */
  readonly conflicts = computed(() => conflictsIn(this.passages().map(toJudged)));
  readonly orphans = computed(() => this.annotations().filter((annotation) => !isInText(annotation)));
  readonly index = computed(() => new IntervalIndex(this.passages()));

  /** How far each sentence is covered, word by word. */
  readonly covered = computed(() =>
    coverSentences({
      text: this.text(),
      sentences: this.sentences(),
      longestPassage: this.loaded()?.longestPassage,
      annotations: this.passages().map((passage) => ({
        status: passage.annotation.status,
        isQuestion: passage.annotation.verdict === undefined,
        range: passage,
      })),
      notCheckable: this.sentences()
        .filter(({ checkable }) => !checkable)
        .flatMap((sentence) =>
          (sentence.rest ?? [sentence]).map((range) => ({ range, confirmed: sentence.confirmedBy !== undefined })),
        ),
    }),
  );
  readonly states = computed(() => this.covered().map(({ state }) => state));
  /** The annotations on each sentence, in the order of the text: one pass for all who ask. */
  readonly onSentences = computed(() => annotationsOnSentences(this.sentences(), this.passages()));
  readonly coverage = computed(() => sumCoverage(this.covered()));

  async load(id: string): Promise<void> {
    if (this.loaded()?.id !== id) {
      this.byId.set(new Map());
      this.complete.set(false);
    }
    const shown = this.api.call(routes.getArticle, { params: { id } }).then((article) => this.loaded.set(article));
    // Both are asked for at once; nothing annotated is shown before there is a text.
    const annotated = this.readAnnotations(id, shown);
    annotated.catch(() => undefined);
    try {
      await shown;
      await annotated;
      this.complete.set(true);
      this.problem.set(undefined);
    } catch (error) {
      this.problem.set(error);
    }
  }

  async reloadArticle(): Promise<void> {
    const id = this.loaded()?.id;
    if (id !== undefined) this.loaded.set(await this.api.call(routes.getArticle, { params: { id } }));
  }

  /** Takes all annotations anew, and keeps those that the server has not seen yet or that came meanwhile. */
  async reloadAnnotations(): Promise<void> {
    const id = this.loaded()?.id;
    if (id !== undefined) await this.readAnnotations(id);
  }

  /** @param until what is read first has to be there before any is shown */
  private async readAnnotations(id: string, until?: Promise<void>): Promise<void> {
    const fresh = new Map<string, AnnotationView>();
    const meanwhile = (this.arrived = new Set());
    for await (const { items } of pagesOf(this.api, routes.listAnnotations, { params: { id } })) {
      await until;
      if (this.loaded()?.id !== id) return;
      for (const annotation of items) fresh.set(annotation.id, annotation);
      if (this.byId().size === 0) this.byId.set(new Map(fresh));
    }
    if (this.loaded()?.id !== id) return;
    this.byId.update((before) => {
      const kept = [...before].filter(([id]) => isLocal(id) || meanwhile.has(id));
      return new Map([...fresh, ...kept.map(([id, annotation]) => [id, newer(annotation, fresh.get(id))] as const)]);
    });
  }

  async reloadAnnotation(id: string): Promise<void> {
    this.put(await this.api.call(routes.getAnnotation, { params: { id } }));
  }

  annotation(id: string | undefined): AnnotationView | undefined {
    return id === undefined ? undefined : this.byId().get(id);
  }

  /** What was read or changed on the server. An article carries its own text and sentences. */
  putArticle(article: ArticleView): void {
    this.loaded.set(article);
  }

  put(annotation: AnnotationView): void {
    this.arrived.add(annotation.id);
    this.byId.update((all) => new Map(all).set(annotation.id, newer(annotation, all.get(annotation.id))));
  }

  drop(id: string): void {
    this.byId.update((all) => new Map([...all].filter(([other]) => other !== id)));
  }

  /** Replaces an annotation, whose id was a provisional one if it is new. */
  rename(id: string, saved: AnnotationView): void {
    if (id !== saved.id) {
      this.renamed.set(id, saved.id);
      this.keys.set(saved.id, id);
    }
    this.arrived.add(saved.id);
    this.byId.update((all) =>
      new Map([...all].filter(([other]) => other !== id)).set(saved.id, newer(saved, all.get(saved.id))),
    );
  }

  currentId(id: string): string {
    return this.renamed.get(id) ?? id;
  }

  /** What stays the same for an annotation while this page is open. */
  keyOf(id: string): string {
    return this.keys.get(id) ?? id;
  }

  /** The annotations that touch a stretch of the text, in its order. */
  touching(stretch: Range): AnnotationView[] {
    return this.index()
      .overlapping(stretch)
      .map(({ annotation }) => annotation);
  }
}

/**
 * Answers may overtake each other: the one that has seen more counts; of two that have seen the same, the first named.
 */
function newer(a: AnnotationView, b: AnnotationView | undefined): AnnotationView {
  if (!b || a.revision !== b.revision) return !b || a.revision > b.revision ? a : b;
  return a.steps.length >= b.steps.length ? a : b;
}

/** A passage as far as it can conflict with others. */
export const toJudged = ({ id, start, end, annotation: { status, verdict, selector } }: Passage): Judged => ({
  id,
  status,
  verdict,
  range: { start, end },
  exact: selector[1].exact,
});

export function rangeOf({ selector: [{ start, end }] }: AnnotationView): Range {
  return { start, end };
}

/** Whether it stands in the text at hand, at least by suggestion. */
function isInText({ anchor }: AnnotationView): boolean {
  return anchor.outcome !== 'orphaned';
}

function annotationsOnSentences(
  sentences: readonly Range[],
  passages: readonly Passage[],
): readonly (readonly AnnotationView[])[] {
  const on: AnnotationView[][] = sentences.map(() => []);
  for (const passage of passages)
    for (const index of touchedSentences(sentences, passage)) on[index]?.push(passage.annotation);
  return on;
}

function sameRanges(a: readonly Range[], b: readonly Range[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]?.start && end === b[i].end);
}

function byPlace(a: AnnotationView, b: AnnotationView): number {
  if (isInText(a) !== isInText(b)) return isInText(a) ? -1 : 1;
  const [x, y] = [rangeOf(a), rangeOf(b)];
  return x.start - y.start || y.end - x.end || a.createdAt.localeCompare(b.createdAt);
}
