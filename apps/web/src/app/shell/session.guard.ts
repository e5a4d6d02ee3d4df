import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import type { Permission } from '@belegg/domain';
import { Session } from './session';

/** Lets in who is signed in; others sign in first and come back to where they were going. */
export const signedIn: CanActivateFn = async (_, target) => {
  const router = inject(Router);
  const session = await inject(Session).ready();
  const back = { queryParams: { back: target.url === '/' ? undefined : target.url } };
  if (!session) return router.createUrlTree(['/sign-in'], back);
  return session.mustChangePassword ? router.createUrlTree(['/password'], back) : true;
};

/** Leads who is signed in already past the door. */
export const signedOut: CanActivateFn = async () => {
  const router = inject(Router);
  return (await inject(Session).ready()) ? router.createUrlTree(['/']) : true;
};

/** Shows a room only to those who may use it; to others it does not exist. */
export const permitted =
  (permission: Permission): CanMatchFn =>
  async () => {
    const session = inject(Session);
    await session.ready();
    return session.can(permission);
  };
