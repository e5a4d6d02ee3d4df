import * as z from 'zod';
import * as annotations from '../annotation';
import * as articles from '../article';
import * as drafts from '../draft';
import * as events from '../event';
import * as jobs from '../job';
import * as members from '../member';
import * as notifications from '../notification';
import { person } from '../primitives';
import * as problems from '../problem';
import * as reports from '../report';
import * as selectors from '../selector';
import * as sessions from '../session';
import * as sources from '../source';
import * as threads from '../thread';

export type Json = Record<string, unknown>;
export type Io = 'input' | 'output';

/** `newArticleBody` is shown as `NewArticleBody`. */
const titled = (name: string): string => name.replace(/^./, (letter) => letter.toUpperCase());

/** What the contract exports has the name of its export. */
const names = new Map<z.core.$ZodType, string>(
  Object.entries({
    person,
    ...selectors,
    ...annotations,
    ...articles,
    ...drafts,
    ...events,
    ...jobs,
    ...notifications,
    ...members,
    ...problems,
    ...reports,
    ...sessions,
    ...sources,
    ...threads,
  }).flatMap(([name, value]) => (value instanceof z.ZodType ? [[value, titled(name)]] : [])),
);

/** The registry of all descriptions, which knows the names as well. */
class NamedSchemas extends z.core.$ZodRegistry<z.core.GlobalMeta> {
  override get<S extends z.core.$ZodType>(schema: S): z.core.$replace<z.core.GlobalMeta, S> | undefined {
    const name = names.get(schema);
    const described = z.globalRegistry.get(schema);
    return name === undefined ? described : { ...described, id: name };
  }
}
const registry = new NamedSchemas();

/** What JSON is, which Zod writes anew in each place, and as a type of itself that few generators of clients take. */
const anyJson = 'Json';
const jsonSchema: Json = { description: 'Any JSON value' };
const ref = /"#\/\$defs\/([^"]+)"/g;

/**
 * Writes schemas as OpenAPI 3.1 has them (JSON Schema 2020-12), and collects those that have names. What is sent may
 * leave out what has a default, so where that makes a difference a name stands for what is answered, and the same with
 * `Input` for what is sent.
 */
export class SchemaWriter {
  private readonly found: Readonly<Record<Io, Map<string, Json>>> = { input: new Map(), output: new Map() };

  /** @returns a schema whose references `refer` has to complete, once all are written */
  write(type: z.ZodType, io: Io): Json {
    const { root, definitions } = convert(type, io);
    for (const [name, definition] of definitions) this.found[io].set(name, definition);
    return root;
  }

  /** As `write`; what is written comes itself, also where it has a name. */
  writeInline(type: z.ZodType, io: Io): Json {
    const { root, definitions } = convert(type, io);
    const own = refsIn(root)[0];
    if (own === undefined || root['$ref'] === undefined) return this.write(type, io);
    for (const [name, definition] of definitions) if (name !== own) this.found[io].set(name, definition);
    return definitions.get(own) ?? root;
  }

  /** @returns what goes to `components.schemas`, and a function that lets a written schema refer there */
  finish(): { schemas: Record<string, Json>; refer: (schema: Json, io: Io) => Json } {
    const differing = this.differing();
    const target = (name: string, io: Io): string => (io === 'input' && differing.has(name) ? `${name}Input` : name);
    const refer = (schema: Json, io: Io): Json =>
      JSON.parse(
        JSON.stringify(schema).replace(ref, (_, name: string) => `"#/components/schemas/${target(name, io)}"`),
      ) as Json;
    const schemas: Record<string, Json> = {};
    for (const io of ['input', 'output'] as const)
      for (const [name, definition] of this.found[io]) schemas[target(name, io)] = refer(definition, io);
    return { schemas: Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => (a < b ? -1 : 1))), refer };
  }

  /**
   * The names that mean one thing where they are sent and another where they are answered, themselves or by what they
   * hold.
   */
  private differing(): ReadonlySet<string> {
    const { input, output } = this.found;
    const differing = new Set(
      [...input.keys()].filter(
        (name) => output.has(name) && JSON.stringify(input.get(name)) !== JSON.stringify(output.get(name)),
      ),
    );
    for (let before = -1; before !== differing.size;) {
      before = differing.size;
      for (const [name, definition] of input)
        if (output.has(name) && refsIn(definition).some((one) => differing.has(one))) differing.add(name);
    }
    return differing;
  }
}

function convert(type: z.ZodType, io: Io): { root: Json; definitions: ReadonlyMap<string, Json> } {
  const written = z.toJSONSchema(type, { io, metadata: registry, unrepresentable: 'any' }) as Json;
  const { $defs = {}, ...root } = written as Json & { $defs?: Record<string, Json> };
  delete root['$schema'];
  return {
    root: named(root),
    definitions: new Map(
      Object.entries($defs).map(([name, definition]) =>
        name.startsWith('__schema') ? [anyJson, jsonSchema] : [name, named(definition)],
      ),
    ),
  };
}

/** Without the id that Zod leaves in what it names, and with a name for what has none. */
function named(schema: Json): Json {
  const rest = { ...schema };
  delete rest['id'];
  return JSON.parse(JSON.stringify(rest).replace(/"#\/\$defs\/__schema\d+"/g, `"#/$defs/${anyJson}"`)) as Json;
}

const refsIn = (schema: Json): string[] => [...JSON.stringify(schema).matchAll(ref)].map(([, name = '']) => name);
