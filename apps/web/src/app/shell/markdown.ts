import { Component, computed, input, resource } from '@angular/core';
import { isModestMarkdown } from '@belegg/domain';

/**
 * Markdown as it reads. HTML in it is shown as it was typed, and pictures, which the page does not fetch from
 * elsewhere, as their words. The parser comes when it is first needed; Angular's sanitizer lets nothing through that
 * runs.
 */
@Component({
  selector: 'app-markdown',
  template: `<div class="markdown" [innerHTML]="html()"></div>`,
  styles: `
    .markdown {
      overflow-wrap: anywhere;
    }
    :host ::ng-deep .markdown > :first-child {
      margin-top: 0;
    }
    :host ::ng-deep .markdown > :last-child {
      margin-bottom: 0;
    }
    :host ::ng-deep .markdown :is(h1, h2, h3, h4) {
      font: 600 17px/1.3 var(--serif);
      margin: 12px 0 4px;
    }
    :host ::ng-deep .markdown :is(p, ul, ol, blockquote) {
      margin: 0 0 8px;
    }
    :host ::ng-deep .markdown blockquote {
      border-left: 2px solid var(--line-2);
      padding-left: 12px;
      color: var(--ink-2);
    }
  `,
})
export class Markdown {
  readonly text = input.required<string>();

  private readonly parser = resource({
    loader: () =>
      import('marked').then(
        ({ Marked }) =>
          new Marked({
            gfm: true,
            breaks: true,
            async: false,
            renderer: { html: ({ text }) => escaped(text), image: ({ text }) => escaped(text) },
          }),
      ),
  });
  protected readonly html = computed(() => {
    const text = this.text();
    if (!isModestMarkdown(text)) return `<p>${escaped(text)}</p>`;
    return this.parser.hasValue() ? this.parser.value().parse(text, { async: false }) : '';
  });
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
