import { DOCUMENT, inject } from '@angular/core';
import type { NavigationError } from '@angular/router';
import { Connection } from './connection';
import { I18n } from './i18n';
import { messages } from './messages';
import { Toasts } from './toasts';

/** How browsers say that a part of the page could not be loaded. */
const notLoaded = /dynamically imported module|importing a module script/i;
const mark = 'belegg.loaded-anew';

/**
 * A room whose code cannot be loaded: a new version has been put in place under an open page, which a full load mends
 * (tried once for each address); or the server is away, which is said, and the page stays as it is.
 */
export async function loadAnew({ url, error }: Pick<NavigationError, 'url' | 'error'>): Promise<void> {
  const view = inject(DOCUMENT).defaultView;
  const connection = inject(Connection);
  const toasts = inject(Toasts);
  const t = inject(I18n).of(messages);
  if (!(error instanceof TypeError) || !notLoaded.test(error.message)) throw error;
  const isNew = view?.sessionStorage.getItem(mark) !== url;
  if (isNew && (await connection.check())) {
    view?.sessionStorage.setItem(mark, url);
    view?.location.assign(url);
    return;
  }
  if (isNew) connection.lose();
  toasts.say(t('unreachable'));
}
