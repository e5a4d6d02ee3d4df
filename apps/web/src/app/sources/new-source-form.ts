import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { SourceView } from '@belegg/contract';
import { sourceKinds, type SourceKind } from '@belegg/domain';
import { Control, Field } from '@belegg/ui';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { terms } from '../shell/terms';
import { messages } from './cited-messages';
import { Sources } from './sources';
import { SimilarSources, similarIn } from './similar-sources';
import { SourceField, type SourceChoice } from './source-field';

/** A source that nobody has cited before, made without leaving the article. */
@Component({
  selector: 'app-new-source-form',
  imports: [Control, Field, ProblemView, SimilarSources, SourceField],
  templateUrl: './new-source-form.html',
  styles: `
    form {
      display: grid;
      gap: 10px;
      padding: 12px;
      background: var(--sunk);
      border-radius: var(--r);
    }
    .buttons {
      display: flex;
      gap: 8px;
      justify-content: flex-end;
    }
  `,
})
export class NewSourceForm {
  private readonly i18n = inject(I18n);
  private readonly sources = inject(Sources);
  protected readonly t = this.i18n.of(messages);
  protected readonly term = this.i18n.of(terms);
  protected readonly kinds = sourceKinds;

  readonly name = input.required<string>();
  readonly url = input<string>();
  readonly created = output<SourceChoice>();
  readonly cancelled = output();

  protected readonly newName = linkedSignal(() => this.name());
  protected readonly kind = linkedSignal<SourceKind>(() => (this.url() === undefined ? 'newspaper' : 'website'));
  protected readonly aliases = signal('');
  protected readonly origin = signal<SourceView | undefined>(undefined);
  protected readonly error = signal<unknown>(undefined);
  protected readonly isSimilar = computed(() => similarIn(this.error()).length > 0);

  private readonly nameField = viewChild.required<string, ElementRef<HTMLInputElement>>('name', { read: ElementRef });

  constructor() {
    afterNextRender(() => {
      const { nativeElement } = this.nameField();
      nativeElement.focus();
      nativeElement.select();
    });
  }

  protected async save(evenIfSimilar = false): Promise<void> {
    const name = this.newName().trim();
    if (name === '') return;
    try {
      const source = await this.sources.create({
        name,
        kind: this.kind(),
        aliases: this.aliases()
          .split(',')
          .map((alias) => alias.trim())
          .filter(Boolean),
        originId: this.origin()?.id,
        ...(evenIfSimilar && { evenIfSimilar }),
      });
      this.created.emit({ source, url: this.url() });
    } catch (error) {
      this.error.set(error);
    }
  }
}
