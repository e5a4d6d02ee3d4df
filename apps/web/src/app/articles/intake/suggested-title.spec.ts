import type { PreviewView } from '@belegg/contract';
import { suggestedTitle } from './suggested-title';

function preview(text: string, title?: string): PreviewView {
  let start = 0;
  const blocks = text.split('\n').map((line) => {
    const block = { kind: 'paragraph' as const, start, end: start + [...line].length };
    start = block.end + 1;
    return block;
  });
  return { text, blocks, marks: [], language: 'nb', sentences: 1, dropped: [], ...(title && { title }) };
}

describe('suggestedTitle', () => {
  it.each([
    ['the heading that was found', preview('x\ny', 'Funnet'), 'Funnet'],
    [
      'a first line that looks like a headline',
      preview('Kim lover «uansett» støtte 𝒜\nHan sa det i går.'),
      'Kim lover «uansett» støtte 𝒜',
    ],
    ['nothing from a first line that is a sentence', preview('Kim lovet støtte.\nHan sa det i går.'), ''],
    ['nothing from a first line that is a paragraph', preview(`${'Kim lover '.repeat(20)}\nHan sa det.`), ''],
    ['nothing from a text of one line', preview('Kim lover støtte'), ''],
  ])('takes %s', (_, given, title) => {
    expect(suggestedTitle(given)).toBe(title);
  });

  it('takes nothing from nothing', () => {
    expect(suggestedTitle({ text: '', blocks: [], marks: [], language: 'nb', sentences: 0, dropped: [] })).toBe('');
  });
});
