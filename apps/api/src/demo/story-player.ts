import type { AnnotationView, ArticleView } from '@belegg/contract';
import { CodePointText, Describer } from '@belegg/domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Newsrooms } from '../members';
import { Person } from './person';
import type { Act, AnnotationStory, ArticleStory, Story } from './story';

/** Everybody knows it, so it opens accounts on loopback only. */
export const demoPassword = 'belegg-demo';

/**
 * Plays a story through the interface, so that every text, selector, status, hash and event is right by construction.
 */
export class StoryPlayer {
  private readonly sourceIds = new Map<string, string>();

  private constructor(private readonly people: ReadonlyMap<string, Person>) {}

  static async of(app: NestFastifyApplication, story: Story): Promise<void> {
    const people = Object.entries(story.people);
    await app.get(Newsrooms, { strict: false }).found(
      story.newsroom,
      people.map(([, person]) => ({ ...person, password: demoPassword })),
    );
    const signedIn = await Promise.all(
      people.map(async ([key, { email }]) => [key, await Person.signIn(app, email, demoPassword)] as const),
    );
    const player = new StoryPlayer(new Map(signedIn));
    await player.addSources(story);
    for (const article of story.articles) await player.tell(article);
    for (const person of player.people.values()) await person.call('signOut');
  }

  private async addSources({ sources }: Story): Promise<void> {
    for (const { key, by, origin, ...facts } of sources) {
      const body = { ...facts, ...(origin !== undefined && { originId: this.sourceId(origin) }) };
      this.sourceIds.set(key, (await this.person(by).call('createSource', { body })).id);
    }
  }

  private async tell({ by, content, annotations, marks, signOff, ...facts }: ArticleStory): Promise<void> {
    const article = await this.person(by).call('createArticle', { body: { ...facts, content: content.join('\n\n') } });
    for (const annotation of annotations) await this.annotate(article, annotation);
    for (const mark of marks) await this.mark(article, mark);
    if (signOff !== undefined) await this.signOff(this.person(signOff), { id: article.id });
  }

  private async signOff(reviewer: Person, params: { readonly id: string }): Promise<void> {
    const { etag } = await reviewer.call('previewSignOff', { params });
    await reviewer.call('signOff', { params, etag });
  }

  private async annotate(
    { id, revision: { text } }: ArticleView,
    { passage, by, citations, acts, verdict, rationale }: AnnotationStory,
  ): Promise<void> {
    const at = text.indexOf(passage);
    if (at < 0 || text.includes(passage, at + 1)) throw new Error(`"${passage}" does not stand once in the text`);
    const points = new CodePointText(text);
    const selector = new Describer(text).describe({
      start: points.fromUtf16(at),
      end: points.fromUtf16(at + passage.length),
    });
    const body = {
      selector: [{ ...selector[0] }, { ...selector[1] }] as [(typeof selector)[0], (typeof selector)[1]],
      verdict,
      rationale,
      citations: citations.map(({ source, ...citation }) => ({ ...citation, sourceId: this.sourceId(source) })),
    };
    let annotation = await this.person(by).call('createAnnotation', { params: { id }, body });
    for (const act of acts) annotation = await this.perform(annotation, act);
  }

  private perform({ id, etag }: AnnotationView, act: Act): Promise<AnnotationView> {
    const person = this.person(act.by);
    const target = { params: { id }, etag };
    if ('submit' in act) {
      const { submit: comment, withoutSources } = act;
      return person.call('submitAnnotation', { ...target, body: { comment, withoutSources } });
    }
    if ('approve' in act) return person.call('approveAnnotation', { ...target, body: { comment: act.approve } });
    if ('return' in act) return person.call('returnAnnotation', { ...target, body: { comment: act.return } });
    if ('retire' in act) return person.call('retireAnnotation', { ...target, body: { reason: act.retire } });
    return person.call('changeAnnotation', { ...target, body: act.edit });
  }

  private async mark(
    { id }: ArticleView,
    { sentence, by, reason, confirmedBy }: ArticleStory['marks'][number],
  ): Promise<void> {
    const {
      revision: { text },
      sentences,
      etag,
    } = await this.person(by).call('getArticle', { params: { id } });
    const points = new CodePointText(text);
    const found = sentences.find(({ start, end }) => points.slice(start, end).startsWith(sentence));
    if (!found) throw new Error(`No sentence begins with "${sentence}"`);
    const params = { id, index: found.index };
    const marked = await this.person(by).call('markCheckability', { params, etag, body: { checkable: false, reason } });
    const mark = marked.sentences[found.index]?.etag;
    if (confirmedBy !== undefined && mark !== undefined)
      await this.person(confirmedBy).call('confirmCheckability', { params, etag: mark });
  }

  private person(key: string): Person {
    return found(this.people, key);
  }

  private sourceId(key: string): string {
    return found(this.sourceIds, key);
  }
}

function found<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The story knows no "${key}"`);
  return value;
}
