import fc from 'fast-check';
import * as z from 'zod';

/** As much of JSON Schema as the contract's schemas use. */
interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Every kind of text that has broken something somewhere. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    'a\udc00b',
    '\ufeffx',
    '\u202egnp',
    'e\u0301',
    '👩‍👩‍👧',
    '${7*7}',
    '\'; DROP TABLE "Event"; --',
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    '%00',
    '=1+1',
    '\r\nSet-Cookie: x=1',
    'x'.repeat(5000),
  ),
);

const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom(null, true, 0, -1, 1e308, 2 ** 53, 0.5, [], {}, [[]], { a: { b: {} } }),
  fc.jsonValue({ maxDepth: 3 }),
);

/**
 * Values of a schema, one in a few of them broken somewhere: a wrong type, a hostile text, a missing or an unknown
 * field.
 * @param ids existing ids, so that references lead somewhere now and then
 */
export function arbitraryOf(type: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  return fromSchema(z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Schema, ids);
}

function fromSchema(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 40, arbitrary: valid(schema, ids) }, { weight: 1, arbitrary: hostileValue });
}

function valid(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => fromSchema(each, ids)));
  switch (schema.type) {
    case 'object':
      return fields(schema, ids);
    case 'array':
      return schema.prefixItems
        ? fc.tuple(...schema.prefixItems.map((item) => fromSchema(item, ids)))
        : fc.array(fromSchema(schema.items ?? {}, ids), { maxLength: 4 });
    case 'string':
      return text(schema, ids);
    case 'integer':
      return fc.oneof(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({
          min: Math.max(schema.minimum ?? -5, -(2 ** 31)),
          max: Math.min(schema.maximum ?? 2 ** 31, 2 ** 31),
        }),
      );
    case 'number':
      return fc.double();
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function fields({ properties = {}, required = [] }: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const known = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, fromSchema(field, ids)])),
    { requiredKeys: required.filter((name) => name in properties) },
  );
  const unknown = fc.constantFrom('role', 'status', 'newsroomId', 'authorId', 'revision', '__proto__x');
  return fc
    .tuple(known, fc.option(unknown, { freq: 10, nil: undefined }))
    .map(([value, extra]) => (extra === undefined ? value : { ...value, [extra]: 'x' }));
}

function text({ format, pattern, maxLength }: Schema, ids: readonly string[]): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (format === 'date') return fc.constantFrom('2024-12-01', '1066-10-14', '9999-12-31');
  if (format === 'email') return fc.emailAddress();
  if (format === 'uri') return fc.webUrl();
  if (pattern !== undefined) return fc.oneof(fc.stringMatching(new RegExp(pattern)), hostileText);
  return fc
    .oneof(fc.constantFrom('En setning. Og en til.', '# Overskrift\n\nAvsnitt.'), hostileText)
    .map((value) => (maxLength === undefined ? value : value.slice(0, maxLength)));
}
