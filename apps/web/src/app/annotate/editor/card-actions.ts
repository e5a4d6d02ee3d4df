import { Component, computed, DOCUMENT, inject, input, signal } from '@angular/core';
import type { AnnotationView } from '@belegg/contract';
import type { Action } from '@belegg/domain';
import { Kbd } from '@belegg/ui';
import { I18n } from '../../shell/i18n';
import { Shortcuts } from '../../shell/shortcuts';
import { PageFocus } from '../page-focus';
import type { Statement } from '../drafts/statement';
import { messages } from '../messages';
import { Reviews } from '../reviews';
import { messages as editorMessages } from './messages';
import { WordsForm } from '../../shell/words-form';

/** What one may do with an annotation now, by its status and by who one is. */
@Component({
  selector: 'app-card-actions',
  imports: [Kbd, WordsForm],
  templateUrl: './card-actions.html',
  styleUrl: './card-actions.css',
})
export class CardActions {
  protected readonly pageFocus = inject(PageFocus);
  protected readonly reviews = inject(Reviews);
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly word = this.i18n.of(editorMessages);
  private readonly document = inject(DOCUMENT);
  readonly annotation = input.required<AnnotationView>();
  readonly statement = input.required<Statement>();

  /** What is asked before an act: a comment, a reason, or whether it is meant. */
  protected readonly asking = signal<'return' | 'retire' | 'edit' | undefined>(undefined);
  /** Whether it is an open question that its reader could answer; it cannot be sent. */
  protected readonly isQuestion = computed(
    () => this.statement().verdict === undefined && this.pageFocus.refusal(this.annotation(), 'submit') === undefined,
  );
  protected readonly isOwnWork = computed(
    () =>
      this.pageFocus.refusal(this.annotation(), 'approve') === 'ownWork' && this.annotation().status === 'submitted',
  );
  protected readonly isLocked = computed(() => this.may('edit') && !this.pageFocus.isUnlocked(this.annotation()));
  /** Missing sources and reasons are told, and refuse nothing. */
  protected readonly missing = computed(() =>
    [
      this.statement().rationale.trim() === '' && this.t('missingRationale'),
      this.statement().citations.length === 0 && this.t('missingSources'),
    ]
      .filter((text) => text !== false)
      .join(' '),
  );

  /** What the newsroom asks for and it lacked when it was sent, until it is cited. */
  protected readonly lack = computed(() => {
    const lack = this.reviews.lack(this.annotation());
    return lack === 'citation' && this.statement().citations.length > 0 ? undefined : lack;
  });

  constructor() {
    const shortcuts = inject(Shortcuts);
    const scope = (): string => this.t('card');
    shortcuts.register({
      keys: 'Ctrl+Enter',
      scope,
      description: () => this.t('submit'),
      when: () => this.may('submit'),
      run: () => void this.act('submit'),
    });
    shortcuts.register({
      keys: 'a',
      scope,
      description: () => this.t('approve'),
      when: () => this.may('approve'),
      run: () => void this.act('approve'),
    });
    shortcuts.register({
      keys: 'r',
      scope,
      description: () => this.t('return'),
      when: () => this.may('return'),
      run: () => this.asking.set('return'),
    });
  }

  /** What has lost its words can only be placed anew, or deleted. */
  protected may(action: Action): boolean {
    if (action === 'submit' && this.statement().verdict === undefined) return false;
    return (
      !this.pageFocus.refusal(this.annotation(), action) &&
      (action === 'retire' || this.pageFocus.isPlaced(this.annotation()))
    );
  }

  protected edit(): void {
    this.asking.set(undefined);
    this.pageFocus.unlock(this.annotation().id);
  }

  /**
   * The card gives way to the text, at the sentence that it was about. What needs no words does so at the press: keys
   * that follow are for the page, never for the text that is being sent. Refused, the card is open again.
   */
  protected async act(action: Exclude<Action, 'edit'>, words = '', withoutSources?: string): Promise<void> {
    const annotation = this.annotation();
    const isAtOnce = action === 'submit' || action === 'approve';
    const answer = action === 'submit' ? this.reviews.answer(annotation).trim() : '';
    const done = this.reviews.act(annotation, action, words || answer, withoutSources);
    if (isAtOnce) this.leave();
    if (!(await done)) {
      if (isAtOnce && this.pageFocus.activeId() === undefined) this.pageFocus.openAnnotation(annotation.id, 'write');
      return;
    }
    if (answer) this.reviews.noteAnswer(annotation, '');
    this.pageFocus.lock(annotation.id);
    this.asking.set(undefined);
    if (action !== 'withdraw' && !isAtOnce) this.leave();
  }

  private leave(): void {
    const { activeElement } = this.document;
    if (activeElement instanceof HTMLElement) activeElement.blur();
    this.pageFocus.close();
    this.pageFocus.goTo(this.pageFocus.sentence(), 'focus');
  }
}
