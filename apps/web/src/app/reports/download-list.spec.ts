import { TestBed } from '@angular/core/testing';
import { I18n } from '../shell/i18n';
import { DownloadList } from './download-list';

describe('DownloadList', () => {
  it('asks for CSV as the spreadsheets of the reader expect it, whatever language the article is in', async () => {
    const fixture = TestBed.createComponent(DownloadList);
    fixture.componentRef.setInput('subject', { report: '7' });
    fixture.componentRef.setInput('profile', 'internal');
    const addresses = () =>
      [...(fixture.nativeElement as HTMLElement).querySelectorAll('li a')].map((link) => link.getAttribute('href'));
    const csv = () => addresses().filter((address) => address?.includes('separator'));
    const i18n = TestBed.inject(I18n);
    i18n.choose('nb');
    await fixture.whenStable();
    expect(csv()).toEqual(['/api/reports/7?format=csv&profile=internal&separator=semicolon']);
    i18n.choose('en');
    await fixture.whenStable();
    expect(csv()).toEqual(['/api/reports/7?format=csv&profile=internal&separator=comma']);
  });
});
