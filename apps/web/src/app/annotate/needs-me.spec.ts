import { nextNeeding } from './needs-me';

describe('nextNeeding', () => {
  const needing =
    (...indexes: number[]) =>
    (index: number) =>
      indexes.includes(index);

  it('goes forward, then round', () => {
    expect(nextNeeding(1, 5, needing(0, 3))).toBe(3);
    expect(nextNeeding(3, 5, needing(0, 3))).toBe(0);
  });

  it('comes back to where it was only when nothing else needs', () => {
    expect(nextNeeding(2, 5, needing(2))).toBe(2);
    expect(nextNeeding(2, 5, needing())).toBeUndefined();
    expect(nextNeeding(0, 0, needing(0))).toBeUndefined();
  });
});
