import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { I18n } from '../shell/i18n';
import { PublicProfile } from './public-profile';

const settle = () => new Promise((resolve) => setTimeout(resolve));
const stored = { homepage: '', logo: '', correctionsPolicy: '', publicPath: '/n/1', etag: '"p1"' };

describe('PublicProfile', () => {
  it('saves what was written by the ETag that was seen, once the addresses are addresses', async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    TestBed.inject(I18n).choose('nb');
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(PublicProfile);
    fixture.detectChanges();
    await settle();
    http.expectOne('/api/newsroom/profile').flush(stored);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const write = async (control: HTMLInputElement | HTMLTextAreaElement | null, text: string) => {
      if (!control) throw new Error('there is no such field');
      control.value = text;
      control.dispatchEvent(new Event('input'));
      await fixture.whenStable();
    };
    const save = page.querySelector<HTMLButtonElement>('button[type=submit]');
    expect(save?.getAttribute('aria-disabled')).toBe('true');
    await write(page.querySelector('input'), 'javascript:alert(1)');
    expect(page.textContent).toContain('må begynne med https://');
    save?.click();
    http.expectNone('/api/newsroom/profile');
    await write(page.querySelector('input'), 'https://avisen.test/');
    await write(page.querySelector('textarea'), 'Skriv til oss.');
    save?.click();
    await settle();
    const sent = http.expectOne('/api/newsroom/profile');
    const body = { homepage: 'https://avisen.test/', logo: '', correctionsPolicy: 'Skriv til oss.' };
    expect([sent.request.method, sent.request.body, sent.request.headers.get('If-Match')]).toEqual([
      'PUT',
      body,
      '"p1"',
    ]);
    sent.flush({ ...stored, ...body, etag: '"p2"' });
    await fixture.whenStable();
    expect(save?.getAttribute('aria-disabled')).toBe('true');
  });
});
