import type { AnnotationView, DraftView } from '@belegg/contract';
import { describe as describePassage } from '@belegg/domain';
import fc from 'fast-check';
import { annotation, kari, text, uuid } from '../test/scene';
import { changeDraft, creationDraft, type Draft } from './draft';
import { DraftMachine, type DraftEvent, type Effect, type Entries } from './machine';
import { isRevision, sent, statementOf, type Statement } from './statement';

const local = creationDraft(describePassage(text, { start: 18, end: 30 }), 1, {
  verdict: 'denied',
  rationale: '',
  citations: [],
});
const address = (url: string) => [{ key: 'c', sourceId: uuid(30), stance: 'supports' as const, url }];

/** What a server does with annotations and drafts of one author, and of somebody else who edits and retires nothing. */
class Server {
  readonly annotations = new Map<string, AnnotationView>([[uuid(20), annotation(20, 0, 17)]]);
  readonly rows = new Map<string, DraftView>();
  /** All that revisions ever said. */
  readonly said = new Set<string>();
  /** All that was typed, but for what its author saw and typed over. */
  readonly typed = new Set<string>();
  private moment = 0;

  answer(effect: Effect): DraftEvent | undefined {
    if (effect.type === 'drop' && this.rows.get(effect.id)?.version === effect.version) this.rows.delete(effect.id);
    if (effect.type !== 'call') return undefined;
    const { kind, draft } = effect;
    const { annotationId: id, typed, kept, etag, base } = draft;
    if (kind === 'create') {
      const again = [...this.annotations.values()].find(({ createdAt }) => createdAt === draft.since);
      const made =
        again ?? annotation(40 + this.annotations.size, 18, 30, { ...base, citations: [], createdAt: draft.since });
      this.annotations.set(made.id, made);
      return { type: 'saved', id, saved: made };
    }
    const row = this.rows.get(id);
    if (kind === 'keep') {
      if (row && row.version !== kept?.version)
        return { type: 'failed', id, failure: { kind: 'typed-elsewhere', row } };
      return { type: 'kept', id, row: this.keep(draft) };
    }
    const before = this.annotations.get(id)!;
    if (etag !== before.etag) return { type: 'failed', id, failure: { kind: 'stale', saved: before } };
    if (!isRevision(base, typed)) return { type: 'failed', id, failure: { kind: 'refused' } };
    if (row && row.version === kept?.version) this.rows.delete(id);
    return { type: 'saved', id, saved: this.revise(before, typed) };
  }

  revise(before: AnnotationView, { verdict, rationale, citations }: Statement): AnnotationView {
    const revision = before.revision + 1;
    const after: AnnotationView = {
      ...before,
      verdict,
      rationale,
      citations: sent(citations).map((one, i) => ({
        locator: '',
        quote: '',
        translation: '',
        protected: false,
        sourceRevision: 1,
        cited: { kind: 'newspaper', name: 'Avisen' },
        lineage: [],
        ...one,
        id: one.id ?? uuid(900 + revision * 10 + i),
      })),
      revision,
      etag: `"${before.id}-${revision}"`,
    };
    this.annotations.set(before.id, after);
    this.said.add(rationale);
    return after;
  }

  private keep({ annotationId, typed, revision, since }: Draft): DraftView {
    const at = new Date(Date.UTC(2024, 0, 1) + ++this.moment).toISOString();
    const row = {
      annotationId,
      annotationRevision: revision,
      version: uuid(5000 + this.moment),
      statement: typed,
      since,
      updatedAt: at,
    };
    this.rows.set(annotationId, row);
    return row;
  }
}

/** A page that can crash: what is in its storage comes back, what is in its memory does not. */
class Device {
  entries: Entries = new Map();
  box = new Map<string, Draft>();
  readonly names = new Map<string, string>();
  /** Calls on their way, the answer of the server among them when it has come so far. */
  calls: { effect: Effect & { type: 'call' }; answer: DraftEvent | undefined }[] = [];
  /** The last rationale typed on each annotation, while nobody chose to put it away. */
  readonly typed = new Map<string, string>();
  private dropped: Effect[] = [];

  constructor(private readonly server: Server) {}

  take(event: DraftEvent): void {
    const { entries, effects } = DraftMachine.step(this.entries, event);
    this.entries = entries;
    for (const effect of effects) {
      if (effect.type === 'remember') this.box.set(effect.draft.annotationId, effect.draft);
      if (effect.type === 'forget') this.box.delete(effect.id);
      if (effect.type === 'call') this.calls.push({ effect, answer: undefined });
      if (effect.type === 'drop') this.dropped.push(effect);
      if (effect.type === 'show' && effect.id !== effect.saved.id) this.rename(effect.id, effect.saved.id);
    }
    this.dropped.splice(0).forEach((effect) => this.server.answer(effect));
  }

  private rename(from: string, to: string): void {
    this.names.set(from, to);
    const typed = this.typed.get(from);
    if (typed !== undefined) this.typed.set(to, typed);
    this.typed.delete(from);
  }

  id(id: string): string {
    return this.names.get(id) ?? id;
  }

  type(name: string, rationale: string, url?: string): void {
    const id = this.id(name);
    const known = this.server.annotations.get(id);
    const entry = this.entries.get(id);
    if (!entry && !known) return;
    const before = entry?.draft.typed ?? statementOf(known!);
    const next = { ...before, rationale, ...(url !== undefined && { citations: address(url) }) };
    this.typed.set(id, rationale);
    this.server.typed.delete(before.rationale);
    this.server.typed.add(rationale);
    this.take({ type: 'typed', draft: known ? changeDraft(known, next) : { ...entry!.draft, typed: next } });
  }

  /** The server takes a call in; the page does not know yet. */
  reach(): void {
    const call = this.calls.find(({ answer }) => answer === undefined);
    if (call) call.answer = this.server.answer(call.effect);
  }

  /** An answer comes, or is lost. */
  hear(isLost: boolean): void {
    const [call, ...rest] = this.calls;
    if (!call) return;
    this.calls = rest;
    const id = call.effect.draft.annotationId;
    this.take(isLost || !call.answer ? { type: 'failed', id, failure: { kind: 'unheard' } } : call.answer);
  }

  crash(): void {
    this.entries = new Map();
    this.calls = [];
    const box = this.box;
    this.box = new Map();
    for (const draft of box.values()) this.take({ type: 'restored', draft });
    this.look();
  }

  look(): void {
    if (this.calls.length > 0) return;
    this.take({
      type: 'found',
      rows: [...this.server.rows.values()],
      annotations: [...this.server.annotations.values()],
    });
  }

  /** Nobody is in the way any more. */
  settle(): void {
    for (let round = 0; round < 40; round++) {
      this.take({ type: 'online' });
      for (const id of this.entries.keys()) this.take({ type: 'wanted', id });
      while (this.calls.length > 0) {
        this.reach();
        this.hear(false);
      }
    }
  }
}

/** Where something that was typed still is. */
function isThere(rationale: string, server: Server, devices: readonly Device[]): boolean {
  const drafts = devices.flatMap(({ entries, box }) => [
    ...[...entries.values()].map(({ draft }) => draft),
    ...box.values(),
  ]);
  const rows = [...server.rows.values()].map(({ statement }) => statement);
  return (
    server.said.has(rationale) ||
    [...drafts.map(({ typed }) => typed), ...rows].some((one) => one.rationale === rationale)
  );
}

type Act = readonly [device: number, act: string, id: number, value: number];
const acts = [
  'type',
  'type',
  'type',
  'half',
  'left',
  'wanted',
  'elapsed',
  'reach',
  'reach',
  'hear',
  'hear',
  'lose',
  'online',
  'look',
  'crash',
  'hidden',
  'theirs',
];
const story = (devices: number) =>
  fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: devices - 1 }),
      fc.constantFrom(...acts),
      fc.integer({ min: 0, max: 1 }),
      fc.nat(),
    ),
    { minLength: 5, maxLength: 60 },
  );

function play(all: readonly Act[], count: number, check: (server: Server, devices: readonly Device[]) => void): void {
  const server = new Server();
  const devices = Array.from({ length: count }, () => new Device(server));
  devices[0]!.take({ type: 'made', draft: local });
  let words = 0;
  for (const [at, act, which, value] of all) {
    const device = devices[at]!;
    const name = [local.annotationId, uuid(20)][which]!;
    const id = device.id(name);
    if (act === 'type' || act === 'half')
      device.type(name, `${at}:${++words}`, act === 'half' ? ['https://', 'https://a.no/'][value % 2] : undefined);
    else if (act === 'left' || act === 'wanted' || act === 'elapsed') device.take({ type: act, id });
    else if (act === 'reach') device.reach();
    else if (act === 'hear') device.hear(false);
    else if (act === 'lose') device.hear(true);
    else if (act === 'online' || act === 'hidden') device.take({ type: act });
    else if (act === 'look') device.look();
    else if (act === 'crash') device.crash();
    else if (server.annotations.has(id)) {
      const before = server.annotations.get(id)!;
      server.revise(before, {
        ...statementOf(before),
        rationale: value % 2 ? 'Deres' : before.rationale,
        verdict: 'disputed',
      });
    }
    check(server, devices);
  }
}

describe('DraftMachine', () => {
  it.each([1, 2])(
    'loses nothing that was typed and not typed over, on %i device(s), whatever comes between',
    (count) => {
      fc.assert(
        fc.property(story(count), (all) => {
          play(all, count, (server, devices) => {
            for (const rationale of server.typed)
              if (!isThere(rationale, server, devices)) throw new Error(`${rationale} is gone`);
          });
        }),
        { numRuns: 400 },
      );
    },
  );

  it('has all of it in revisions in the end, but for what waits for a choice or cannot be right', () => {
    fc.assert(
      fc.property(story(1), (all) => {
        play(all, 1, () => undefined);
        const server = new Server();
        const device = new Device(server);
        device.take({ type: 'made', draft: local });
        all.forEach(([, act, which], i) => {
          const name = [local.annotationId, uuid(20)][which]!;
          if (act === 'type') device.type(name, `${i}`);
          else if (act === 'reach') device.reach();
          else if (act === 'hear' || act === 'lose') device.hear(act === 'lose');
        });
        device.settle();
        expect(device.entries.size).toBe(0);
        expect(device.box.size).toBe(0);
        expect(server.rows.size).toBe(0);
        for (const [id, rationale] of device.typed) expect(server.annotations.get(id)?.rationale).toBe(rationale);
      }),
      { numRuns: 200 },
    );
  });

  it('makes one revision of sixty pauses', () => {
    const server = new Server();
    const device = new Device(server);
    for (let pause = 0; pause < 60; pause++) {
      device.type(uuid(20), `Målt ${pause} ganger`);
      device.take({ type: 'elapsed', id: uuid(20) });
      device.reach();
      device.hear(false);
    }
    expect(device.box.size).toBe(0);
    expect(server.annotations.get(uuid(20))?.revision).toBe(1);
    device.take({ type: 'left', id: uuid(20) });
    device.reach();
    device.hear(false);
    expect(server.annotations.get(uuid(20))).toMatchObject({ revision: 2, rationale: 'Målt 59 ganger' });
    expect(server.annotations.get(uuid(20))?.authors).toEqual([kari]);
  });

  it('asks where the same was typed on two devices, and merges what is not the same', () => {
    const server = new Server();
    const [one, other] = [new Device(server), new Device(server)];
    const send = (device: Device): void => {
      device.take({ type: 'elapsed', id: uuid(20) });
      device.reach();
      device.hear(false);
    };
    one.type(uuid(20), 'Fra den ene');
    other.type(uuid(20), 'Fra den andre');
    send(one);
    send(other);
    const conflict = other.entries.get(uuid(20))?.trouble;
    expect(conflict).toMatchObject({ kind: 'conflict', theirs: { rationale: 'Fra den ene' } });
    other.take({ type: 'resolved', id: uuid(20), fromTheirs: [] });
    send(other);
    expect(server.rows.get(uuid(20))?.statement.rationale).toBe('Fra den andre');
    one.look();
    expect(one.entries.get(uuid(20))?.draft.typed.rationale).toBe('Fra den andre');
  });
});
