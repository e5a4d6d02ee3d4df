import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { DialogFrame } from '@belegg/ui';
import { I18n } from './i18n';
import { KeyChoice } from './key-choice';
import { KeyChoices } from './key-choices';
import { messages } from './messages';
import { type Shortcut, Shortcuts } from './shortcuts';

/** The keys that do something on the page behind it, by part of the page. */
@Component({
  selector: 'app-shortcuts-dialog',
  imports: [DialogFrame, KeyChoice],
  template: `
    <ui-dialog [heading]="t('shortcuts')" [closeLabel]="t('close')">
      <!-- First, since it takes the focus: the dialog opens at its top. -->
      <div>
        <label class="check"
          ><input type="checkbox" [checked]="registry.singleKeys() === 'on'" (change)="toggleSingleKeys()" />
          {{ t('singleKeys') }}</label
        >
        <p class="small muted">{{ t('singleKeysHint') }}</p>
        @if (choices.isChanged()) {
          <button type="button" class="link small" (click)="choices.reset()">{{ t('resetKeys') }}</button>
        }
      </div>
      @for (group of groups(); track group.scope) {
        <section>
          <h3>{{ group.scope }}</h3>
          <dl>
            @for (shortcut of group.shortcuts; track $index) {
              <div>
                <dt>{{ shortcut.description() }}</dt>
                <dd>
                  <app-key-choice [shortcut]="shortcut" [others]="shortcuts" />
                </dd>
              </div>
            }
          </dl>
        </section>
      }
    </ui-dialog>
  `,
  styles: `
    dl {
      margin: 6px 0 0;
    }
    dl div {
      display: flex;
      justify-content: space-between;
      gap: 16px;
      padding: 7px 0;
      border-top: 1px solid var(--line);
    }
    dd {
      margin: 0;
      display: flex;
      gap: 6px;
      white-space: nowrap;
    }
  `,
})
export class ShortcutsDialog {
  protected readonly t = inject(I18n).of(messages);
  protected readonly registry = inject(Shortcuts);
  protected readonly choices = inject(KeyChoices);
  protected readonly shortcuts = inject<readonly Shortcut[]>(DIALOG_DATA);

  protected readonly groups = computed(() => {
    const scopes = [...new Set(this.shortcuts.map(({ scope }) => scope()))];
    return scopes
      .map((scope) => ({ scope, shortcuts: this.shortcuts.filter((shortcut) => shortcut.scope() === scope) }))
      .reverse();
  });

  protected toggleSingleKeys(): void {
    this.registry.singleKeys.update((choice) => (choice === 'on' ? 'off' : 'on'));
  }
}
