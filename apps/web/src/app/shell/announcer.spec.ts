import { TestBed } from '@angular/core/testing';
import { Announcer } from './announcer';

describe('Announcer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('says it in a live region beside the page, and says the same twice', () => {
    const announcer = TestBed.inject(Announcer);
    const region = document.body.querySelector(':scope > [aria-live=polite]')!;
    announcer.say('Lagret.');
    jest.advanceTimersByTime(100);
    expect(region.textContent).toBe('Lagret.');
    announcer.say('Lagret.');
    expect(region.textContent).toBe('');
    jest.advanceTimersByTime(100);
    expect(region.textContent).toBe('Lagret.');
  });

  it('says the latest of what comes at once', () => {
    const announcer = TestBed.inject(Announcer);
    const region = [...document.body.querySelectorAll(':scope > [aria-live=polite]')].at(-1)!;
    announcer.say('Lagrer.');
    announcer.say('Lagret.');
    jest.advanceTimersByTime(300);
    expect(region.textContent).toBe('Lagret.');
  });
});
