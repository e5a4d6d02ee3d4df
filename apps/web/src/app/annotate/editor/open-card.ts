import { Component, computed, effect, inject, input } from '@angular/core';
import type { AnnotationView } from '@belegg/contract';
import { judgements, verdictOf } from '@belegg/domain';
import { Kbd, VerdictBadge } from '@belegg/ui';
import { I18n } from '../../shell/i18n';
import { Shortcuts } from '../../shell/shortcuts';
import { terms, verdictKey } from '../../shell/terms';
import { AnnotationTalk, Threads } from '../../threads';
import { ClaimAssignments } from '../../assignments';
import { AnnotateStore } from '../annotate.store';
import { statusText } from '../cards/status-text';
import { PageFocus } from '../page-focus';
import { isLocal } from '../drafts/draft';
import { Drafts } from '../drafts/drafts';
import type { Statement } from '../drafts/statement';
import { messages } from '../messages';
import { IndependenceNote, Sources } from '../../sources';
import { CardActions } from './card-actions';
import { CheckedBefore } from './checked-before';
import { ConflictChoice } from './conflict-choice';
import { ContradictionNote } from './contradiction-note';
import { PassageFacts } from './passage-facts';
import { PlaceNote } from './place-note';
import { ReturnedNote } from './returned-note';
import { SaveNote } from './save-note';
import { SourceChanges } from './source-changes';
import { StatementForm } from './statement-form';
import { StatementView } from './statement-view';
import { Thread } from './thread';

/** An annotation in full: to write, or to read and decide on. */
@Component({
  selector: 'app-open-card',
  imports: [
    AnnotationTalk,
    CardActions,
    CheckedBefore,
    ClaimAssignments,
    ConflictChoice,
    ContradictionNote,
    IndependenceNote,
    Kbd,
    PassageFacts,
    PlaceNote,
    ReturnedNote,
    SaveNote,
    SourceChanges,
    StatementForm,
    StatementView,
    Thread,
    VerdictBadge,
  ],
  templateUrl: './open-card.html',
  styleUrl: './open-card.css',
})
export class OpenCard {
  private readonly i18n = inject(I18n);
  private readonly store = inject(AnnotateStore);
  private readonly drafts = inject(Drafts);
  private readonly sources = inject(Sources);
  private readonly threads = inject(Threads);
  protected readonly pageFocus = inject(PageFocus);
  protected readonly t = this.i18n.of(messages);
  protected readonly term = this.i18n.of(terms);
  protected readonly verdictKey = verdictKey;

  readonly annotation = input.required<AnnotationView>();

  protected readonly statement = computed(() => this.drafts.statement(this.annotation()));
  protected readonly pending = computed(() => this.drafts.all().get(this.annotation().id));
  /** What a reviewer asked for and nobody has answered yet; it stays while the answer is typed. */
  protected readonly returned = computed(() => {
    const last = this.annotation().steps.at(-1);
    return last?.kind === 'returned' ? last : undefined;
  });
  /** Who else is typing on it. */
  protected readonly writing = computed(() => {
    const others = this.drafts.others().get(this.annotation().id) ?? [];
    return this.i18n.list(others.map(({ by }) => by.name));
  });
  /** Links of the conversations about it, which may be citations. */
  protected readonly links = computed(() => this.threads.linksAbout(this.annotation()));
  /** Whether the server has it, so that one can talk about it. */
  protected readonly isKept = computed(() => !isLocal(this.annotation().id));
  protected readonly isUnlocked = computed(() => this.pageFocus.isUnlocked(this.annotation()));
  protected readonly status = computed(() =>
    statusText(this.i18n, this.annotation(), this.store.revision()?.number ?? 1),
  );

  /** One that has lost its words has no extent to begin with: its new words are selected freely. */
  protected readonly mayResize = computed(() => {
    const annotation = this.annotation();
    if (annotation.anchor.outcome === 'orphaned' || this.pageFocus.refusal(annotation, 'edit')) return false;
    return this.isUnlocked() || !this.pageFocus.isPlaced(annotation);
  });

  constructor() {
    effect(() => this.sources.ensure(this.statement().citations.map(({ sourceId }) => sourceId)));
    effect(() => this.sources.ensureCited(this.annotation().citations));
    const shortcuts = inject(Shortcuts);
    judgements.forEach((judgement, index) =>
      shortcuts.register({
        keys: String(index + 1),
        scope: () => this.t('card'),
        description: () => this.term(`verdict.${judgement}`),
        when: () => this.isUnlocked() && !this.pageFocus.selection(),
        run: () => this.type({ ...this.statement(), verdict: verdictOf(judgement) }),
      }),
    );
    shortcuts.register({
      keys: 'Shift+r',
      scope: () => this.t('card'),
      description: () => this.t('resize'),
      when: () => this.mayResize(),
      run: () => this.pageFocus.resize(this.annotation()),
    });
    shortcuts.register({
      keys: 'Escape',
      scope: () => this.t('card'),
      description: () => this.t('close'),
      when: () => !this.pageFocus.isResizing() || !this.pageFocus.selection(),
      run: () => this.close(),
    });
  }

  protected type(statement: Statement): void {
    this.drafts.type(this.annotation(), statement);
  }

  /** Leads back to the sentence, from where the card was opened. */
  protected close(): void {
    this.pageFocus.close();
    this.pageFocus.goTo(this.pageFocus.sentence(), 'focus');
  }
}
