import type { DroppedKind } from '@belegg/contract';
import { childOf, elementsOf, findAll, type XmlElement } from './xml';

interface OpenField {
  isResult: boolean;
  code: string;
  /** What a form's list shows. */
  readonly chosen: string | undefined;
}

/** Codes of fields that show something without a result that the file would hold. */
const showing = /^\s*(?:EQ|SYMBOL|MACROBUTTON|GOTOBUTTON|QUOTE|ADVANCE)\b/i;

/** The fields that are open at a place of a story (ECMA-376-1, 17.16): what computes them, and then their result. */
export class Fields {
  private readonly open: OpenField[] = [];

  /** Whether words at this place are shown; they are not within what computes a field. */
  get show(): boolean {
    return this.open.every(({ isResult }) => isResult);
  }

  /** @param mark `w:fldChar` @returns what a field that ends here shows, or names, beside its result */
  meet(mark: XmlElement): { readonly shown: string } | { readonly kind: DroppedKind; readonly words: string } {
    const field = this.open.at(-1);
    switch (mark.attributes['w:fldCharType']) {
      case 'begin':
        this.open.push({ isResult: false, code: '', chosen: chosenIn(mark) });
        break;
      case 'separate':
        if (field) field.isResult = true;
        break;
      case 'end':
        this.open.pop();
        if (!field || field.isResult) break;
        if (field.chosen !== undefined) return { shown: field.chosen };
        if (showing.test(field.code))
          return { kind: /^\s*EQ\b/i.test(field.code) ? 'formula' : 'other', words: field.code };
        break;
      default:
    }
    return { shown: '' };
  }

  /** @param code a part of what computes the innermost field */
  compute(code: string): void {
    const field = this.open.at(-1);
    if (field && !field.isResult) field.code += code;
  }
}

function chosenIn(mark: XmlElement): string | undefined {
  const list = childOf(childOf(mark, 'w:ffData'), 'w:ddList');
  if (!list) return undefined;
  const [choice] = [...findAll(list, 'w:result'), ...findAll(list, 'w:default')];
  const entries = elementsOf(list).filter(({ name }) => name === 'w:listEntry');
  return entries[Number(choice?.attributes['w:val']) || 0]?.attributes['w:val'] ?? '';
}
