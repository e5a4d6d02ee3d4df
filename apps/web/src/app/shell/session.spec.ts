import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Component } from '@angular/core';
import { routes, type Problem, type SessionView } from '@belegg/contract';
import { Api } from './api';
import { ProblemError } from './problem-error';
import { Session } from './session';
import { permitted, signedIn, signedOut } from './session.guard';

const id = '01938000-0000-7000-8000-000000000001';
const kari: SessionView = {
  account: { id, name: 'Kari', email: 'kari@demo.test' },
  newsroom: { id, name: 'Avisen' },
  roles: ['editor'],
  mustChangePassword: false,
  newsrooms: [{ id, name: 'Avisen' }],
};
const refused = (code: Problem['code'], status: number): ProblemError =>
  new ProblemError({ type: '', code, title: '', status, detail: '' });

@Component({ template: 'room' })
class Room {}
@Component({ template: 'nothing here' })
class Nothing {}

describe('Session', () => {
  const call = jest.fn();
  beforeEach(() => {
    call.mockReset();
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: { call } },
        provideRouter([
          { path: 'sign-in', canActivate: [signedOut], component: Room },
          { path: 'password', component: Room },
          {
            path: '',
            canActivate: [signedIn],
            children: [
              { path: 'people', canMatch: [permitted('manage')], component: Room },
              { path: 'articles', component: Room },
              { path: '**', component: Nothing },
            ],
          },
        ]),
      ],
    });
  });
  const goTo = async (url: string): Promise<string> => {
    await RouterTestingHarness.create(url);
    return TestBed.inject(Router).url;
  };

  it('asks once who is signed in', async () => {
    call.mockResolvedValue(kari);
    const session = TestBed.inject(Session);
    const both = await Promise.all([session.ready(), session.ready()]);
    await session.ready();
    expect(both).toEqual([kari, kari]);
    expect(call).toHaveBeenCalledTimes(1);
    expect(call).toHaveBeenCalledWith(routes.whoAmI, {});
  });

  it('offers what the roles permit, and nothing to nobody', async () => {
    call.mockResolvedValue(kari);
    const session = TestBed.inject(Session);
    expect(session.can('read')).toBe(false);
    await session.ready();
    expect([session.can('write'), session.can('review'), session.can('manage')]).toEqual([true, false, false]);
  });

  it('waits for a server that cannot be reached, and does not take that for "signed out"', async () => {
    jest.useFakeTimers();
    call.mockRejectedValueOnce(refused('unavailable', 0)).mockResolvedValue(kari);
    const asked = TestBed.inject(Session).ready();
    await jest.advanceTimersByTimeAsync(2500);
    jest.useRealTimers();
    await expect(asked).resolves.toEqual(kari);
  });

  it('forgets who it was after signing out', async () => {
    call.mockResolvedValue(kari);
    const session = TestBed.inject(Session);
    await session.ready();
    await session.signOut();
    expect(session.current()).toBeUndefined();
  });

  it('leads somebody unknown to the door and remembers where they were going', async () => {
    call.mockRejectedValue(refused('unauthenticated', 401));
    expect(await goTo('/articles?q=1')).toBe('/sign-in?back=%2Farticles%3Fq%3D1');
  });

  it('asks the server once that nobody is signed in, and opens the door', async () => {
    call.mockRejectedValue(refused('unauthenticated', 401));
    expect(await goTo('/people')).toBe('/sign-in?back=%2Fpeople');
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('leads who is signed in past the door', async () => {
    call.mockResolvedValue(kari);
    expect(await goTo('/sign-in')).not.toContain('sign-in');
  });

  it('lets in who is signed in', async () => {
    call.mockResolvedValue(kari);
    expect(await goTo('/articles')).toBe('/articles');
  });

  it('has a one-time password changed before anything else', async () => {
    call.mockResolvedValue({ ...kari, mustChangePassword: true });
    expect(await goTo('/articles')).toBe('/password?back=%2Farticles');
  });

  it('hides a room from those who may not use it', async () => {
    call.mockResolvedValue(kari);
    const harness = await RouterTestingHarness.create('/people');
    expect(harness.routeNativeElement?.textContent).toBe('nothing here');
  });

  it('shows it to those who may', async () => {
    call.mockResolvedValue({ ...kari, roles: ['admin'] });
    const harness = await RouterTestingHarness.create('/people');
    expect(harness.routeNativeElement?.textContent).toBe('room');
  });
});
