import {
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { routes, type SourceView } from '@belegg/contract';
import { Empty, Kbd } from '@belegg/ui';
import { debounceTime, filter } from 'rxjs';
import { Sources } from './sources';
import { Dialogs } from '../shell/dialogs';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { pagedOf } from '../shell/paged';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { Shortcuts } from '../shell/shortcuts';
import { terms } from '../shell/terms';
import { Toasts } from '../shell/toasts';
import { messages } from './messages';

const typingPause = 150;

/** The registry: whom one can cite, searched as one types. */
@Component({
  selector: 'app-sources-page',
  imports: [Kbd, Empty, ProblemView, RouterLink],
  providers: [Sources],
  templateUrl: './sources-page.html',
  styleUrl: './sources-page.css',
})
export class SourcesPage {
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly known = inject(Sources);
  protected readonly session = inject(Session);
  protected readonly t = inject(I18n).of(messages);
  protected readonly term = inject(I18n).of(terms);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('search');
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** What is looked for; part of the address, so that Back leads to the same list. */
  readonly q = input<string>();
  protected readonly typed = linkedSignal(() => this.q() ?? '');
  protected readonly list = pagedOf(routes.listSources, () => ({ query: { q: this.q() ?? '' } }));
  /** The last answer, shown until the next one is there. */
  protected readonly shown = linkedSignal<{ items: readonly SourceView[]; loaded: boolean }, readonly SourceView[]>({
    source: () => ({ items: this.list.items(), loaded: this.list.loaded() }),
    computation: ({ items, loaded }, previous) => (loaded ? items : (previous?.value ?? [])),
  });
  private readonly names = computed(() => new Map(this.shown().map(({ id, name }) => [id, name])));
  protected readonly found = computed(() => {
    const count = this.shown().length;
    if (!this.list.loaded() && count === 0) return '';
    return this.t(this.list.cursor() ? 'foundMore' : 'found', { count });
  });

  constructor() {
    pageTitle(() => this.t('title'));
    effect(() =>
      this.known.ensure(
        this.shown().flatMap(({ originId }) =>
          originId === undefined || this.names().has(originId) ? [] : [originId],
        ),
      ),
    );
    const shortcuts = inject(Shortcuts);
    const scope = (): string => this.t('title');
    shortcuts.register({
      keys: '/',
      scope,
      description: () => this.t('focusSearch'),
      run: () => this.field().nativeElement.focus(),
    });
    shortcuts.register({
      keys: 'n',
      scope,
      description: () => this.t('newSource'),
      when: () => this.session.can('write'),
      run: () => void this.add(),
    });
    inject(Live)
      .events.pipe(
        filter(({ type }) => /^(source|annotation)\./.test(type)),
        debounceTime(500),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.list.reload());
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected type(value: string): void {
    this.typed.set(value);
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => void this.router.navigate([], { queryParams: { q: value.trim() || null }, replaceUrl: true }),
      typingPause,
    );
  }

  protected originName({ originId }: SourceView): string | undefined {
    return originId && (this.names().get(originId) ?? this.known.name(originId));
  }

  protected async add(): Promise<void> {
    const added = await this.dialogs.open<SourceView>(() => import('./source-dialog').then((m) => m.SourceDialog), {
      name: this.typed().trim(),
    });
    if (!added) return;
    this.toasts.say(this.t('added', { name: added.name }));
    await this.router.navigate(['/sources', added.id]);
  }
}
