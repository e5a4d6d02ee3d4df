import { computed, inject, Injectable, signal } from '@angular/core';
import { annotation as annotationSchema, routes, type AnnotationView, type ArticleView } from '@belegg/contract';
import { CodePointText, Describer, type Range } from '@belegg/domain';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { Toasts } from '../shell/toasts';
import { messages } from './messages';
import { readAnnotations } from './read-annotations';
import { isNearMatch } from './score-words';

/** Whether a person has to say where it stands in the current text. */
export function waits({ status, anchor }: AnnotationView): boolean {
  return status !== 'retired' && (anchor.outcome === 'changed' || anchor.outcome === 'orphaned');
}

/** The annotations of an article that wait for a place, to be gone through one by one. */
@Injectable()
export class WaitingPlaces {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly t = inject(I18n).of(messages);
  private readonly loaded = signal<ArticleView | undefined>(undefined);
  private readonly byId = signal<ReadonlyMap<string, AnnotationView>>(new Map());
  private readonly queued = signal<readonly string[]>([]);
  private readonly at = signal(0);
  private readonly acting = signal(false);
  private readonly problem = signal<unknown>(undefined);

  readonly article = this.loaded.asReadonly();
  readonly error = this.problem.asReadonly();
  readonly isActing = this.acting.asReadonly();
  readonly text = computed(() => new CodePointText(this.loaded()?.revision.text ?? ''));
  /**
   * Those that waited when the walk began and those that came since, also when they have a place by now, so that the
   * count stays.
   */
  readonly items = computed(() => this.queued().flatMap((id) => this.byId().get(id) ?? []));
  readonly index = computed(() => Math.min(this.at(), Math.max(this.items().length - 1, 0)));
  readonly current = computed(() => this.items()[this.index()]);
  readonly left = computed(() => this.items().filter(waits).length);
  /** Those whose words are nearly the same: what changed is seen at a glance, so they can be accepted together. */
  readonly nearMatches = computed(() =>
    this.items().filter((one) => waits(one) && one.anchor.outcome === 'changed' && isNearMatch(one.anchor.score)),
  );

  async load(id: string): Promise<void> {
    try {
      const [article, annotations] = await Promise.all([
        this.api.call(routes.getArticle, { params: { id } }),
        readAnnotations(this.api, id),
      ]);
      const read = new Map(annotations.map((annotation) => [annotation.id, annotation]));
      // What was retired in the walk is no longer in the list, and still counts as done.
      const gone = this.items()
        .filter((before) => !read.has(before.id))
        .map((before): [string, AnnotationView] => [before.id, { ...before, status: 'retired' }]);
      this.loaded.set(article);
      this.byId.set(new Map([...read, ...gone]));
      this.queued.update((before) => [
        ...before,
        ...annotations.filter((one) => waits(one) && !before.includes(one.id)).map((one) => one.id),
      ]);
      this.problem.set(undefined);
    } catch (error) {
      this.problem.set(error);
    }
  }

  /** Forgets where the walk was: for another article. */
  begin(id: string): Promise<void> {
    this.queued.set([]);
    this.at.set(0);
    this.loaded.set(undefined);
    return this.load(id);
  }

  /** To the next one that waits, or the one before, round the end of the list. */
  go(by: 1 | -1): void {
    const items = this.items();
    for (let step = 1; step <= items.length; step++) {
      const index = (this.index() + by * step + items.length * step) % items.length;
      const item = items[index];
      if (!item || !waits(item)) continue;
      this.at.set(index);
      return;
    }
  }

  /** Agrees that the annotation stands where the text suggests: sending back the suggested selector says so. */
  async accept(annotation: AnnotationView): Promise<boolean> {
    return this.act(this.t('accepted'), () => this.acceptOne(annotation));
  }

  /**
   * As `accept`, and sends it to whoever approves. What keeps it from being sent is told; its place is accepted all the
   * same.
   */
  acceptAndSubmit(annotation: AnnotationView): Promise<boolean> {
    return this.act(this.t('acceptedAndSubmitted'), async () => {
      const placed = await this.acceptOne(annotation);
      this.put(placed);
      return this.api.call(routes.submitAnnotation, { params: { id: placed.id }, body: {}, ifMatch: placed.etag });
    });
  }

  /** Agrees with all of these places, one after the other; what somebody changed meanwhile is left to wait. */
  async acceptAll(annotations: readonly AnnotationView[]): Promise<void> {
    if (this.acting()) return;
    this.acting.set(true);
    let count = 0;
    try {
      for (const annotation of annotations) {
        try {
          this.put(await this.acceptOne(annotation));
          count++;
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          const current = annotationSchema.safeParse(error.problem.current).data;
          if (current) this.put(current);
        }
      }
    } finally {
      this.acting.set(false);
    }
    this.toasts.say(this.t('acceptedMany', { count }));
    const article = this.loaded();
    if (count < annotations.length && article) await this.load(article.id);
    this.go(1);
  }

  async place(annotation: AnnotationView, range: Range): Promise<boolean> {
    const [position, quote] = new Describer(this.text().text).describe(range);
    return this.act(this.t('placed'), () =>
      this.api.call(routes.changeAnnotation, {
        params: { id: annotation.id },
        body: { selector: [position, quote] },
        ifMatch: annotation.etag,
      }),
    );
  }

  async retire(annotation: AnnotationView, reason: string): Promise<boolean> {
    return this.act(this.t('retired'), () =>
      this.api.call(routes.retireAnnotation, {
        params: { id: annotation.id },
        body: { reason },
        ifMatch: annotation.etag,
      }),
    );
  }

  private acceptOne({ id, selector, etag }: AnnotationView): Promise<AnnotationView> {
    return this.api.call(routes.changeAnnotation, { params: { id }, body: { selector }, ifMatch: etag });
  }

  private async act(said: string, call: () => Promise<AnnotationView>): Promise<boolean> {
    if (this.acting()) return false;
    this.acting.set(true);
    try {
      this.put(await call());
      this.toasts.say(said);
      this.go(1);
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const current = annotationSchema.safeParse(error.problem.current).data;
      if (current) this.put(current);
      // A new text changes all of them: their places are in another one.
      const article = this.loaded();
      if (article && error.is('stale')) await this.load(article.id);
      this.toasts.say(current ? this.t('changedMeanwhile') : error.message);
      return false;
    } finally {
      this.acting.set(false);
    }
  }

  private put(annotation: AnnotationView): void {
    this.byId.update((all) => new Map(all).set(annotation.id, annotation));
  }
}
