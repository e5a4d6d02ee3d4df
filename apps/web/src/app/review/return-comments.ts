import { inject, Injectable, signal } from '@angular/core';
import { Session } from '../shell/session';
import { read, write } from '../shell/stored';

/**
 * What was typed about items that are to be returned. This browser keeps it until it is sent, through reloads and
 * crashes.
 */
@Injectable()
export class ReturnComments {
  private readonly owner = inject(Session).current()?.account.id ?? '';
  private readonly typed = signal<ReadonlyMap<string, string>>(new Map());

  of(id: string): string {
    return this.typed().get(id) ?? read(this.name(id)) ?? '';
  }

  keep(id: string, comment: string): void {
    this.typed.update((all) => new Map(all).set(id, comment));
    write(this.name(id), comment === '' ? undefined : comment);
  }

  forget(id: string): void {
    this.keep(id, '');
  }

  private name(id: string): string {
    return `draft.return.${this.owner}.${id}`;
  }
}
