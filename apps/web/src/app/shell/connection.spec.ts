import { TestBed } from '@angular/core/testing';
import { Connection } from './connection';
import { ConnectionBanner } from './connection-banner';

describe('Connection', () => {
  const health = jest.fn<Promise<Pick<Response, 'status'>>, []>();
  beforeEach(() => {
    jest.useFakeTimers();
    health.mockReset();
    Object.assign(globalThis, { fetch: health });
  });
  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, 'fetch');
  });

  it('says that it is lost until the server answers again', async () => {
    health
      .mockRejectedValueOnce(new TypeError('failed'))
      .mockResolvedValueOnce({ status: 503 })
      .mockResolvedValue({ status: 200 });
    const connection = TestBed.inject(Connection);
    const banner = TestBed.createComponent(ConnectionBanner);
    const said = (): string => {
      banner.detectChanges();
      return (banner.nativeElement as HTMLElement).textContent ?? '';
    };
    expect(said()).toBe('');
    connection.lose();
    expect(said()).not.toBe('');
    await jest.advanceTimersByTimeAsync(6100);
    expect([connection.lost(), health.mock.calls.length]).toEqual([true, 2]);
    await jest.advanceTimersByTimeAsync(3000);
    expect([connection.lost(), health.mock.calls.length]).toEqual([false, 3]);
    expect(said()).toBe('');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(health).toHaveBeenCalledTimes(3);
  });

  it('asks only once at a time, however many calls fail', async () => {
    health.mockRejectedValue(new TypeError('failed'));
    const connection = TestBed.inject(Connection);
    for (let call = 0; call < 5; call += 1) connection.lose();
    await jest.advanceTimersByTimeAsync(3100);
    expect(health).toHaveBeenCalledTimes(1);
    connection.restore();
  });

  it('believes the browser that it is offline', () => {
    const connection = TestBed.inject(Connection);
    window.dispatchEvent(new Event('offline'));
    expect(connection.lost()).toBe(true);
    connection.restore();
  });
});
