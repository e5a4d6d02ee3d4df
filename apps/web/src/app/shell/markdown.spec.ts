import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Markdown } from './markdown';

@Component({ imports: [Markdown], template: `<app-markdown [text]="text()" />` })
class Host {
  readonly text = signal('');
}

async function rendered(text: string): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(Host);
  fixture.componentInstance.text.set(text);
  // The parser comes by an import of its own.
  for (let i = 0; i < 20 && !(fixture.nativeElement as HTMLElement).textContent; i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    await fixture.whenStable();
  }
  return (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('.markdown')!;
}

describe('Markdown', () => {
  it('reads as Markdown', async () => {
    expect((await rendered('**Fet** og [lenke](https://example.org)')).innerHTML).toContain(
      '<strong>Fet</strong> og <a href="https://example.org">lenke</a>',
    );
  });

  it('shows HTML as it was typed, and a picture as its words', async () => {
    const element = await rendered('<img src=x onerror=alert(1)> ![tekst](https://example.org/a.png)');
    expect(element.querySelector('img')).toBeNull();
    expect(element.textContent).toContain('<img src=x onerror=alert(1)> tekst');
  });

  it('follows no address that runs something', async () => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined); // the sanitizer says what it took out
    const link = (await rendered('[klikk](javascript:alert(1))')).querySelector('a');
    expect(link?.getAttribute('href') ?? '').not.toMatch(/^javascript:/);
  });
});
