import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { notificationKinds, type NotificationView } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { Toasts } from '../shell/toasts';
import { Unread } from '../shell/unread';
import { NotificationChoices } from './notification-choices';
import { NotificationsPage } from './notifications-page';

const settle = () => new Promise((resolve) => setTimeout(resolve));
const idOf = (number: number) => `01938000-0000-7000-8000-00000000000${number}`;
const one = (number: number, more: Partial<NotificationView>): NotificationView => ({
  id: idOf(number),
  kind: 'mention',
  at: '2024-12-01T10:00:00Z',
  isRead: false,
  article: { id: idOf(9), title: 'Raketten' },
  ...more,
});

describe('notifications', () => {
  let http: HttpTestingController;
  const set = jest.fn();
  beforeEach(() => {
    set.mockClear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', children: [] }]),
        { provide: Unread, useValue: { count: signal(1), set } },
        { provide: Toasts, useValue: { say: jest.fn() } },
      ],
    });
    TestBed.inject(I18n).choose('nb');
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  it('say what happened and lead to it; what is followed was read', async () => {
    const fixture = TestBed.createComponent(NotificationsPage);
    const page = fixture.nativeElement as HTMLElement;
    const list = async (items: readonly NotificationView[]) => {
      await settle();
      TestBed.tick();
      http.expectOne('/api/notifications').flush({ items });
      await settle();
      await fixture.whenStable();
    };
    fixture.detectChanges();
    const items = [
      one(1, { kind: 'question', actor: { id: idOf(8), name: 'Eva' }, annotationId: idOf(7) }),
      one(2, { kind: 'lapse', count: 3, isRead: true }),
      one(3, { kind: 'signOff', annotationId: idOf(7), isRead: true }),
    ];
    await list(items);
    const links = [...page.querySelectorAll<HTMLAnchorElement>('a.what')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      `/articles/${idOf(9)}?annotation=${idOf(7)}`,
      `/articles/${idOf(9)}`,
      `/articles/${idOf(9)}/report`,
    ]);
    expect(links[0]?.textContent).toMatch(/ulest:\s+Eva spør deg om noe/);
    expect(links[1]?.textContent).toContain('3 påstander');
    links[0]?.click();
    const call = http.expectOne({ method: 'POST', url: '/api/notifications/marks' });
    expect(call.request.body).toEqual({ ids: [idOf(1)], isRead: true });
    call.flush({ unread: 0 });
    await list(items);
    expect(set).toHaveBeenCalledWith(0);
  });

  it('are chosen by kind and way; without a mail server in the page alone', async () => {
    const fixture = TestBed.createComponent(NotificationChoices);
    const page = fixture.nativeElement as HTMLElement;
    const choices = {
      inPage: [...notificationKinds],
      byMail: ['mention' as const],
      rhythm: 'soon' as const,
      quietFrom: 22,
      quietUntil: 7,
      language: 'nb' as const,
    };
    fixture.detectChanges();
    await settle();
    http.expectOne('/api/notifications/choices').flush({ ...choices, canMail: true });
    await fixture.whenStable();
    const box = (label: string) => page.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
    expect(box('Noen nevner deg: E-post')?.checked).toBe(true);
    box('Noen nevner deg: E-post')?.click();
    box('Noen spør deg om noe: På siden')?.click();
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const call = http.expectOne({ method: 'PUT', url: '/api/notifications/choices' });
    const inPage = notificationKinds.filter((kind) => kind !== 'question');
    expect(call.request.body).toEqual({ ...choices, inPage, byMail: [] });
    call.flush({ ...choices, inPage, byMail: [], canMail: false });
    await settle();
    await fixture.whenStable();
    expect(page.textContent).toContain('sender ikke e-post');
    expect(page.querySelector('select')).toBeNull();
  });
});
