import { Component, computed, inject, linkedSignal } from '@angular/core';
import { judgements, type Judgement } from '@belegg/domain';
import { Kbd } from '@belegg/ui';
import { I18n } from '../../shell/i18n';
import { Session } from '../../shell/session';
import { Shortcuts, type Keys } from '../../shell/shortcuts';
import { terms } from '../../shell/terms';
import { talkMessages, Talk } from '../../threads';
import { AnnotateStore } from '../annotate.store';
import { CheckabilityMarks } from '../checkability';
import { PageFocus } from '../page-focus';
import { messages } from '../messages';
import { Places } from '../places';
import { Placing } from '../placing';
import { SentenceBorders } from '../sentence-borders';
import { ReasonChoice } from './reason-choice';

const gap = 8;

/** Appears where the hand is: what to say of the passage that is selected. */
@Component({
  selector: 'app-verdict-toolbar',
  imports: [Kbd, ReasonChoice],
  templateUrl: './verdict-toolbar.html',
  styleUrl: './verdict-toolbar.css',
})
export class VerdictToolbar {
  private readonly i18n = inject(I18n);
  private readonly places = inject(Places);
  private readonly session = inject(Session);
  private readonly store = inject(AnnotateStore);
  private readonly talk = inject(Talk);
  protected readonly pageFocus = inject(PageFocus);
  protected readonly marks = inject(CheckabilityMarks);
  protected readonly placing = inject(Placing);
  protected readonly borders = inject(SentenceBorders);
  protected readonly t = this.i18n.of(messages);
  protected readonly term = this.i18n.of(terms);
  protected readonly talkWord = this.i18n.of(talkMessages);
  protected readonly judgements = judgements;
  /** What is seldom needed stays away until it is asked for, for each selection anew. */
  protected readonly showsMore = linkedSignal({ source: this.pageFocus.selection, computation: () => false });

  protected readonly isShown = computed(
    () =>
      this.session.can('write') && this.pageFocus.selection() !== undefined && this.pageFocus.passage() !== undefined,
  );
  /** A little away from the text; what does not fit beside it is kept within the column by its width. */
  protected readonly place = computed(() => {
    const { left, top, isBelow } = this.places.toolbar() ?? { left: 0, top: 0, isBelow: false };
    return { left: Math.max(0, left), top: top + (isBelow ? gap : -gap), isBelow };
  });

  constructor() {
    const shortcuts = inject(Shortcuts);
    const register = (keys: Keys, description: () => string, run: () => void): void =>
      shortcuts.register({ keys, description, scope: () => this.t('selection'), run, when: () => this.canSay() });
    judgements.forEach((judgement, i) =>
      register(
        String(i + 1),
        () => this.term(`verdict.${judgement}`),
        () => this.pageFocus.annotate(judgement),
      ),
    );
    shortcuts.register({
      keys: 'm',
      scope: () => this.t('selection'),
      description: () => this.t('moveHere'),
      when: () => this.placing.movable() !== undefined,
      run: () => void this.placing.moveHere(),
    });
    shortcuts.register({
      keys: 'Enter',
      scope: () => this.t('selection'),
      description: () => this.t('moveHere'),
      when: () => this.pageFocus.isResizing() && this.placing.movable() !== undefined,
      run: () => void this.placing.moveHere(),
    });
    shortcuts.register({
      keys: 's',
      scope: () => this.t('selection'),
      description: () => this.t('splitSentence'),
      when: () => this.canSay() && this.borders.splittable() !== undefined,
      run: () => void this.borders.split(),
    });
    shortcuts.register({
      keys: 'Shift+j',
      scope: () => this.t('selection'),
      description: () => this.t('joinSentences'),
      when: () => this.canSay() && this.borders.joinable() !== undefined,
      run: () => void this.borders.join(),
    });
    register(
      'c',
      () => this.talkWord('keyComment'),
      () => this.comment(),
    );
    register(
      ['0', 'x'],
      () => this.t('notCheckable'),
      () => this.askReason(),
    );
  }

  protected say(judgement: Judgement): void {
    this.pageFocus.annotate(judgement);
  }

  /** Begins to talk about the words, of which nothing is said thereby. */
  protected comment(): void {
    const passage = this.pageFocus.passage();
    if (!passage) return;
    this.talk.beginOn(passage, this.store.describer(), this.store.revision()?.number ?? 1);
    this.pageFocus.select(undefined);
  }

  protected askReason(): void {
    if (!this.pageFocus.selection()) this.pageFocus.selectSentence();
    this.pageFocus.chooseReason(true);
  }

  /** Left and right move between the buttons, as in any toolbar. */
  protected step(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const toolbar = event.currentTarget;
    if (by === undefined || !(toolbar instanceof HTMLElement)) return;
    const buttons = [...toolbar.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === toolbar.ownerDocument.activeElement);
    if (at < 0) return;
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  }

  private canSay(): boolean {
    const inText = document.activeElement?.closest('[data-sentence], [role="toolbar"]') !== null;
    return (
      this.session.can('write') &&
      !this.pageFocus.choosingReason() &&
      (this.pageFocus.selection() !== undefined || inText)
    );
  }

  /** Choices are numbered from 1, and so are their keys. */
  protected keyOf(index: number): string {
    return String(index + 1);
  }
}
