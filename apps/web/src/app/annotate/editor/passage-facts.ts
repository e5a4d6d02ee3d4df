import { Component, computed, inject, input } from '@angular/core';
import type { AnnotationView } from '@belegg/contract';
import { CodePointText, mentionsIn, type MentionedFact, type Range } from '@belegg/domain';
import { I18n } from '../../shell/i18n';
import { AnnotateStore } from '../annotate.store';
import type { Statement } from '../drafts/statement';
import { Sources } from '../../sources';
import { messages } from './messages';

/**
 * What can be wrong in the passage of a claim, by its form: names, numbers, dates, quotations and superlatives, each
 * with whether rationale, quotes or citations mention it. It keeps nobody from anything.
 */
@Component({
  selector: 'app-passage-facts',
  template: `@if (facts().length > 0) {
    <ul class="small" [attr.aria-label]="t('facts')">
      @for (fact of facts(); track fact.start + fact.kind) {
        <li [class.muted]="fact.mentioned">
          <span aria-hidden="true">{{ fact.mentioned ? '✓' : '○' }}</span>&ngsp;<bdi>{{ fact.text }}</bdi
          >&ngsp;
          @if (isNamed(fact)) {
            <b>{{ t('notSpokenOf') }}</b>
          } @else {
            <span class="visually-hidden">{{ t(fact.mentioned ? 'spokenOf' : 'notSpokenOf') }}</span>
          }
        </li>
      }
    </ul>
  }`,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 12px;
      margin: 0;
      padding: 0;
      list-style: none;
      overflow-wrap: anywhere;
    }
    b {
      font-weight: 600;
    }
  `,
})
export class PassageFacts {
  private readonly store = inject(AnnotateStore);
  private readonly sources = inject(Sources);
  protected readonly t = inject(I18n).of(messages);
  readonly annotation = input.required<AnnotationView>();
  readonly statement = input.required<Statement>();

  /** The passage within its sentences, which tell whether a word begins one; alone where it is not in this text. */
  private readonly place = computed((): { text: CodePointText; sentence: Range; passage: Range } => {
    const [{ start, end }, { exact }] = this.annotation().selector;
    const text = this.store.text();
    if (text.slice(start, end) !== exact) {
      const alone = new CodePointText(exact);
      const whole = { start: 0, end: alone.length };
      return { text: alone, sentence: whole, passage: whole };
    }
    const touched = this.store.outline().filter((sentence) => sentence.start < end && sentence.end > start);
    const sentence = {
      start: Math.min(start, ...touched.map((one) => one.start)),
      end: Math.max(end, ...touched.map((one) => one.end)),
    };
    return { text, sentence, passage: { start, end } };
  });

  protected readonly facts = computed(() => {
    const { text, sentence, passage } = this.place();
    const language = this.store.revision()?.language ?? 'nb';
    const { rationale, citations } = this.statement();
    const said = citations.flatMap(({ sourceId, quote, quoteLanguage, translation, locator }) => [
      { text: quote ?? '', language: quoteLanguage },
      { text: translation ?? '', language },
      { text: locator ?? '', language },
      { text: this.sources.name(sourceId) ?? '', language },
    ]);
    return mentionsIn(text, sentence, passage, language, [{ text: rationale, language }, ...said]);
  });

  /** Whether it is said in words that nothing mentions it: of a number or name, once the claim is sent. */
  protected isNamed({ kind, mentioned }: MentionedFact): boolean {
    const { status } = this.annotation();
    return !mentioned && (kind === 'number' || kind === 'name') && (status === 'submitted' || status === 'approved');
  }
}
