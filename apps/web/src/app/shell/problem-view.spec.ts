import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { I18n } from './i18n';
import { ProblemError } from './problem-error';
import { problemAt, ProblemView } from './problem-view';

const invalid = new ProblemError({
  type: '',
  code: 'invalid',
  title: 'Ugyldig',
  status: 422,
  detail: 'To felter er feil.',
  errors: [
    { pointer: '/title', detail: 'Tittelen mangler.' },
    { pointer: '/date', detail: 'Datoen finnes ikke.' },
  ],
});

@Component({
  imports: [ProblemView],
  template: `<app-problem [error]="error()" [fields]="['/title']" retryable (retry)="retried = retried + 1" />`,
})
class Host {
  readonly error = signal<unknown>(undefined);
  retried = 0;
}

describe('ProblemView', () => {
  it('shows nothing, then what the server says but for the errors that a form shows itself, and offers to try again only where that can help', async () => {
    const fixture = TestBed.createComponent(Host);
    const page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
    expect(page.querySelector('app-problem')?.hasAttribute('hidden')).toBe(true);
    fixture.componentInstance.error.set(invalid);
    await fixture.whenStable();
    expect(page.querySelector('[role=alert] p')?.textContent?.trim()).toBe('Ugyldig');
    expect([...page.querySelectorAll('li')].map((item) => item.textContent)).toEqual(['Datoen finnes ikke.']);
    expect(page.querySelector('button')).toBeNull();
    fixture.componentInstance.error.set(
      new ProblemError({ ...invalid.problem, code: 'unavailable', status: 503, errors: undefined }),
    );
    await fixture.whenStable();
    page.querySelector('button')?.click();
    expect(fixture.componentInstance.retried).toBe(1);
  });

  it('points to the fields when they say all of it', async () => {
    TestBed.inject(I18n).choose('nb');
    const fixture = TestBed.createComponent(Host);
    fixture.componentInstance.error.set(
      new ProblemError({ ...invalid.problem, errors: [{ pointer: '/title', detail: 'Tittelen mangler.' }] }),
    );
    await fixture.whenStable();
    expect(fixture.nativeElement.querySelector('[role=alert]')?.textContent).toContain(
      'Ugyldig Se feltene som er merket.',
    );
    expect(fixture.nativeElement.querySelector('li')).toBeNull();
  });

  it('gives the detail of what concerns no field', async () => {
    const fixture = TestBed.createComponent(Host);
    fixture.componentInstance.error.set(
      new ProblemError({
        type: '',
        code: 'in-use',
        title: 'I bruk',
        status: 409,
        detail: 'Kilden er i bruk tre steder.',
      }),
    );
    await fixture.whenStable();
    expect(fixture.nativeElement.querySelector('[role=alert] p')?.textContent).toContain(
      'I bruk Kilden er i bruk tre steder.',
    );
  });

  it('speaks for itself where no server does, and shows no technical words', async () => {
    const fixture = TestBed.createComponent(Host);
    fixture.componentInstance.error.set(new TypeError('x is not a function'));
    await fixture.whenStable();
    expect(fixture.nativeElement.textContent).not.toContain('function');
    expect(fixture.nativeElement.querySelector('[role=alert]')).not.toBeNull();
  });

  it('gives the error of one field', () => {
    expect([problemAt(invalid, '/title'), problemAt(invalid, '/author'), problemAt(new Error('x'), '/title')]).toEqual([
      'Tittelen mangler.',
      undefined,
      undefined,
    ]);
  });
});
