import {
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  signal,
  untracked,
  ViewEncapsulation,
} from '@angular/core';
import type { ThreadView } from '@belegg/contract';
import { domRange } from '@belegg/text-dom';
import { I18n } from '../shell/i18n';
import { messages } from './messages';
import { Talk } from './talk';
import { Threads } from './threads';

/** Threads whose passages begin on one line, from the top left of the article, in CSS pixels. */
interface Mark {
  readonly top: number;
  readonly left: number;
  readonly threads: readonly ThreadView[];
}

const size = 26;
const highlight = 'talk';

/** Marks the words that an open conversation is about, and stands beside them with a button that shows it. */
@Component({
  selector: 'app-talk-marks',
  template: `
    @for (mark of marks(); track mark.threads[0]?.id) {
      <button
        type="button"
        class="talk-bubble"
        [class.unread]="unreadOf(mark)"
        [style.top.px]="mark.top"
        [style.left.px]="mark.left"
        [attr.aria-label]="labelOf(mark)"
        [title]="labelOf(mark)"
        (click)="show(mark)"
      >
        {{ countOf(mark) }}
      </button>
    }
  `,
  styleUrl: './talk-marks.css',
  // What the browser highlights has no element to carry emulated styles.
  encapsulation: ViewEncapsulation.None,
})
export class TalkMarks {
  private readonly threads = inject(Threads);
  private readonly talk = inject(Talk);
  protected readonly t = inject(I18n).of(messages);

  /** The element of the text. */
  readonly root = input.required<HTMLElement | undefined>();
  /** Changes whenever the text was laid out or painted anew. */
  readonly laidOut = input.required<unknown>();

  private readonly placed = signal<readonly Mark[]>([]);
  private readonly byId = computed(() => new Map(this.threads.inText().map((thread) => [thread.id, thread])));
  /** Where they were measured, with what is said in them now. */
  protected readonly marks = computed(() =>
    this.placed().flatMap(({ threads, ...place }) => {
      const open = threads.flatMap(({ id }) => this.byId().get(id) ?? []);
      return open.length > 0 ? [{ ...place, threads: open }] : [];
    }),
  );

  constructor() {
    afterRenderEffect(() => {
      this.laidOut();
      const root = this.root();
      const threads = this.threads.inText();
      if (root) untracked(() => this.measure(root, threads));
    });
    inject(DestroyRef).onDestroy(() => globalThis.CSS?.highlights?.delete(highlight));
  }

  protected countOf({ threads }: Mark): number {
    return threads.reduce((sum, { comments }) => sum + comments.length, 0);
  }

  protected unreadOf({ threads }: Mark): number {
    return threads.reduce((sum, { unread }) => sum + unread, 0);
  }

  protected labelOf(mark: Mark): string {
    const unread = this.unreadOf(mark);
    return [
      this.t('markOf', {
        exact: mark.threads[0]?.passage?.exact.slice(0, 120) ?? '',
        comments: this.t('comments', { count: this.countOf(mark) }),
      }),
      unread > 0 && this.t('unread', { count: unread }),
    ]
      .filter(Boolean)
      .join(', ');
  }

  /** Pressed once more, it shows the next of those on the line. */
  protected show({ threads }: Mark): void {
    const at = threads.findIndex(({ id }) => id === this.talk.target()?.key);
    const next = threads[(at + 1) % threads.length];
    if (next) this.talk.show(next.id);
  }

  /** Only what is near the viewport has its sentences painted, and costs a measure. */
  private measure(root: HTMLElement, threads: readonly ThreadView[]): void {
    const origin = (root.closest('article') ?? root).getBoundingClientRect();
    const text = root.getBoundingClientRect();
    const room = root.ownerDocument.documentElement.clientWidth;
    const left = Math.min(text.right + 4, room - size) - origin.left;
    const ranges: Range[] = [];
    const found: { top: number; thread: ThreadView }[] = [];
    for (const thread of threads) {
      const [place] = thread.passage?.selector ?? [];
      const range = place && domRange(root, place);
      if (!range || !range.startContainer.parentElement?.closest('[data-sentence]')) continue;
      const line = [...(range.getClientRects?.() ?? [])].find(({ width }) => width > 0);
      ranges.push(range);
      if (line) found.push({ top: line.top + line.height / 2 - size / 2 - origin.top, thread });
    }
    globalThis.CSS?.highlights?.set(highlight, new Highlight(...ranges));
    const marks: Mark[] = [];
    for (const { top, thread } of found.sort((a, b) => a.top - b.top)) {
      const last = marks.at(-1);
      if (last && top - last.top < size) marks[marks.length - 1] = { ...last, threads: [...last.threads, thread] };
      else marks.push({ top, left, threads: [thread] });
    }
    this.placed.set(marks);
  }
}
