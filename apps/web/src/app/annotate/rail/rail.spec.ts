import { TestBed } from '@angular/core/testing';
import { I18n } from '../../shell/i18n';
import { annotation, scene } from '../test/scene';
import { Rail } from './rail';

describe('Rail', () => {
  async function rail() {
    const { pageFocus } = await scene({
      annotations: [
        annotation(20, 18, 30, { verdict: 'denied', status: 'approved' }),
        annotation(21, 18, 25, { status: 'draft' }),
      ],
    });
    TestBed.inject(I18n).choose('nb');
    const fixture = TestBed.createComponent(Rail);
    await fixture.whenStable();
    const slider = (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('[role=slider]')!;
    const press = async (key: string) => {
      slider.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await fixture.whenStable();
    };
    return { pageFocus, slider, press };
  }

  it('is one slider over the sentences that says where it is and what is said there', async () => {
    const { slider, press } = await rail();
    expect(slider.getAttribute('aria-valuetext')).toBe('Setning 1 av 3, Ikke sjekket');
    await press('ArrowDown');
    expect([slider.getAttribute('aria-valuenow'), slider.getAttribute('aria-valuetext')]).toEqual([
      '2',
      'Setning 2 av 3, Utkast, Bekreftet',
    ]);
    await press('End');
    await press('ArrowDown');
    expect(slider.getAttribute('aria-valuenow')).toBe('3');
    await press('Home');
    expect(slider.getAttribute('aria-valuenow')).toBe('1');
  });

  it('shows each sentence in the colour of what gives it its state, and jumps on a click', async () => {
    const { pageFocus, slider } = await rail();
    const ticks = [...slider.querySelectorAll<HTMLElement>('.tick')];
    expect(
      ticks.map(({ classList }) => ['confirmed', 'denied', 'full', 'here'].filter((name) => classList.contains(name))),
    ).toEqual([['here'], ['confirmed'], []]);
    ticks[2]!.click();
    expect(pageFocus.target()).toEqual({ sentence: 2, take: 'focus' });
  });
});
