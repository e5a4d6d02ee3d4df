import {
  afterRenderEffect,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  untracked,
  viewChildren,
} from '@angular/core';
import type { ThreadView } from '@belegg/contract';
import type { Range } from '@belegg/domain';
import { I18n } from '../shell/i18n';
import { ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { Shortcuts } from '../shell/shortcuts';
import { messages } from './messages';
import { NewThreadForm, type Subject } from './new-thread';
import { subjectOf, type CurrentText } from './subject';
import { Talk } from './talk';
import { ThreadItem } from './thread-item';
import { Threads } from './threads';
import { placeOfBegun, Written, type Begun } from './written';

/**
 * All conversations of an article: on its passages, its annotations, and the whole; on a phone a sheet over the text.
 */
@Component({
  selector: 'app-talk-panel',
  imports: [NewThreadForm, ProblemView, ThreadItem],
  templateUrl: './talk-panel.html',
  styleUrl: './talk-panel.css',
  host: { role: 'complementary', '[attr.aria-label]': "t('all')" },
})
export class TalkPanel {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly session = inject(Session);
  private readonly written = inject(Written);
  protected readonly talk = inject(Talk);
  protected readonly threads = inject(Threads);
  protected readonly t = inject(I18n).of(messages);

  readonly text = input.required<CurrentText>();
  /** The words that an annotation is about, by its id. */
  readonly annotated = input.required<(id: string) => string | undefined>();
  readonly passageShown = output<Range>();
  readonly annotationShown = output<string>();
  /** It was closed by hand: the focus goes back to the text. */
  readonly left = output();

  protected readonly mayWrite = computed(() => this.session.can('write'));
  protected readonly open = this.threads.open;
  protected readonly resolved = computed(() => this.threads.all().filter(({ resolved }) => resolved));
  protected readonly articlePlace = computed(() => `article.${this.text().articleId}`);
  protected readonly onArticle = (): Subject => ({ articleId: this.text().articleId });

  private readonly items = viewChildren(ThreadItem);
  private readonly forms = viewChildren(NewThreadForm);

  constructor() {
    afterRenderEffect(() => {
      const target = this.talk.target();
      if (target) untracked(() => this.bringUp(target.key));
    });
    inject(Shortcuts).register({
      keys: 'Escape',
      scope: () => this.t('title'),
      description: () => this.t('close'),
      when: () => this.host.contains(document.activeElement),
      run: () => this.close(),
    });
  }

  protected close(): void {
    this.talk.hide();
    this.left.emit();
  }

  protected sent(begun: Begun): void {
    this.talk.end(begun);
    this.talk.show();
  }

  /** What was begun and has no words is forgotten; else it is there when the panel is opened again. */
  protected putAway(begun: Begun): void {
    if (!this.written.of(this.placeOf(begun))?.trim()) this.talk.end(begun);
    this.close();
  }

  protected placeOf({ key }: Begun): string {
    return placeOfBegun(this.text().articleId, key);
  }

  protected subjectFor(begun: Begun): () => Subject {
    return () => subjectOf(begun, this.text());
  }

  protected isLost(begun: Begun): boolean {
    return subjectOf(begun, this.text()).selector === undefined;
  }

  protected wordsOf({ annotationId, passage }: ThreadView): string {
    if (passage) return `«${passage.exact}»`;
    const exact = annotationId === undefined ? undefined : this.annotated()(annotationId);
    return exact === undefined ? this.t('onArticle') : this.t('onAnnotation', { exact });
  }

  protected leads({ annotationId, passage }: ThreadView): boolean {
    return (
      passage?.selector !== undefined || (annotationId !== undefined && this.annotated()(annotationId) !== undefined)
    );
  }

  protected show({ annotationId, passage }: ThreadView): void {
    const [place] = passage?.selector ?? [];
    if (place) this.passageShown.emit({ start: place.start, end: place.end });
    else if (annotationId !== undefined) this.annotationShown.emit(annotationId);
  }

  /** The thread that was asked for, where one answers; else the panel from its top. */
  private bringUp(key: string): void {
    const item = this.items().find((one) => one.thread().id === key);
    const form = this.forms().find((one) => one.place() === placeOfBegun(this.text().articleId, key));
    if (form) return form.focus();
    if (!item) return this.host.querySelector<HTMLElement>('h2')?.focus();
    this.host.querySelector(`[data-thread="${key}"]`)?.scrollIntoView({ block: 'nearest' });
    if (!item.focusAnswer()) this.host.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }
}
