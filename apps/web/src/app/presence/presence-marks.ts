import { afterRenderEffect, Component, computed, inject, input, signal, untracked } from '@angular/core';
import type { Present } from '@belegg/contract';
import type { Range } from '@belegg/domain';
import { domRange } from '@belegg/text-dom';
import { Avatar } from '@belegg/ui';
import { Presence } from './presence';

/** Where somebody is, from the top left of the article, in CSS pixels. */
interface Mark {
  readonly top: number;
  readonly left: number;
  readonly name: string;
  readonly id: string;
}

const size = 22;

/** Others' initials in the margin, beside the first line of the sentence that they are at. */
@Component({
  selector: 'app-presence-marks',
  imports: [Avatar],
  template: `
    @for (mark of marks(); track mark.id) {
      <ui-avatar [name]="mark.name" [style.top.px]="mark.top" [style.left.px]="mark.left" />
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    ui-avatar {
      position: absolute;
      width: 22px;
      height: 22px;
      font-size: 10px;
    }
    @media (max-width: 900px) {
      :host {
        display: none;
      }
    }
  `,
})
export class PresenceMarks {
  private readonly presence = inject(Presence);

  /** The element of the text, and its sentences. */
  readonly root = input.required<HTMLElement | undefined>();
  readonly sentences = input.required<readonly Range[]>();
  /** Changes whenever the text was laid out or painted anew. */
  readonly laidOut = input.required<unknown>();

  protected readonly marks = signal<readonly Mark[]>([]);
  private readonly placed = computed(() => this.presence.others().filter(({ sentence }) => sentence !== undefined));

  constructor() {
    afterRenderEffect(() => {
      this.laidOut();
      const root = this.root();
      const [placed, sentences] = [this.placed(), this.sentences()];
      untracked(() => this.marks.set(root ? measure(root, sentences, placed) : []));
    });
  }
}

/** Only what is near the viewport has its sentences painted, and costs a measure. */
function measure(root: HTMLElement, sentences: readonly Range[], placed: readonly Present[]): Mark[] {
  if (placed.length === 0) return [];
  const origin = (root.closest('article') ?? root).getBoundingClientRect();
  const left = root.getBoundingClientRect().left - origin.left - size - 8;
  const found = placed.flatMap(({ person, sentence = -1 }) => {
    const place = sentences[sentence];
    const range = place && domRange(root, place);
    if (!range?.startContainer.parentElement?.closest('[data-sentence]')) return [];
    const line = [...(range.getClientRects?.() ?? [])].find(({ width }) => width > 0);
    return line
      ? [{ top: line.top + (line.height - size) / 2 - origin.top, left, name: person.name, id: person.id }]
      : [];
  });
  // Those at one line stand over each other a little, so that each is seen.
  const taken = new Map<number, number>();
  return found.map((mark) => {
    const line = Math.round(mark.top / size);
    const before = taken.get(line) ?? 0;
    taken.set(line, before + 1);
    return { ...mark, left: mark.left - before * 9 };
  });
}
