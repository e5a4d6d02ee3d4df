import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { I18n } from '../shell/i18n';
import { SettingsPage } from './settings-page';

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('SettingsPage', () => {
  it('says what each choice changes, and saves what was chosen by the ETag that was seen', async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
    TestBed.inject(I18n).choose('nb');
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(SettingsPage);
    fixture.detectChanges();
    await settle();
    http
      .expectOne('/api/newsroom/profile')
      .flush({ homepage: '', logo: '', correctionsPolicy: '', publicPath: '/n/1', etag: '"p1"' });
    http.expectOne('/api/newsroom/settings').flush({ sourceRule: 'one', longestPassage: 3, etag: '"s1"' });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const [none, one, strong] = page.querySelectorAll<HTMLInputElement>('input[type=radio]');
    expect([none?.checked, one?.checked, strong?.checked]).toEqual([false, true, false]);
    expect(page.textContent).toContain('begrunnelsen står i rapporten');
    const save = page.querySelector<HTMLButtonElement>('button[type=submit]');
    expect(save?.getAttribute('aria-disabled')).toBe('true');
    strong?.click();
    const length = page.querySelector<HTMLInputElement>('input[type=number]');
    if (!length) throw new Error('the length of a passage is not asked for');
    length.value = '0';
    length.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect(page.textContent).toContain('et helt tall fra 1 til 100');
    save?.click();
    length.value = '5';
    length.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    save?.click();
    await settle();
    const sent = http.expectOne('/api/newsroom/settings');
    expect([sent.request.method, sent.request.body, sent.request.headers.get('If-Match')]).toEqual([
      'PUT',
      { sourceRule: 'strong', longestPassage: 5 },
      '"s1"',
    ]);
    sent.flush({ sourceRule: 'strong', longestPassage: 5, etag: '"s2"' });
    await fixture.whenStable();
    expect(strong?.checked).toBe(true);
  });
});
