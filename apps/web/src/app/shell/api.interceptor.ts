import { HttpErrorResponse, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { routes } from '@belegg/contract';
import { catchError, from, switchMap, tap, throwError, type Observable } from 'rxjs';
import { Connection } from './connection';
import { I18n } from './i18n';
import { messages } from './messages';
import { type ProblemError, problemErrorOf } from './problem-error';
import { SignInAgain } from './sign-in-again';

/**
 * What holds for every call: the server answers in the language of the page, failures become `ProblemError`s, and a
 * session that has ended, or gives access with a password of long ago, is renewed over the page and the call made
 * again, so that nothing typed is lost.
 */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  const i18n = inject(I18n);
  const connection = inject(Connection);
  const signInAgain = inject(SignInAgain);
  const router = inject(Router);
  const t = i18n.of(messages);
  const localized = request.clone({ setHeaders: { 'Accept-Language': untracked(i18n.language) } });

  const send = (): Observable<ReturnType<typeof next> extends Observable<infer Event> ? Event : never> =>
    next(localized).pipe(
      tap((event) => {
        if (event instanceof HttpResponse) connection.restore();
      }),
      catchError((failure: unknown) =>
        throwError(() => {
          if (!(failure instanceof HttpErrorResponse)) return failure;
          const error = untracked(() =>
            problemErrorOf(failure, { unreachable: t('unreachable'), unreadable: t('unreadable') }),
          );
          if (error.is('unavailable')) connection.lose();
          if (error.is('password-change-needed'))
            void router.navigate(['/password'], { queryParams: { back: router.url } });
          return error;
        }),
      ),
    );

  return send().pipe(
    catchError((error: ProblemError) => {
      const { code } = error.problem ?? {};
      const ended = code === 'unauthenticated' && request.url !== routes.whoAmI.path;
      if (!ended && code !== 'recent-password-needed') return throwError(() => error);
      return from(signInAgain.ask()).pipe(switchMap((renewed) => (renewed ? send() : throwError(() => error))));
    }),
  );
};
