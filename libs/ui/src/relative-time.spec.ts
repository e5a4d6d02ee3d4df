import { TestBed } from '@angular/core/testing';
import { RelativeTime } from './relative-time';

describe('RelativeTime', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date('2024-12-10T12:00:00Z') }));
  afterEach(() => jest.useRealTimers());

  function show(at: string, locale = 'nb-NO') {
    const fixture = TestBed.createComponent(RelativeTime);
    fixture.componentRef.setInput('at', at);
    fixture.componentRef.setInput('locale', locale);
    fixture.detectChanges();
    return fixture;
  }

  it.each([
    ['2024-12-10T11:59:40Z', 'nå'],
    ['2024-12-10T12:00:05Z', 'nå'],
    ['2024-12-10T11:52:00Z', 'for 8 min siden'],
    ['2024-12-10T10:30:00Z', 'for 1 t siden'],
    ['2024-12-09T11:00:00Z', 'i går'],
    ['2024-12-05T12:00:00Z', 'for 5 d. siden'],
    ['2024-11-22T12:00:00Z', '22. nov. 2024'],
  ])('says of %s: %s', (at, text) => {
    expect((show(at).nativeElement as HTMLElement).textContent).toBe(text);
  });

  it('keeps up with the clock, and stops when it is gone', () => {
    const fixture = show('2024-12-10T11:59:30Z', 'en-GB');
    const page = fixture.nativeElement as HTMLElement;
    expect(page.textContent).toBe('now');
    jest.advanceTimersByTime(60_000);
    fixture.detectChanges();
    expect(page.textContent).toBe('1 min ago');
    expect(page.querySelector('time')?.getAttribute('datetime')).toBe('2024-12-10T11:59:30Z');
    fixture.destroy();
    expect(jest.getTimerCount()).toBe(0);
  });
});
