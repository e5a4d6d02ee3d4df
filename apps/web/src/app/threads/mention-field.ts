import { Component, computed, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { Announcer } from '../shell/announcer';
import { I18n } from '../shell/i18n';
import { Session } from '../shell/session';
import { beginningAt, matching, type Beginning } from './mentions';
import { Members } from './members';
import { messages } from './messages';

let count = 0;
const longestList = 8;

/** A text in which colleagues are mentioned: after `@`, those whose names fit what is typed are offered. */
@Component({
  selector: 'app-mention-field',
  templateUrl: './mention-field.html',
  styleUrl: './mention-field.css',
})
export class MentionField {
  protected readonly members = inject(Members);
  private readonly announcer = inject(Announcer);
  private readonly me = inject(Session).current()?.account.id;
  protected readonly t = inject(I18n).of(messages);
  protected readonly listId = `mentions-${++count}`;

  readonly label = input.required<string>();
  readonly text = input.required<string>();
  readonly error = input<string>();
  /** While it is being sent. */
  readonly frozen = input(false);
  readonly typed = output<string>();
  readonly sent = output();

  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  private readonly beginning = signal<Beginning | undefined>(undefined);
  protected readonly active = signal(0);
  protected readonly options = computed(() => {
    const typed = this.beginning()?.typed;
    const others = this.members.all().filter(({ id }) => id !== this.me);
    return typed === undefined ? [] : matching(others, typed).slice(0, longestList);
  });
  protected readonly activeId = computed(() =>
    this.options()[this.active()] ? `${this.listId}-${this.active()}` : null,
  );

  focus(): void {
    const { nativeElement } = this.field();
    nativeElement.focus();
    nativeElement.setSelectionRange(nativeElement.value.length, nativeElement.value.length);
  }

  protected type(): void {
    const { value } = this.field().nativeElement;
    this.typed.emit(value);
    this.look();
  }

  /** Sees whether a name is begun where the caret is. */
  protected look(): void {
    const { value, selectionStart, selectionEnd } = this.field().nativeElement;
    const before = this.options().length;
    const beginning = selectionStart === selectionEnd ? beginningAt(value, selectionStart) : undefined;
    if (beginning?.typed !== this.beginning()?.typed) this.active.set(0);
    this.beginning.set(beginning);
    const { length } = this.options();
    if (length > 0 && length !== before) this.announcer.say(this.t('suggestions', { count: length }));
  }

  protected close(): void {
    this.beginning.set(undefined);
  }

  protected press(event: KeyboardEvent): void {
    const { length } = this.options();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.sent.emit();
    else if (length > 0 && step !== undefined) this.active.update((index) => (index + step + length) % length);
    else if (length > 0 && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) this.take(this.active());
    else if (event.key === 'Escape' && length > 0) this.close();
    else return;
    event.preventDefault();
  }

  /** Writes the name out in place of what was typed of it. */
  protected take(index: number): void {
    const beginning = this.beginning();
    const member = this.options()[index];
    const { nativeElement } = this.field();
    if (!beginning || !member) return;
    const end = beginning.at + 1 + beginning.typed.length;
    const rest = nativeElement.value.slice(end);
    const name = `@${member.name}${rest.startsWith(' ') ? '' : ' '}`;
    nativeElement.setRangeText(name, beginning.at, end, 'end');
    this.close();
    this.typed.emit(nativeElement.value);
  }
}
