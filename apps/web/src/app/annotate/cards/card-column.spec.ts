import { TestBed } from '@angular/core/testing';
import { Places } from '../places';
import { annotation, scene } from '../test/scene';
import { CardColumn } from './card-column';

describe('CardColumn', () => {
  const first = annotation(20, 0, 17);

  async function column() {
    await scene({ annotations: [first] });
    const places = TestBed.inject(Places);
    places.placePassages(new Map([[first.id, 100]]));
    const fixture = TestBed.createComponent(CardColumn);
    await fixture.whenStable();
    const card = (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('.place')!;
    const move = async (top: number) => {
      places.placePassages(new Map([[first.id, top]]));
      await fixture.whenStable();
    };
    const settle = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    };
    return {
      card,
      move,
      settle,
      place: () =>
        (fixture.componentInstance as unknown as { tops: () => ReadonlyMap<string, number> }).tops().get(first.id),
    };
  }

  it('follows the passage', async () => {
    const { move, place } = await column();
    expect(place()).toBe(100);
    await move(300);
    expect(place()).toBe(300);
  });

  it.each(['pointerup', 'pointercancel'])(
    'moves no card under a hand that presses it, and catches up after %s',
    async (end) => {
      const { card, move, settle, place } = await column();
      card.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }));
      await move(300);
      expect(place()).toBe(100);
      document.dispatchEvent(new MouseEvent(end));
      await settle();
      expect(place()).toBe(300);
    },
  );
});
