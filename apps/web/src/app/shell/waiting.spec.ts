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
    expect(TestBed.inject(Waiting).count()).toBe(0);
  });

  it('asks again when something was submitted or decided, and not at other news', async () => {
    jest.useFakeTimers();
    can.mockReturnValue(true);
    const http = start();
    expect(TestBed.inject(Waiting).count()).toBeUndefined();
    http.expectOne('/api/reviews/count').flush({ claims: 60, marks: 2 });
    await jest.advanceTimersByTimeAsync(10);
    expect(TestBed.inject(Waiting).count()).toBe(62);
    events.next({ type: 'source.created' });
    await jest.advanceTimersByTimeAsync(1000);
    TestBed.tick();
    http.verify();
    for (const type of ['annotation.submitted', 'annotation.approved'] as const) events.next({ type });
    await jest.advanceTimersByTimeAsync(1000);
    TestBed.tick();
    expect(http.match('/api/reviews/count')).toHaveLength(1);
    jest.useRealTimers();
  });
});
