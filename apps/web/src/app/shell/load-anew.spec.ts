import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Connection } from './connection';
import { loadAnew } from './load-anew';
import { Toasts } from './toasts';

const missing = new TypeError('Failed to fetch dynamically imported module: http://127.0.0.1/chunk-A.js');

describe('loadAnew', () => {
  const assign = jest.fn();
  const check = jest.fn<Promise<boolean>, []>();
  const lose = jest.fn();
  const say = jest.fn();
  const kept = new Map<string, string>();
  const sessionStorage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };

  beforeEach(() => {
    jest.resetAllMocks();
    kept.clear();
    TestBed.configureTestingModule({
      providers: [
        { provide: Connection, useValue: { check, lose } },
        { provide: Toasts, useValue: { say } },
        {
          provide: DOCUMENT,
          useValue: {
            defaultView: { location: { assign }, sessionStorage },
            documentElement: document.documentElement,
          },
        },
      ],
    });
  });
  const fail = (error: unknown): Promise<void> =>
    TestBed.runInInjectionContext(() => loadAnew({ url: '/sources', error }));

  it('loads the whole page at the address, once, when the server has a newer one', async () => {
    check.mockResolvedValue(true);
    await fail(missing);
    await fail(missing);
    expect(assign.mock.calls).toEqual([['/sources']]);
    expect(say).toHaveBeenCalledTimes(1);
  });

  it('leaves the page as it is while the server is away, and says so', async () => {
    check.mockResolvedValue(false);
    await fail(missing);
    expect(assign).not.toHaveBeenCalled();
    expect(lose).toHaveBeenCalledTimes(1);
    expect(say).toHaveBeenCalledTimes(1);
  });

  it('hides no other fault', async () => {
    await expect(fail(new TypeError('x is not a function'))).rejects.toThrow('x is not a function');
    expect(assign).not.toHaveBeenCalled();
  });
});
