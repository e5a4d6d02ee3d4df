import { Component, computed, inject, input, signal } from '@angular/core';
import type { AnnotationView } from '@belegg/contract';
import { I18n } from '../../shell/i18n';
import { terms, verdictKey } from '../../shell/terms';
import { Drafts } from '../drafts/drafts';
import type { Conflict } from '../drafts/machine';
import type { Field, Statement } from '../drafts/statement';
import { messages } from '../messages';
import { Sources } from '../../sources';

let count = 0;

/**
 * Two people, or one on two devices, changed the same annotation: for each field that both changed, one chooses whose
 * it is to be. Nothing typed is lost before.
 */
@Component({
  selector: 'app-conflict-choice',
  templateUrl: './conflict-choice.html',
  styleUrl: './conflict-choice.css',
})
export class ConflictChoice {
  private readonly i18n = inject(I18n);
  private readonly drafts = inject(Drafts);
  private readonly sources = inject(Sources);
  protected readonly t = this.i18n.of(messages);
  protected readonly term = this.i18n.of(terms);
  protected readonly group = `conflict-${++count}`;

  readonly annotation = input.required<AnnotationView>();
  readonly conflict = input.required<Conflict>();
  readonly mine = input.required<Statement>();

  protected readonly status = computed(() => {
    const { saved } = this.conflict();
    return saved ? this.term(`status.${saved.status}`).toLocaleLowerCase() : '';
  });
  private readonly fromTheirs = signal<ReadonlySet<Field>>(new Set());
  protected readonly rows = computed(() =>
    this.conflict().merge.conflicts.map((field) => ({
      field,
      mine: this.shown(field, this.mine()),
      theirs: this.shown(field, this.conflict().theirs),
      isTheirs: this.fromTheirs().has(field),
    })),
  );

  protected choose(field: Field, theirs: boolean): void {
    this.fromTheirs.update(
      (fields) => new Set([...fields].filter((other) => other !== field).concat(theirs ? field : [])),
    );
  }

  protected save(): void {
    this.drafts.resolve(this.annotation().id, [...this.fromTheirs()]);
  }

  protected dropMine(): void {
    this.drafts.discard(this.annotation().id);
  }

  private shown(field: Field, statement: Statement): string {
    if (field === 'verdict') return this.term(verdictKey(statement.verdict));
    if (field === 'rationale') return statement.rationale || this.t('empty');
    const cited = statement.citations.map(({ sourceId, stance, quote = '' }) =>
      [this.sources.name(sourceId) ?? '…', this.term(`stance.${stance}`), quote && `«${quote}»`]
        .filter(Boolean)
        .join(' · '),
    );
    return cited.join('\n') || this.t('empty');
  }
}
