import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  viewChild,
  ViewEncapsulation,
} from '@angular/core';
import { statuses, verdicts } from '@belegg/domain';
import { domRange } from '@belegg/text-dom';
import { I18n } from '../../shell/i18n';
import { terms } from '../../shell/terms';
import { AnnotateStore } from '../annotate.store';
import { PageFocus } from '../page-focus';
import { Sources } from '../../sources';
import { Finding } from './finding';
import { messages } from './messages';

const highlights = ['find', 'find-current'] as const;

/** Finds words in the article, which are marked in it, and says which cards are shown beside it. */
@Component({
  selector: 'app-find-panel',
  templateUrl: './find-panel.html',
  styleUrl: './find-panel.css',
  // What the browser highlights has no element to carry emulated styles.
  encapsulation: ViewEncapsulation.None,
  host: { role: 'search', '[attr.aria-label]': "t('find')", '(keydown.escape)': 'leave($event)' },
})
export class FindPanel {
  private readonly store = inject(AnnotateStore);
  private readonly sources = inject(Sources);
  private readonly pageFocus = inject(PageFocus);
  protected readonly finding = inject(Finding);
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly term = this.i18n.of(terms);
  protected readonly verdicts = verdicts;
  protected readonly statuses = statuses.filter((status) => status !== 'retired');
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  /** The element of the text. */
  readonly root = input.required<HTMLElement | undefined>();
  /** Changes whenever the text was laid out or painted anew. */
  readonly laidOut = input.required<unknown>();

  protected readonly total = computed(() => this.store.annotations().length);
  protected readonly count = computed(() => this.finding.shown()?.size ?? this.total());
  protected readonly people = computed(() => {
    const people = this.store.annotations().flatMap(({ authors }) => authors);
    return [...new Map(people.map((person) => [person.id, person])).values()].sort((a, b) =>
      a.name.localeCompare(b.name, this.i18n.locale()),
    );
  });
  protected readonly cited = computed(() => {
    const ids = new Set(this.store.annotations().flatMap(({ citations }) => citations.map(({ sourceId }) => sourceId)));
    return [...ids]
      .flatMap((id) => ({ id, name: this.sources.name(id) ?? '' }))
      .filter(({ name }) => name !== '')
      .sort((a, b) => a.name.localeCompare(b.name, this.i18n.locale()));
  });
  protected readonly told = computed(() => {
    const { length: count } = this.finding.places();
    const current = this.finding.current();
    if (this.finding.words().trim() === '') return '';
    if (count === 0) return this.t('nowhere');
    return current === undefined
      ? this.t('places', { count })
      : this.t('place', { number: current + 1, count: String(count) });
  });

  constructor() {
    afterNextRender(() => this.takeFocus());
    afterRenderEffect(() => {
      this.laidOut();
      this.mark(this.root());
    });
    inject(DestroyRef).onDestroy(() => {
      for (const name of highlights) globalThis.CSS?.highlights?.delete(name);
    });
  }

  takeFocus(): void {
    this.field().nativeElement.focus();
    this.field().nativeElement.select();
  }

  protected press(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.finding.go(event.shiftKey ? -1 : 1);
  }

  /** The focus goes back to the sentence that was found. */
  protected leave(event?: Event): void {
    event?.preventDefault();
    event?.stopPropagation();
    this.finding.hide();
    this.pageFocus.goTo(this.pageFocus.sentence(), 'focus');
  }

  /** Only what is near the viewport is laid out; the rest is marked when it comes there. */
  private mark(root: HTMLElement | undefined): void {
    const known = globalThis.CSS?.highlights;
    if (!root || !known) return;
    const current = this.finding.current();
    const [all, one]: [Range[], Range[]] = [[], []];
    this.finding.places().forEach((place, index) => {
      const range = domRange(root, place);
      if (range) (index === current ? one : all).push(range);
    });
    known.set('find', new Highlight(...all));
    known.set('find-current', Object.assign(new Highlight(...one), { priority: 1 }));
  }
}
