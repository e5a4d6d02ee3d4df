import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import type { PreviewView } from '@belegg/contract';
import { CodePointText } from '@belegg/domain';
import { I18n } from '../shell/i18n';
import { messages } from './messages';
import { runsOf } from './runs';

/** So many blocks tell what became of the text; a book would only slow the typing down. */
const shownBlocks = 300;

/** A text as it will stand in the article, before it is taken in. */
@Component({
  selector: 'app-text-preview',
  imports: [NgTemplateOutlet],
  templateUrl: './text-preview.html',
  styleUrl: './text-preview.css',
})
export class TextPreview {
  protected readonly t = inject(I18n).of(messages);
  readonly preview = input.required<PreviewView>();

  protected readonly blocks = computed(() => {
    const { text, blocks, marks } = this.preview();
    const characters = new CodePointText(text);
    return blocks
      .slice(0, shownBlocks)
      .map((block) => ({ kind: block.kind, level: block.level ?? 2, runs: runsOf(characters, block, marks) }));
  });
  protected readonly hidden = computed(() => Math.max(0, this.preview().blocks.length - shownBlocks));
}
