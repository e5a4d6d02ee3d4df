import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { BarContent } from './bar';
import { Dialogs } from './dialogs';
import { Frame } from './frame';
import { I18n } from './i18n';
import { Session } from './session';
import { Unread } from './unread';
import { Waiting } from './waiting';

@Component({
  imports: [BarContent],
  template: `<ng-template appBar="middle"
      ><b>{{ title() }}</b></ng-template
    >
    <h1>Article</h1>`,
})
class ArticlePage {
  protected readonly title = signal('Nord-Korea lover støtte');
}
@Component({ template: `<h1>Other</h1>` })
class OtherPage {}

describe('Frame', () => {
  const open = jest.fn().mockResolvedValue(undefined);
  const can = jest.fn((permission: string) => permission === 'read');
  const waiting = signal(3);
  let harness: RouterTestingHarness;
  const page = (): HTMLElement => harness.fixture.nativeElement as HTMLElement;
  const middle = (): string => page().querySelector('.middle')?.textContent ?? '';

  beforeEach(async () => {
    open.mockClear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          {
            path: '',
            component: Frame,
            children: [
              { path: 'a', component: ArticlePage },
              { path: 'b', component: OtherPage },
            ],
          },
        ]),
        { provide: Dialogs, useValue: { open } },
        {
          provide: Session,
          useValue: {
            can,
            current: signal({ account: { name: 'Kari Hansen' }, newsroom: { id: '1', name: 'Avisen' }, newsrooms: [] }),
          },
        },
        { provide: Waiting, useValue: { count: waiting } },
        { provide: Unread, useValue: { count: signal(2) } },
      ],
    });
    TestBed.inject(I18n).choose('nb');
    harness = await RouterTestingHarness.create('/a');
  });

  it('shows what the page puts into the bar, and clears it with the page', async () => {
    expect(middle()).toBe('Nord-Korea lover støtte');
    await harness.navigateByUrl('/b');
    expect(middle()).toBe('');
  });

  it('puts the keyboard at the top of a new page, and leaves it alone when only a parameter changes', async () => {
    await harness.navigateByUrl('/b');
    expect(document.activeElement?.tagName).toBe('MAIN');
    (document.activeElement as HTMLElement).blur();
    await harness.navigateByUrl('/b?filter=1');
    expect(document.activeElement?.tagName).toBe('BODY');
  });

  it('says what waits, in words for who cannot see the number', () => {
    const link = page().querySelector('app-navigation a[href="/review"]');
    expect(link?.querySelector('.count')?.textContent).toBe('3');
    expect(link?.querySelector('.visually-hidden')?.textContent).toContain('3 venter på deg');
  });

  it('says how much one was told of', () => {
    const link = page().querySelector('app-navigation a[href="/notifications"]');
    expect(link?.textContent).toMatch(/Varsler\s*2\s*, 2 uleste/);
  });

  it('shows the way to people only to who manages them', async () => {
    expect(page().querySelector('a[href="/admin/members"]')).toBeNull();
    can.mockImplementation(() => true);
    const other = TestBed.createComponent(Frame);
    await other.whenStable();
    expect(other.nativeElement.querySelector('a[href="/admin/members"]')).not.toBeNull();
  });

  it('opens the list of keys with ?', () => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', shiftKey: true, bubbles: true }));
    expect(open).toHaveBeenCalledTimes(1);
    const [, shortcuts] = open.mock.calls[0] as [unknown, readonly { description: () => string }[]];
    expect(shortcuts.map(({ description }) => description())).toEqual(['Vis snarveiene', 'Finn og utfør']);
  });

  it('switches the language of all that stands on it at once', async () => {
    TestBed.inject(I18n).choose('en');
    await harness.fixture.whenStable();
    expect(page().querySelector('app-navigation a')?.textContent).toBe('Articles');
  });
});
