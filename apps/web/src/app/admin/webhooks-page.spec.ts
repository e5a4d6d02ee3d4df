import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { DeliveryView, WebhookView } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { DeliveryList } from './delivery-list';
import { WebhooksPage } from './webhooks-page';

const settle = () => new Promise((resolve) => setTimeout(resolve));
const at = '2024-12-01T10:00:00Z';
const id = (number: number) => `01938000-0000-7000-8000-00000000000${number}`;

describe('webhooks', () => {
  let http: HttpTestingController;
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    TestBed.inject(I18n).choose('nb');
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  it('show who is told of what, add one, and show its secret once', async () => {
    const fixture = TestBed.createComponent(WebhooksPage);
    fixture.detectChanges();
    const page = fixture.nativeElement as HTMLElement;
    const list = async (items: readonly Partial<WebhookView>[]) => {
      await settle();
      TestBed.tick();
      http.expectOne({ method: 'GET', url: '/api/webhooks' }).flush({ items });
      await settle();
      await fixture.whenStable();
    };
    await list([
      { id: id(1), url: 'https://a.test/', types: [], createdAt: at, waiting: 1, failed: 2 },
      {
        id: id(2),
        url: 'https://b.test/',
        types: ['article.changedAfterSignOff'],
        createdAt: at,
        waiting: 0,
        failed: 0,
      },
    ]);
    for (const said of ['Alt som skjer', '1 venter, 2 kom ikke fram', 'ga en sluttgodkjent artikkel ny tekst'])
      expect(page.textContent).toContain(said);
    const address = page.querySelector<HTMLInputElement>('input[type=url]');
    if (!address) throw new Error('no address is asked for');
    address.value = 'https://c.test/';
    address.dispatchEvent(new Event('input'));
    page.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    page.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await settle();
    const sent = http.expectOne({ method: 'POST', url: '/api/webhooks' });
    expect(sent.request.body).toEqual({ url: 'https://c.test/', types: ['article.changedAfterSignOff'] });
    sent.flush({
      id: id(3),
      url: 'https://c.test/',
      types: [],
      createdAt: at,
      waiting: 0,
      failed: 0,
      secret: 'whsec_x',
    });
    await list([]);
    expect(page.textContent).toContain('whsec_x');
  });

  it('show what was sent and what became of it, and send it again', async () => {
    const fixture = TestBed.createComponent(DeliveryList);
    fixture.componentRef.setInput('webhookId', id(1));
    fixture.componentRef.setInput('nameOf', (type: string) => type);
    fixture.detectChanges();
    const page = fixture.nativeElement as HTMLElement;
    const path = `/api/webhooks/${id(1)}/deliveries`;
    const list = async (items: readonly DeliveryView[]) => {
      await settle();
      TestBed.tick();
      http.expectOne({ method: 'GET', url: path }).flush({ items });
      await settle();
      await fixture.whenStable();
    };
    const delivery = { id: id(5), type: 'report.signed', createdAt: at } as const;
    await list([{ ...delivery, state: 'failed', attempts: 15, status: 500 }]);
    expect(page.textContent).toContain('Kom ikke fram');
    expect(page.textContent).toContain('forsøkt 15 ganger');
    expect(page.textContent).toContain('svaret var 500');
    page.querySelector('button')?.click();
    await settle();
    http
      .expectOne({ method: 'POST', url: `${path}/${id(5)}/resend` })
      .flush({ ...delivery, state: 'waiting', attempts: 15 });
    await list([{ ...delivery, state: 'waiting', attempts: 15 }]);
    expect(page.textContent).toContain('Venter');
  });
});
