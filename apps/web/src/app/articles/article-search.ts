import { Component, DestroyRef, type ElementRef, inject, input, linkedSignal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { articleStates } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { Shortcuts } from '../shell/shortcuts';
import { messages } from './messages';

const typingPause = 200;

/** By which words, state and order articles are listed: part of the address, so that Back and a copied link keep it. */
@Component({
  selector: 'app-article-search',
  host: { role: 'search' },
  template: `
    <input
      #field
      class="input"
      type="search"
      autocomplete="off"
      maxlength="200"
      [attr.aria-label]="t('find')"
      [placeholder]="t('find')"
      [value]="typed()"
      (input)="type(field.value)"
    />
    <select
      #chosen
      class="input"
      [attr.aria-label]="t('state')"
      [value]="state()"
      (change)="go({ state: chosen.value })"
    >
      <option value="">{{ t('state_all') }}</option>
      @for (one of states; track one) {
        <option [value]="one" [selected]="one === state()">{{ t(stateKey(one)) }}</option>
      }
    </select>
    <select #order class="input" [attr.aria-label]="t('sort')" [value]="sort()" (change)="go({ sort: order.value })">
      <option value="">{{ t('sort_newest') }}</option>
      <option value="updated" [selected]="sort() === 'updated'">{{ t('sort_updated') }}</option>
    </select>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      gap: 10px;
      margin-bottom: 20px;
    }
    @media (max-width: 900px) {
      :host {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }
      input {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class ArticleSearch {
  private readonly router = inject(Router);
  protected readonly t = inject(I18n).of(messages);
  protected readonly states = articleStates;
  readonly q = input('');
  readonly state = input('');
  readonly sort = input('');

  protected readonly typed = linkedSignal(() => this.q());
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(Shortcuts).register({
      keys: '/',
      scope: () => this.t('title'),
      description: () => this.t('find'),
      run: () => this.field().nativeElement.focus(),
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected stateKey(state: (typeof articleStates)[number]): `state_${(typeof articleStates)[number]}` {
    return `state_${state}`;
  }

  protected type(words: string): void {
    this.typed.set(words);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.go({ q: words.trim() }), typingPause);
  }

  protected go(asked: Readonly<Record<string, string>>): void {
    const queryParams = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, value || null]));
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
