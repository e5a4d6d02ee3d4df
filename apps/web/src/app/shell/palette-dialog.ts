import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { routes, type SearchResults } from '@belegg/contract';
import { DialogFrame, Kbd } from '@belegg/ui';
import { Api } from './api';
import { I18n } from './i18n';
import { messages } from './messages';
import { fitting, optionsOf, type PaletteOption } from './palette-options';
import { ProblemError } from './problem-error';
import type { Shortcut } from './shortcuts';

const typingPause = 150;

/**
 * All that can be done here and all that can be gone to, found by typing: an editable combobox, after the ARIA pattern.
 */
@Component({
  selector: 'app-palette-dialog',
  imports: [DialogFrame, Kbd],
  template: `
    <ui-dialog [heading]="t('palette')" [closeLabel]="t('close')">
      <input
        #field
        class="input"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-controls="palette-list"
        maxlength="200"
        [attr.aria-label]="t('paletteHint')"
        [attr.aria-expanded]="options().length > 0"
        [attr.aria-activedescendant]="options().length ? 'palette-' + active() : null"
        [placeholder]="t('paletteHint')"
        [value]="typed()"
        (input)="type(field.value)"
        (keydown)="press($event)"
      />
      <p class="visually-hidden" role="status">{{ options().length ? '' : t('paletteNothing') }}</p>
      <ul role="listbox" id="palette-list" [attr.aria-label]="t('palette')">
        @for (option of options(); track $index) {
          <!-- The keys are those of the field, which keeps the focus. -->
          <!-- eslint-disable-next-line @angular-eslint/template/click-events-have-key-events, @angular-eslint/template/interactive-supports-focus -->
          <li
            role="option"
            [id]="'palette-' + $index"
            [class.active]="$index === active()"
            [attr.aria-selected]="$index === active()"
            (mousedown)="$event.preventDefault()"
            (click)="take(option)"
          >
            <span
              >{{ option.label }} <span class="small muted">{{ option.scope }}</span></span
            >
            @if (option.keys; as keys) {
              <ui-kbd [keys]="keys" />
            }
          </li>
        }
      </ul>
    </ui-dialog>
  `,
  styles: `
    ul {
      list-style: none;
      margin: 10px 0 0;
      padding: 0;
      height: min(420px, 55dvh);
      overflow: auto;
    }
    li {
      display: flex;
      justify-content: space-between;
      gap: 16px;
      align-items: baseline;
      min-height: 36px;
      padding: 7px 10px;
      border-radius: var(--r);
      overflow-wrap: anywhere;
      cursor: pointer;
    }
    li:is(.active, :hover) {
      background: var(--sunk);
    }
    li.active {
      box-shadow: inset 2px 0 0 var(--accent);
    }
  `,
})
export class PaletteDialog {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly dialog = inject<DialogRef<PaletteOption>>(DialogRef);
  protected readonly t = inject(I18n).of(messages);
  private readonly actions = optionsOf(inject<readonly Shortcut[]>(DIALOG_DATA));
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly typed = signal('');
  /** What the newsroom has on the words, the search page last. */
  private readonly found = signal<readonly PaletteOption[]>([]);
  private readonly rooms: readonly PaletteOption[] = (
    [
      ['articles', '/'],
      ['reviews', '/review'],
      ['sources', '/sources'],
      ['search', '/search'],
      ['account', '/account'],
    ] as const
  ).map(([name, path]) => ({ label: this.t(name), scope: this.t('goTo'), run: () => this.go([path]) }));
  protected readonly options = computed(() => [
    ...fitting([...this.actions, ...this.rooms], this.typed()),
    ...this.found(),
  ]);
  protected readonly active = linkedSignal({ source: this.options, computation: () => 0 });

  protected type(value: string): void {
    this.typed.set(value);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.find(value.trim()), typingPause);
  }

  protected press(event: KeyboardEvent): void {
    const { length } = this.options();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && length > 0) this.move((this.active() + step + length) % length);
    else if (event.key === 'Enter') this.take(this.options()[this.active()]);
    else return;
    event.preventDefault();
  }

  /** It is run once the dialog is gone, and the focus where it was. */
  protected take(option: PaletteOption | undefined): void {
    if (option) this.dialog.close(option);
  }

  private move(index: number): void {
    this.active.set(index);
    document.getElementById(`palette-${index}`)?.scrollIntoView({ block: 'nearest' });
  }

  private go(path: readonly string[], queryParams: Readonly<Record<string, string>> = {}): void {
    void this.router.navigate([...path], { queryParams });
  }

  /** Without an answer, what can be done here is there all the same. */
  private async find(q: string): Promise<void> {
    try {
      const results = q === '' ? undefined : await this.api.call(routes.search, { query: { q } });
      if (q !== this.typed().trim()) return;
      this.found.set(results ? this.foundOptions(q, results) : []);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  private foundOptions(q: string, { articles, claims, sources, people }: SearchResults): PaletteOption[] {
    const few = 5;
    return [
      ...articles.slice(0, few).map(({ id, title }) => ({
        label: title,
        scope: this.t('article'),
        run: () => this.go(['/articles', id]),
      })),
      ...sources.slice(0, few).map(({ id, name }) => ({
        label: name,
        scope: this.t('source'),
        run: () => this.go(['/sources', id]),
      })),
      ...claims.slice(0, few).map(({ annotationId, exact, article }) => ({
        label: exact.length > 90 ? `${exact.slice(0, 89)}…` : exact,
        scope: `${this.t('claim')} · ${article.title}`,
        run: () => this.go(['/articles', article.id], { annotation: annotationId }),
      })),
      ...people.slice(0, few).map(({ name }) => ({
        label: name,
        scope: this.t('person'),
        run: () => this.go(['/search'], { q: name }),
      })),
      { label: this.t('searchFor', { q }), scope: '', run: () => this.go(['/search'], { q }) },
    ];
  }
}
