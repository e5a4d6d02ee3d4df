import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { EventView } from '@belegg/contract';
import { Subject } from 'rxjs';
import { Live } from './live';
import { Session } from './session';
import { Waiting } from './waiting';

describe('Waiting', () => {
  const events = new Subject<Pick<EventView, 'type'>>();
  const can = jest.fn<boolean, [string]>();
  const start = (): HttpTestingController => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: Live, useValue: { events } },
        { provide: Session, useValue: { can } },
      ],
    });
    TestBed.inject(Waiting);
    TestBed.tick();
    return TestBed.inject(HttpTestingController);
  };

  it('asks for nothing in the name of somebody who reviews nothing', () => {
    can.mockReturnValue(false);
    start().verify();
    expect(TestBed.inject(Waiting).count()).toEqual({ items: 0, more: false });
  });

  it('asks again when something was submitted or decided, and not at other news', async () => {
    jest.useFakeTimers();
    can.mockReturnValue(true);
    const http = start();
    expect(TestBed.inject(Waiting).count()).toBeUndefined();
    http.expectOne('/api/reviews?status=submitted').flush({ items: [], nextCursor: 'n' });
    http.expectOne('/api/reviews/marks').flush({ items: [] });
    await jest.advanceTimersByTimeAsync(10);
    expect(TestBed.inject(Waiting).count()).toEqual({ items: 0, more: true });
    events.next({ type: 'source.created' });
    await jest.advanceTimersByTimeAsync(1000);
    TestBed.tick();
    http.verify();
    for (const type of ['annotation.submitted', 'annotation.approved'] as const) events.next({ type });
    await jest.advanceTimersByTimeAsync(1000);
    TestBed.tick();
    for (const path of ['/api/reviews?status=submitted', '/api/reviews/marks'])
      expect(http.match(path)).toHaveLength(1);
    jest.useRealTimers();
  });
});
