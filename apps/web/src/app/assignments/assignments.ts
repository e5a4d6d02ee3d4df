import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { routes, type AssignmentView, type NewAssignment, type SentBodyOf } from '@belegg/contract';
import { debounceTime, filter } from 'rxjs';
import { Api } from '../shell/api';
import { Live } from '../shell/live';

const minute = 60_000;

/** What an assignment can be about, beside the article as a whole. */
export type Subject = Pick<NewAssignment, 'annotationId' | 'passage'>;

/** Who does what on one article, kept up to date with what others say. */
@Injectable()
export class Assignments {
  private readonly api = inject(Api);
  private readonly article = signal<string | undefined>(undefined);
  private readonly items = signal<readonly AssignmentView[]>([]);
  private readonly problem = signal<unknown>(undefined);
  private readonly clock = signal(Date.now());
  private turn = 0;

  readonly error = this.problem.asReadonly();
  /** Milliseconds; it moves each minute, so that what is late says so. */
  readonly now = this.clock.asReadonly();
  readonly open = computed(() => this.items().filter(({ state }) => state === 'open'));
  /** Of the article and its stretches, in the order in which they are due. */
  readonly ofArticle = computed(() => this.open().filter(({ annotationId }) => annotationId === undefined));
  readonly byClaim = computed(() => {
    const groups = new Map<string, AssignmentView[]>();
    for (const one of this.open())
      if (one.annotationId !== undefined) groups.set(one.annotationId, [...(groups.get(one.annotationId) ?? []), one]);
    return groups;
  });

  constructor() {
    effect(() => {
      if (this.article() !== undefined) untracked(() => void this.load());
    });
    inject(Live)
      .events.pipe(
        filter(
          ({ type, articleId }) =>
            articleId === this.article() && (type.startsWith('assignment.') || type === 'article.revised'),
        ),
        debounceTime(300),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.load());
    const timer = setInterval(() => this.clock.set(Date.now()), minute);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** From now on, those of this article. */
  follow(article: string | undefined): void {
    if (article === this.article()) return;
    this.items.set([]);
    this.article.set(article);
  }

  /** Reads all anew. Of several readings the one begun last counts. */
  async load(): Promise<void> {
    const id = this.article();
    if (id === undefined) return;
    const turn = ++this.turn;
    try {
      const { items } = await this.api.call(routes.listAssignments, { params: { id } });
      if (turn !== this.turn) return;
      this.items.set(items);
      this.problem.set(undefined);
    } catch (error) {
      if (turn === this.turn) this.problem.set(error);
    }
  }

  async make(body: SentBodyOf<typeof routes.createAssignment>): Promise<AssignmentView> {
    const id = this.article() ?? '';
    return this.put(await this.api.call(routes.createAssignment, { params: { id }, body }));
  }

  async close({ id }: AssignmentView, how: 'done' | 'handedBack'): Promise<void> {
    const route = how === 'done' ? routes.finishAssignment : routes.handBackAssignment;
    this.put(await this.api.call(route, { params: { id }, body: {} }));
  }

  async withdraw({ id, etag }: AssignmentView): Promise<void> {
    this.put(await this.api.call(routes.withdrawAssignment, { params: { id }, ifMatch: etag }));
  }

  put(one: AssignmentView): AssignmentView {
    this.turn++;
    this.items.update((all) => [...all.filter(({ id }) => id !== one.id), one].sort(byDue));
    return one;
  }
}

/** As the server has them: what is due first comes first, then what has no time, each the oldest first. */
export function byDue(a: AssignmentView, b: AssignmentView): number {
  const [one, other] = [a.dueAt ?? '9', b.dueAt ?? '9'];
  return one === other ? a.id.localeCompare(b.id) : one.localeCompare(other);
}
