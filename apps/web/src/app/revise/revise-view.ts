import {
  Component,
  computed,
  debounced,
  effect,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import {
  article as articleSchema,
  contentFormats,
  routes,
  type AnnotationView,
  type ArticleView,
  type NewRevision,
  type NewRevisionView,
  type RevisionPreviewView,
  type WrittenBlock,
} from '@belegg/contract';
import { Control, Field, Kbd } from '@belegg/ui';
import { debounceTime, filter } from 'rxjs';
import {
  AddressField,
  type ArticleDraft,
  detectFormat,
  DraftArticle,
  draftSubject,
  type Format,
  importBody,
  ImportNotes,
  IntakeEditor,
  LeftOutNote,
  nameOf,
  type Origin,
  stopReading,
} from '../intake';
import { Api, resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { pageTitle } from '../shell/page-title';
import { ProblemError } from '../shell/problem-error';
import { problemAt, ProblemView } from '../shell/problem-view';
import { Shortcuts } from '../shell/shortcuts';
import { terms } from '../shell/terms';
import { Toasts } from '../shell/toasts';
import { BesideTextNote } from './beside-text-note';
import { ChangedMeanwhile } from './changed-meanwhile';
import { ComparedTexts } from './compared-texts';
import { BlockEditor } from './edit/block-editor';
import { blocksOf } from './edit/written-blocks';
import { messages } from './messages';
import { OutcomeSummary } from './outcome-summary';
import { readAnnotations } from './read-annotations';

/** Where a new text for an article comes in: what it would do to the checking is seen before anything is saved. */
@Component({
  selector: 'app-revise-view',
  imports: [
    AddressField,
    BesideTextNote,
    BlockEditor,
    ChangedMeanwhile,
    ComparedTexts,
    Control,
    Field,
    ImportNotes,
    IntakeEditor,
    Kbd,
    LeftOutNote,
    OutcomeSummary,
    ProblemView,
    RouterLink,
  ],
  providers: [
    DraftArticle,
    { provide: draftSubject, useFactory: () => `revision.${inject(ActivatedRoute).snapshot.paramMap.get('id') ?? ''}` },
  ],
  templateUrl: './revise-view.html',
  styleUrl: './revise-view.css',
})
export class ReviseView {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = inject(I18n).of(messages);
  protected readonly term = inject(I18n).of(terms);
  protected readonly draft = inject(DraftArticle);
  protected readonly formats = contentFormats;
  protected readonly problemAt = problemAt;
  protected readonly shownByFields = ['/content', '/format'];
  readonly id = input.required<string>();

  protected readonly read = resourceOf(routes.getArticle, () => ({ params: { id: this.id() } }));
  protected readonly article = computed(() => (this.read.hasValue() ? this.read.value() : undefined));
  private readonly annotated = resource({
    params: () => this.article(),
    loader: ({ params }) => readAnnotations(this.api, params.id),
  });
  /** Those read last stay while they are read anew. */
  protected readonly annotations = linkedSignal<readonly AnnotationView[] | undefined, readonly AnnotationView[]>({
    source: () => (this.annotated.hasValue() ? this.annotated.value() : undefined),
    computation: (now, before) => now ?? before?.value ?? [],
  });

  /** A file or an address that the text comes from, instead of being written here. It lasts as long as the page. */
  protected readonly origin = signal<Origin | undefined>(undefined);
  protected readonly originName = computed(() => nameOf(this.origin()));
  protected readonly isAddress = computed(() => 'url' in (this.origin() ?? {}));
  /** Whether another text comes in the place of the whole, instead of this one being changed. */
  private readonly replaces = signal(false);
  protected readonly isWhole = computed(
    () => this.replaces() || this.origin() !== undefined || this.draft.value().content !== '',
  );
  private readonly kept = computed(() => {
    const revision = this.article()?.revision;
    return revision && blocksOf(revision);
  });
  /** What is edited: as it was left, or the text as it stands. */
  protected readonly blocks = computed(() => this.draft.value().blocks ?? this.kept());
  protected readonly isBegun = computed(() =>
    this.isWhole()
      ? this.origin() !== undefined || this.draft.value().content.trim() !== ''
      : this.draft.value().blocks !== undefined,
  );
  protected readonly detectedFormat = computed(() => detectFormat(this.draft.value().content));
  protected readonly format = computed<Format>(() => this.draft.value().format || this.detectedFormat());
  private readonly typed = computed(() => this.written(), {
    equal: (a, b) => a.content === b.content && a.format === b.format,
  });
  private readonly settled = debounced(this.typed, 400);
  private readonly typedPreviewed = resourceOf(routes.previewRevision, () => {
    const body = this.settled.value();
    const article = this.article();
    return article && body.content.trim() && !this.origin() ? { params: { id: article.id }, body } : undefined;
  });
  protected readonly readPreviewed = resourceOf(routes.previewRevisionImport, () => {
    const origin = this.origin();
    const article = this.article();
    return article && origin ? { params: { id: article.id }, body: importBody(origin, {}) } : undefined;
  });
  protected readonly previewed = computed(() => (this.origin() ? this.readPreviewed : this.typedPreviewed));
  /** Why the server does not take the file or the address. */
  protected readonly refusal = computed(() => {
    const error = this.origin() ? this.readPreviewed.error() : undefined;
    return error instanceof ProblemError ? (problemAt(error, '/url') ?? error.message) : undefined;
  });
  /** The last preview stays while the next is on its way, and goes where the text is refused or gone. */
  protected readonly preview = linkedSignal<
    { now: RevisionPreviewView | undefined; origin: Origin | undefined; stays: boolean },
    RevisionPreviewView | undefined
  >({
    source: () => ({
      now: this.previewed().hasValue() ? this.previewed().value() : undefined,
      origin: this.origin(),
      stays: this.isBegun() && !this.previewed().error(),
    }),
    computation: ({ now, origin, stays }, before) =>
      stays ? (now ?? (origin === before?.source.origin ? before?.value : undefined)) : undefined,
  });

  /** The revision that the text was begun on, once another has taken its place. */
  protected readonly overtaken = computed(() => {
    const { revision } = this.draft.value();
    const current = this.article()?.revision.number;
    return revision && current !== undefined && revision !== current ? revision : undefined;
  });
  protected readonly isSaving = signal(false);
  protected readonly failure = signal<unknown>(undefined);
  private readonly wasTried = signal(false);
  protected readonly missing = computed(() =>
    this.wasTried() && !this.isBegun() ? this.t(this.isWhole() ? 'needText' : 'needChange') : undefined,
  );

  constructor() {
    pageTitle(() => [this.t('title'), this.article()?.title].filter(Boolean).join(' · '));
    inject(Shortcuts).register({
      keys: 'Ctrl+Enter',
      description: () => this.t('save'),
      scope: () => this.t('title'),
      run: () => void this.save(),
    });
    inject(Live)
      .events.pipe(
        filter(({ articleId, type }) => articleId === this.id() && !type.startsWith('report.')),
        debounceTime(800),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.read.reload());
    effect(() => {
      const begun = this.isBegun();
      const { revision } = untracked(this.draft.value);
      const number = this.article()?.revision.number;
      if (begun && !revision && number !== undefined) this.draft.change({ revision: number });
      if (!begun && revision) this.draft.change({ revision: 0 });
    });
  }

  protected chooseFormat(event: Event): void {
    this.draft.change({ format: (event.target as HTMLSelectElement).value as ArticleDraft['format'] });
  }

  protected take(origin: Origin | undefined): void {
    stopReading(this.readPreviewed);
    this.origin.set(origin);
  }

  protected replaceWhole(): void {
    this.replaces.set(true);
  }

  protected edit(blocks: readonly WrittenBlock[]): void {
    const isKept = JSON.stringify(blocks) === JSON.stringify(this.kept());
    this.draft.change({ blocks: isKept ? undefined : blocks });
  }

  /** A file that is dropped on the text takes its place. */
  protected dropped(event: DragEvent): void {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    this.take({ file });
  }

  private written(): NewRevision {
    const { content, blocks } = this.draft.value();
    if (this.isWhole()) return { content, format: this.format() };
    return { content: blocks ? JSON.stringify(blocks) : '', format: 'blocks' };
  }

  protected clear(): void {
    const before = this.draft.value();
    const origin = this.origin();
    this.take(undefined);
    this.draft.clear();
    this.replaces.set(false);
    this.failure.set(undefined);
    this.wasTried.set(false);
    this.toasts.say(this.t('cleared'), {
      label: this.t('undo'),
      run: () => {
        this.draft.change(before);
        this.origin.set(origin);
      },
    });
  }

  /** Goes on from what somebody else saved: the text typed is compared with that from now on. */
  protected goOn(): void {
    this.failure.set(undefined);
    this.draft.change({ revision: this.article()?.revision.number ?? 0 });
  }

  protected async save(): Promise<void> {
    this.wasTried.set(true);
    const article = this.article();
    if (!article || this.isSaving() || this.overtaken() || !this.isBegun()) return;
    this.isSaving.set(true);
    this.failure.set(undefined);
    try {
      const { revision, outcomes } = await this.send(article);
      const waiting = outcomes.filter(({ outcome }) => outcome === 'changed' || outcome === 'orphaned').length;
      this.draft.clear();
      this.origin.set(undefined);
      const isSame = revision.number === article.revision.number;
      this.toasts.say(isSame ? this.t('savedTalk') : this.t('saved', { number: revision.number }));
      await this.router.navigate(['/articles', article.id, ...(waiting ? ['places'] : [])]);
    } catch (error) {
      this.refused(error);
    } finally {
      this.isSaving.set(false);
    }
  }

  private send({ id, etag: ifMatch }: ArticleView): Promise<NewRevisionView> {
    const origin = this.origin();
    const params = { id };
    if (origin) return this.api.call(routes.importRevision, { params, body: importBody(origin, {}), ifMatch });
    return this.api.call(routes.createRevision, { params, body: this.written(), ifMatch });
  }

  private refused(error: unknown): void {
    const current = error instanceof ProblemError ? articleSchema.safeParse(error.problem.current).data : undefined;
    if (current) this.read.set(current);
    // Another text explains itself; other news of the article only asks to look again.
    if (!current || !this.overtaken()) this.failure.set(error);
  }
}
