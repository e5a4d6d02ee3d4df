import type { HttpResourceRef } from '@angular/common/http';
import {
  afterNextRender,
  Component,
  computed,
  debounced,
  effect,
  ElementRef,
  inject,
  Injector,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import { type ArticleView, contentFormats, type PreviewView, routes } from '@belegg/contract';
import { type Language, languages } from '@belegg/domain';
import { Control, Field, Kbd } from '@belegg/ui';
import { Api, resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
import { pageTitle } from '../shell/page-title';
import { ProblemError } from '../shell/problem-error';
import { problemAt, ProblemView } from '../shell/problem-view';
import { Shortcuts } from '../shell/shortcuts';
import { terms } from '../shell/terms';
import { Toasts } from '../shell/toasts';
import { AddressField } from './address-field';
import { Arrival, importBody, type Origin } from './arrival';
import { type ArticleDraft, DraftArticle } from './draft';
import { detectFormat, type Format } from './format';
import { ImportNotes } from './import-notes';
import { IntakeEditor } from './intake-editor';
import { LeftOutNote } from './left-out-note';
import { messages } from './messages';
import { TextPreview } from './text-preview';

/** Where an article comes in: the text on one side, what the intake makes of it on the other. */
@Component({
  selector: 'app-new-article-page',
  imports: [AddressField, Control, Field, ImportNotes, IntakeEditor, LeftOutNote, Kbd, ProblemView, TextPreview],
  providers: [DraftArticle, Arrival],
  templateUrl: './new-article-page.html',
  styleUrl: './new-article-page.css',
})
export class NewArticlePage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly term = this.i18n.of(terms);
  protected readonly draft = inject(DraftArticle);
  protected readonly arrival = inject(Arrival);
  protected readonly formats = contentFormats;
  protected readonly languages = languages;
  protected readonly problemAt = problemAt;
  protected readonly shownByFields = ['/title', '/content', '/author', '/date', '/language', '/format', '/url'];

  protected readonly detectedFormat = computed(() => detectFormat(this.draft.value().content));
  protected readonly format = computed<Format>(() => this.draft.value().format || this.detectedFormat());

  private readonly asked = computed(
    () => {
      const { content, language } = this.draft.value();
      return { content, format: this.format(), ...(language && { language }) };
    },
    { equal: (a, b) => a.content === b.content && a.format === b.format && a.language === b.language },
  );
  private readonly settled = debounced(this.asked, 350);
  private readonly textPreviewed = resourceOf(routes.previewArticle, () => {
    const body = this.settled.value();
    return body.content.trim() && !this.arrival.origin() ? { body } : undefined;
  });
  protected readonly previewed = computed<HttpResourceRef<PreviewView | undefined>>(() =>
    this.arrival.origin() ? this.arrival.previewed : this.textPreviewed,
  );
  /** The last preview stays while the next is on its way, and goes where the text is refused. */
  protected readonly preview = linkedSignal<
    { now: PreviewView | undefined; origin: Origin | undefined; stays: boolean },
    PreviewView | undefined
  >({
    source: () => ({
      now: this.previewed().hasValue() ? this.previewed().value() : undefined,
      origin: this.arrival.origin(),
      stays:
        (this.arrival.origin() !== undefined || this.draft.value().content.trim() !== '') && !this.previewed().error(),
    }),
    computation: ({ now, origin, stays }, before) =>
      now ?? (stays && origin === before?.source.origin ? before?.value : undefined),
  });
  protected readonly detectedLanguage = computed(() =>
    this.draft.value().language ? undefined : this.preview()?.language,
  );

  /** A language that the text seems to be in, where sentences are cut like another's. */
  protected readonly foreign = computed(() => {
    const { seen, language } = this.preview() ?? {};
    if (seen === undefined || language === undefined || (languages as readonly string[]).includes(seen))
      return undefined;
    return {
      seen:
        seen === 'und'
          ? this.t('unknownLanguage')
          : (new Intl.DisplayNames(this.i18n.locale(), { type: 'language' }).of(seen) ?? seen),
      language,
    };
  });
  /** Why the server does not take the file or the address. Text is refused beside its preview. */
  protected readonly refusal = computed(() => {
    const error = this.arrival.previewed.error();
    return error instanceof ProblemError ? (problemAt(error, '/url') ?? error.message) : undefined;
  });
  protected readonly found = computed(() =>
    this.arrival.previewed.hasValue() ? this.arrival.previewed.value() : undefined,
  );
  private readonly isAddress = computed(() => 'url' in (this.arrival.origin() ?? {}));
  protected readonly isFetching = computed(() => this.isAddress() && this.arrival.previewed.isLoading());
  protected readonly refusedFile = computed(() => (this.isAddress() ? undefined : this.refusal()));
  protected readonly refusedAddress = computed(() =>
    this.isAddress() ? (this.refusal() ?? problemAt(this.failure(), '/url')) : undefined,
  );

  protected readonly saving = signal(false);
  protected readonly failure = signal<unknown>(undefined);
  protected readonly tried = signal(false);
  protected readonly missing = computed(() => ({
    title: this.tried() && !this.draft.value().title.trim() ? this.t('needTitle') : undefined,
    content:
      this.tried() && !this.arrival.origin() && !this.draft.value().content.trim() ? this.t('needContent') : undefined,
  }));

  constructor() {
    pageTitle(() => this.t('title'));
    inject(Shortcuts).register({
      keys: 'Ctrl+Enter',
      description: () => this.t('save'),
      scope: () => this.t('scope'),
      run: () => void this.save(),
    });
    effect(() => {
      const preview = this.preview();
      const { titled, content } = untracked(this.draft.value);
      // Without a preview the title stands as it was kept, unless the text is gone too.
      if (!titled && (preview || !content)) this.draft.change({ title: preview?.title ?? '' });
    });
    effect(() => {
      const refusal = this.refusal();
      if (refusal) this.toasts.announce(refusal);
    });
  }

  protected write(name: 'author' | 'date', event: Event): void {
    this.draft.change({ [name]: (event.target as HTMLInputElement).value });
  }

  protected writeTitle(event: Event): void {
    const title = (event.target as HTMLInputElement).value;
    this.draft.change({ title, titled: title !== '' });
  }

  protected chooseFormat(event: Event): void {
    this.draft.change({ format: (event.target as HTMLSelectElement).value as ArticleDraft['format'] });
  }

  protected chooseLanguage(event: Event): void {
    this.draft.change({ language: (event.target as HTMLSelectElement).value as Language | '' });
  }

  protected clear(): void {
    const before = this.draft.value();
    const origin = this.arrival.origin();
    this.arrival.take(undefined);
    this.draft.clear();
    this.failure.set(undefined);
    this.tried.set(false);
    this.toasts.say(this.t('cleared'), {
      label: this.t('undo'),
      run: () => {
        this.arrival.take(origin);
        this.draft.change(before);
      },
    });
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    const { title, content } = this.draft.value();
    if (this.saving()) return;
    if (!title.trim() || (!content.trim() && !this.arrival.origin())) {
      afterNextRender(
        { read: () => this.host.querySelector<HTMLElement>('[aria-invalid]')?.focus() },
        { injector: this.injector },
      );
      return;
    }
    this.saving.set(true);
    this.failure.set(undefined);
    try {
      const article = await this.send();
      this.draft.clear();
      this.tell(article);
      await this.router.navigate(['/articles', article.id]);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.saving.set(false);
    }
  }

  private send(): Promise<ArticleView> {
    const { title, content, author, date, language } = this.draft.value();
    const fields = { title, author, ...(language && { language }), ...(date && { date }) };
    const origin = this.arrival.origin();
    if (!origin) return this.api.call(routes.createArticle, { body: { content, format: this.format(), ...fields } });
    return this.api.call(routes.importArticle, {
      body: importBody(origin, { ...fields, createSources: `${this.arrival.createSources()}` }),
    });
  }

  /** What was left out stays on the screen until it is seen. */
  private tell({ sentences, imported }: ArticleView): void {
    this.toasts.say(this.t('saved', { count: sentences.length }));
    const { notFound = [], unknownSources = [] } = imported ?? {};
    const leftOut = [
      ...(unknownSources.length
        ? [this.t('unknownSources', { count: unknownSources.length, names: this.i18n.list(unknownSources) })]
        : []),
      ...(notFound.length ? [this.t('lost', { count: notFound.length })] : []),
    ];
    if (leftOut.length) this.toasts.say(leftOut.join(' '), { label: this.t('seen'), run: () => undefined });
  }
}
