import { afterNextRender, Component, computed, debounced, effect, ElementRef, inject, Injector, linkedSignal, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { contentFormats, type PreviewView, routes } from '@belegg/contract';
import { type Language, languages } from '@belegg/domain';
import { Control, Field, Kbd } from '@belegg/ui';
import { Api, resourceOf } from '../../shell/api';
import { I18n } from '../../shell/i18n';
import { pageTitle } from '../../shell/page-title';
import { problemAt, ProblemView } from '../../shell/problem-view';
import { Shortcuts } from '../../shell/shortcuts';
import { terms } from '../../shell/terms';
import { Toasts } from '../../shell/toasts';
import { type ArticleDraft, DraftArticle } from './draft';
import { detectFormat, type Format } from './format';
import { IntakeEditor } from './intake-editor';
import { messages } from './messages';
import { suggestedTitle } from './suggested-title';
import { TextPreview } from './text-preview';

/** Where an article comes in: the text on one side, what the intake makes of it on the other. */
@Component({
  selector: 'app-new-article-page',
  imports: [Control, Field, IntakeEditor, Kbd, ProblemView, TextPreview],
  providers: [DraftArticle],
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
  protected readonly formats = contentFormats;
  protected readonly languages = languages;
  protected readonly problemAt = problemAt;
  protected readonly shownByFields = ['/title', '/content', '/author', '/date', '/language', '/format'];

  protected readonly detectedFormat = computed(() => detectFormat(this.draft.value().content, this.draft.value().fileName));
  protected readonly format = computed<Format>(() => this.draft.value().format || this.detectedFormat());

  private readonly asked = computed(() => {
    const { content, language } = this.draft.value();
    return { content, format: this.format(), ...(language && { language }) };
  }, { equal: (a, b) => a.content === b.content && a.format === b.format && a.language === b.language });
  private readonly settled = debounced(this.asked, 350);
  protected readonly previewed = resourceOf(routes.previewArticle, () => {
    const body = this.settled.value();
    return body.content.trim() ? { body } : undefined;
  });
  /** The last preview stays while the next is on its way, and goes where the text is refused. */
  protected readonly preview = linkedSignal<{ now: PreviewView | undefined; stays: boolean }, PreviewView | undefined>({
    source: () => ({
      now: this.previewed.hasValue() ? this.previewed.value() : undefined,
      stays: this.draft.value().content.trim() !== '' && !this.previewed.error(),
    }),
    computation: ({ now, stays }, before) => now ?? (stays ? before?.value : undefined),
  });
  protected readonly detectedLanguage = computed(() => (this.draft.value().language ? undefined : this.preview()?.language));

  protected readonly dropped = computed(() => this.i18n.list((this.preview()?.dropped ?? []).map((kind) => this.t(`dropped.${kind}`))));

  protected readonly saving = signal(false);
  protected readonly failure = signal<unknown>(undefined);
  protected readonly tried = signal(false);
  protected readonly missing = computed(() => ({
    title: this.tried() && !this.draft.value().title.trim() ? this.t('needTitle') : undefined,
    content: this.tried() && !this.draft.value().content.trim() ? this.t('needContent') : undefined,
  }));

  constructor() {
    pageTitle(() => this.t('title'));
    inject(Shortcuts).register({ keys: 'Ctrl+Enter', description: () => this.t('save'), scope: () => this.t('scope'), run: () => void this.save() });
    effect(() => {
      const preview = this.preview();
      const { titled, content } = untracked(this.draft.value);
      // Without a preview the title stands as it was kept, unless the text is gone too.
      if (!titled && (preview || !content)) this.draft.change({ title: preview ? suggestedTitle(preview) : '' });
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
    this.draft.clear();
    this.failure.set(undefined);
    this.tried.set(false);
    this.toasts.say(this.t('cleared'), { label: this.t('undo'), run: () => this.draft.change(before) });
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    const { title, content, author, date, language } = this.draft.value();
    if (this.saving()) return;
    if (!title.trim() || !content.trim()) {
      afterNextRender({ read: () => this.host.querySelector<HTMLElement>('[aria-invalid]')?.focus() }, { injector: this.injector });
      return;
    }
    this.saving.set(true);
    this.failure.set(undefined);
    try {
      const article = await this.api.call(routes.createArticle, {
        body: { title, content, format: this.format(), author, ...(language && { language }), ...(date && { date }) },
      });
      this.draft.clear();
      this.toasts.say(this.t('saved', { count: article.sentences.length }));
      await this.router.navigate(['/articles', article.id]);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.saving.set(false);
    }
  }
}
