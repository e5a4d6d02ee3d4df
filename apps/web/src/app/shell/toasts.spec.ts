import { TestBed } from '@angular/core/testing';
import { Announcer } from './announcer';
import { ToastList } from './toast-list';
import { Toasts } from './toasts';

describe('Toasts', () => {
  const say = jest.fn();
  beforeEach(() => {
    jest.useFakeTimers();
    say.mockClear();
    TestBed.configureTestingModule({ providers: [{ provide: Announcer, useValue: { say } }] });
  });
  afterEach(() => jest.useRealTimers());

  it('says it to the eye for a while, and to a screen reader', () => {
    const toasts = TestBed.inject(Toasts);
    toasts.say('Lagret.');
    expect(say).toHaveBeenCalledWith('Lagret.');
    expect(toasts.all()).toEqual([{ text: 'Lagret.' }]);
    jest.advanceTimersByTime(6001);
    expect(toasts.all()).toEqual([]);
  });

  it('keeps one with an action until it is answered', () => {
    const undo = jest.fn();
    const toasts = TestBed.inject(Toasts);
    const fixture = TestBed.createComponent(ToastList);
    toasts.say('Tømt.', { label: 'Angre', run: undo });
    jest.advanceTimersByTime(60_000);
    fixture.detectChanges();
    const [action] = [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')];
    expect(action?.textContent).toBe('Angre');
    action?.click();
    fixture.detectChanges();
    expect(undo).toHaveBeenCalledTimes(1);
    expect(toasts.all()).toEqual([]);
  });

  it('shows one thing that passes at a time, beside what waits for an answer', () => {
    const toasts = TestBed.inject(Toasts);
    toasts.say('Ny versjon.', { label: 'Last på nytt', run: () => undefined });
    for (const text of ['1', '2']) toasts.say(text);
    toasts.sayBriefly('3', { label: 'Angre', run: () => undefined });
    toasts.say('4');
    expect(toasts.all().map(({ text }) => text)).toEqual(['Ny versjon.', '4']);
  });
});
