import { TestBed } from '@angular/core/testing';
import { Avatar } from './avatar';

async function show(name: string): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(Avatar);
  fixture.componentRef.setInput('name', name);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('Avatar', () => {
  it.each([
    ['Kari Hansen', 'KH'],
    ['Øystein Ås Berg', 'ØB'],
    ['  kim   jong-un ', 'KJ'],
    ['Madonna', 'M'],
    ['𝒜da Lovelace', '𝒜L'],
    ['', ''],
  ])('writes %s as %s', async (name, initials) => {
    expect((await show(name)).textContent).toBe(initials);
  });

  it('says the whole name to who cannot see it, and gives it one hue', async () => {
    const avatar = await show('Kari Hansen');
    expect([avatar.getAttribute('role'), avatar.getAttribute('aria-label')]).toEqual(['img', 'Kari Hansen']);
    const hue = (element: HTMLElement): string => element.style.getPropertyValue('--hue');
    expect(hue(avatar)).toBe(hue(await show('Kari Hansen')));
    expect(hue(avatar)).not.toBe(hue(await show('Ola Nordmann')));
  });
});
