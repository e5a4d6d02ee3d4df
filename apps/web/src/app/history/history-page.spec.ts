import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Subject } from 'rxjs';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { HistoryPage } from './history-page';
import { event } from './test/event';

const id = '0198c000-0000-7000-8000-000000000001';

describe('HistoryPage', () => {
  it('tells the log by day, the latest first, with what was said', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: Live, useValue: { events: new Subject() } },
      ],
    });
    TestBed.inject(I18n).choose('nb');
    const fixture = TestBed.createComponent(HistoryPage);
    fixture.componentRef.setInput('id', id);
    fixture.detectChanges();
    const ofServer = { actor: { id, name: 'Kari Holm' }, articleId: id, subjectId: id };
    const http = TestBed.inject(HttpTestingController);
    http.expectOne(`/api/articles/${id}`).flush({}, { status: 404, statusText: 'Not found' });
    http.expectOne(`/api/articles/${id}/revisions`).flush({ items: [] });
    http.expectOne(`/api/articles/${id}/events`).flush({
      items: [
        event(
          'annotation.returned',
          { exact: 'Seoul vurderer', comment: 'Hvem andre?' },
          { ...ofServer, id: '2', at: '2024-12-02T12:00:00.000Z' },
        ),
        event('article.created', {}, { ...ofServer, id: '1', at: '2024-12-01T12:00:00.000Z' }),
      ],
    });
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    expect([...page.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual([
      '2. desember 2024',
      '1. desember 2024',
    ]);
    expect(
      [...page.querySelectorAll('li')].map((entry) =>
        entry.querySelector('p')?.textContent?.replace(/\s+/g, ' ').trim(),
      ),
    ).toEqual(['Kari Holm sendte tilbake «Seoul vurderer»', 'Kari Holm opprettet artikkelen']);
    expect(page.querySelector('.comment')?.textContent).toBe('Hvem andre?');
    expect(page.querySelector('li a')?.getAttribute('href')).toBe(`/articles/${id}?annotation=${id}`);
  });
});
