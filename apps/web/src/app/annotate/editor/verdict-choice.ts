import { Component, inject, input, output } from '@angular/core';
import { verdicts, type Verdict } from '@belegg/domain';
import { I18n } from '../../shell/i18n';
import { terms } from '../../shell/terms';
import { messages } from '../messages';

let count = 0;

/** One of the three verdicts. */
@Component({
  selector: 'app-verdict-choice',
  template: `
    <fieldset>
      <legend class="visually-hidden">{{ t('verdict') }}</legend>
      @for (option of verdicts; track option) {
        <label [class]="option" [class.on]="option === verdict()">
          <input
            class="visually-hidden"
            type="radio"
            [name]="name"
            [value]="option"
            [checked]="option === verdict()"
            (change)="chosen.emit(option)"
          />
          <span class="verdict" [class]="option">{{ nameOf(option) }}</span><kbd aria-hidden="true">{{
            $index + 1
          }}</kbd>
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
      grid-template-columns: repeat(3, minmax(max-content, 1fr));
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
      kbd {
        display: none;
      }
    }
    @container (max-width: 360px) {
      kbd {
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
  protected readonly verdicts = verdicts;
  protected readonly name = `verdict-${++count}`;
  readonly verdict = input.required<Verdict>();
  readonly chosen = output<Verdict>();

  protected nameOf(verdict: Verdict): string {
    return this.term(`verdict.${verdict}`);
  }
}
