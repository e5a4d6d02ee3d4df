import { Component, inject, input, output } from '@angular/core';
import { judgements, type Judgement } from '@belegg/domain';
import { Kbd } from '@belegg/ui';
import { I18n } from '../../shell/i18n';
import { terms } from '../../shell/terms';
import { messages } from '../messages';

let count = 0;

/** One of the three verdicts, or that the question is open. */
@Component({
  selector: 'app-verdict-choice',
  imports: [Kbd],
  template: `
    <fieldset>
      <legend class="visually-hidden">{{ t('verdict') }}</legend>
      @for (option of judgements; track option) {
        <label [class]="option" [class.on]="option === judgement()" [attr.title]="nameOf(option)">
          <input
            class="visually-hidden"
            type="radio"
            [name]="name"
            [value]="option"
            [checked]="option === judgement()"
            (change)="chosen.emit(option)"
          />
          <span class="verdict" [class]="option"
            ><span [class.visually-hidden]="option === 'question'">{{ nameOf(option) }}</span></span
          ><ui-kbd [keys]="keyOf($index)" />
        </label>
      }
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
      container-type: inline-size;
    }
    fieldset {
      display: grid;
      grid-template-columns: repeat(3, minmax(max-content, 1fr)) auto;
      border: 1px solid var(--edge);
      border-radius: var(--r);
      overflow: hidden;
    }
    label {
      position: relative;
      display: flex;
      gap: 6px;
      justify-content: center;
      align-items: center;
      min-height: 38px;
      padding: 4px 6px;
      border-right: 1px solid var(--line);
      cursor: pointer;
      white-space: nowrap;
    }
    label:last-child {
      border: 0;
    }
    label:not(.on) .verdict {
      color: var(--ink-2);
    }
    .on {
      background: color-mix(in oklab, var(--v) 14%, var(--sheet));
      box-shadow: inset 0 -3px 0 var(--v);
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--accent);
      outline-offset: -2px;
    }
    @media (max-width: 900px) {
      label {
        min-height: 44px;
      }
      ui-kbd {
        display: none;
      }
    }
    @container (max-width: 360px) {
      ui-kbd {
        display: none;
      }
      label {
        font-size: 14px;
      }
    }
  `,
})
export class VerdictChoice {
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  private readonly term = this.i18n.of(terms);
  protected readonly judgements = judgements;
  protected readonly name = `verdict-${++count}`;
  readonly judgement = input.required<Judgement>();
  readonly chosen = output<Judgement>();

  protected nameOf(judgement: Judgement): string {
    return this.term(`verdict.${judgement}`);
  }

  /** Choices are numbered from 1, and so are their keys. */
  protected keyOf(index: number): string {
    return String(index + 1);
  }
}
