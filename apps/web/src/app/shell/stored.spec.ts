import { TestBed } from '@angular/core/testing';
import { read, storedChoice, write } from './stored';

describe('What this browser keeps', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => jest.restoreAllMocks());
  const choice = () => TestBed.runInInjectionContext(() => storedChoice('theme', ['system', 'dark'], 'system'));

  it('is nothing until somebody chooses', () => {
    const theme = choice();
    TestBed.tick();
    expect(localStorage.length).toBe(0);
    theme.set('dark');
    TestBed.tick();
    expect(read('theme')).toBe('dark');
    expect(choice()()).toBe('dark');
    theme.set('system');
    TestBed.tick();
    expect(read('theme')).toBe('system');
  });

  it('is ignored when it is no choice any more', () => {
    write('theme', 'sepia');
    expect(choice()()).toBe('system');
  });

  it('may be closed: then choices last as long as the page, and a text says that it was not kept', () => {
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('closed');
    });
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const theme = choice();
    theme.set('dark');
    TestBed.tick();
    expect(theme()).toBe('dark');
    expect([read('theme'), write('draft', 'x')]).toEqual([undefined, false]);
  });
});
