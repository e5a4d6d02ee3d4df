import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, effect, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required, submit, validate } from '@angular/forms/signals';
import { routes, source as sourceSchema, type SourceView } from '@belegg/contract';
import { sourceKinds } from '@belegg/domain';
import { Control, DialogFrame, Field } from '@belegg/ui';
import { SimilarSources, similarIn } from './similar-sources';
import { SourceField as SourceFinder } from './source-field';
import { Sources } from './sources';
import { Api } from '../shell/api';
import { fieldError } from '../shell/field-error';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { problemAt, ProblemView } from '../shell/problem-view';
import { terms } from '../shell/terms';
import { AliasField } from './alias-field';
import { ConflictNote } from './conflict-note';
import { messages } from './messages';
import { blankSource, changesOf, draftOf, newSourceOf, rebase, sourceFields, type SourceField } from './source-draft';

/** A source to edit, or the name of one to add. */
export type SourceDialogData = { readonly source: SourceView } | { readonly name: string };

/** Adds a source or edits one. Closes with the source as it then is. */
@Component({
  selector: 'app-source-dialog',
  imports: [
    AliasField,
    ConflictNote,
    Control,
    DialogFrame,
    Field,
    FormField,
    ProblemView,
    SimilarSources,
    SourceFinder,
  ],
  providers: [Sources],
  templateUrl: './source-dialog.html',
  styleUrl: './source-dialog.css',
})
export class SourceDialog {
  private readonly api = inject(Api);
  private readonly ref = inject<DialogRef<SourceView>>(DialogRef);
  private readonly sources = inject(Sources);
  private readonly data = inject<SourceDialogData>(DIALOG_DATA);
  protected readonly t = inject(I18n).of(messages);
  protected readonly term = inject(I18n).of(terms);
  protected readonly kinds = sourceKinds;

  /** The source as it was last seen; what was typed is a change of it. */
  private readonly source = signal('source' in this.data ? this.data.source : undefined);
  /** Two people end a protection, on the page of the source. */
  protected readonly isProtected = computed(() => this.source()?.protected ?? false);
  protected readonly isNew = this.source() === undefined;
  private readonly before = computed(() => {
    const source = this.source();
    return source ? draftOf(source) : blankSource;
  });
  protected readonly typed = signal({ ...this.before(), ...('name' in this.data && { name: this.data.name }) });
  protected readonly form = form(this.typed, (path) => {
    required(path.name, { message: () => this.t('needed') });
    maxLength(path.name, 200);
    maxLength(path.url, 2048);
    maxLength(path.note, 5000);
    maxLength(path.description, 300);
    validate(path.url, ({ value }) =>
      value() === '' || isWebAddress(value()) ? undefined : { kind: 'url', message: this.t('urlWrong') },
    );
    validate(path.description, ({ value, valueOf }) =>
      valueOf(path.protected) && value().trim() === ''
        ? { kind: 'needed', message: this.t('descriptionNeeded') }
        : undefined,
    );
  });
  protected readonly origin = computed(() => {
    const id = this.typed().originId;
    return id && (this.sources.name(id) ?? '…');
  });
  protected readonly conflicts = signal<readonly SourceField[]>([]);
  protected readonly overtaken = signal(false);
  protected readonly failure = signal<unknown>(undefined);
  protected readonly isSimilar = computed(() => similarIn(this.failure()).length > 0);
  private evenIfSimilar = false;
  protected readonly shownAtFields = sourceFields.map((field) => `/${field}`);
  protected readonly fieldError = fieldError;
  protected readonly problemAt = problemAt;
  /** A circle is the origin's fault, though the server names no field. */
  protected readonly circle = computed(() => {
    const error = this.failure();
    return error instanceof ProblemError && error.is('circle') ? error.message : undefined;
  });

  constructor() {
    effect(() => this.sources.ensure([this.typed().originId, this.before().originId].filter(Boolean)));
  }

  protected set<Name extends SourceField>(name: Name, value: (typeof blankSource)[Name]): void {
    this.typed.update((typed) => ({ ...typed, [name]: value }));
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    await submit(this.form, async () => {
      this.failure.set(undefined);
      this.overtaken.set(false);
      try {
        this.ref.close(await this.send());
      } catch (error) {
        this.fail(error);
      }
    });
  }

  protected takeTheirs(field: SourceField): void {
    this.typed.update((typed) => ({ ...typed, [field]: this.before()[field] }));
    this.conflicts.update((conflicts) => conflicts.filter((other) => other !== field));
  }

  /** What the source holds now, in words, beside what was typed. */
  protected theirs(field: SourceField): string | undefined {
    if (!this.conflicts().includes(field)) return undefined;
    const value = this.before()[field];
    if (typeof value === 'boolean') return this.t(value ? 'yes' : 'no');
    if (typeof value !== 'string') return value.join(', ') || this.t('nothing');
    if (field === 'kind') return this.term(`source.${this.before().kind}`);
    return (field === 'originId' ? this.sources.name(value) : value) || this.t('nothing');
  }

  /** It is one that is there. */
  protected use(source: SourceView): void {
    this.ref.close(source);
  }

  protected createAnyway(): Promise<void> {
    this.evenIfSimilar = true;
    return this.save();
  }

  protected cancel(): void {
    this.ref.close();
  }

  private send(): Promise<SourceView> | SourceView {
    const source = this.source();
    if (!source)
      return this.api.call(routes.createSource, {
        body: { ...newSourceOf(this.typed()), ...(this.evenIfSimilar && { evenIfSimilar: true }) },
      });
    const body = changesOf(this.before(), this.typed());
    if (Object.keys(body).length === 0) return source;
    return this.api.call(routes.changeSource, { params: { id: source.id }, body, ifMatch: source.etag });
  }

  /** A stale answer brings the source as it is now: what was typed is laid upon it. */
  private fail(error: unknown): void {
    const now =
      error instanceof ProblemError && error.is('stale') ? sourceSchema.safeParse(error.problem.current) : undefined;
    if (!now?.success) {
      this.failure.set(error);
      return;
    }
    const { draft, conflicts } = rebase(this.before(), this.typed(), draftOf(now.data));
    this.source.set(now.data);
    this.typed.set(draft);
    this.conflicts.set(conflicts);
    this.overtaken.set(true);
  }
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
