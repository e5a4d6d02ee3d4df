import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { I18n, messagesOf } from './i18n';

const messages = messagesOf('spec', {
  nb: {
    hello: 'Hei, {{name}}',
    left_one: '{{count}} igjen',
    left_other: '{{count}} igjen til sammen',
    'a.b': 'med punktum',
  },
  en: {
    hello: 'Hello, {{name}}',
    left_one: '{{count}} left',
    left_other: '{{count}} left in all',
    'a.b': 'with a dot',
  },
});

@Component({ template: `{{ t('hello', { name }) }}` })
class Host {
  protected readonly name = '<Kari>';
  protected readonly t = inject(I18n).of(messages);
}

describe('I18n', () => {
  beforeEach(() => localStorage.clear());

  it('follows a switch of language in what is already on the page', async () => {
    const i18n = TestBed.inject(I18n);
    i18n.choose('nb');
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    expect(fixture.nativeElement.textContent).toBe('Hei, <Kari>');
    i18n.choose('en');
    await fixture.whenStable();
    expect(fixture.nativeElement.textContent).toBe('Hello, <Kari>');
    expect(document.documentElement.lang).toBe('en');
    expect(localStorage.getItem('belegg.language')).toBe('en');
  });

  it('begins with the language that was chosen last', () => {
    localStorage.setItem('belegg.language', 'nb');
    expect(TestBed.inject(I18n).language()).toBe('nb');
  });

  it('takes the language of the browser when none was chosen, and ignores what it does not know', () => {
    localStorage.setItem('belegg.language', 'xx');
    expect(navigator.languages).toEqual(['en-US', 'en']);
    expect(TestBed.inject(I18n).language()).toBe('en');
  });

  it('chooses between one and many, and allows dots in keys', () => {
    const i18n = TestBed.inject(I18n);
    i18n.choose('nb');
    const t = i18n.of(messages);
    expect([t('left', { count: 1 }), t('left', { count: 0 }), t('left', { count: 7 })]).toEqual([
      '1 igjen',
      '0 igjen til sammen',
      '7 igjen til sammen',
    ]);
    expect(t('a.b')).toBe('med punktum');
  });

  it('writes days as days, whatever the time zone', () => {
    const i18n = TestBed.inject(I18n);
    i18n.choose('nb');
    expect(i18n.day('2024-12-01')).toBe('1. desember 2024');
    i18n.choose('en');
    expect(i18n.day('2024-12-01')).toBe('1 December 2024');
    expect(i18n.list(['Kari', 'Ola', 'Per'])).toBe('Kari, Ola and Per');
  });
});
