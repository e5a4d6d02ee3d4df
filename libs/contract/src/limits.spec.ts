import * as z from 'zod';
import type { Route } from './route';
import { routes } from './routes';

type Definition = Readonly<Record<string, unknown>> & { readonly type: string };
const definitionOf = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition;

interface Field {
  readonly path: string;
  readonly schema: z.ZodType;
}

/** Every string that a schema takes, wherever it stands. */
function strings(schema: z.ZodType, path = ''): Field[] {
  const definition = definitionOf(schema);
  const inner = (key: string, name = ''): Field[] => {
    const given = definition[key];
    return given === undefined || given === null ? [] : strings(given as z.ZodType, `${path}${name}`);
  };
  switch (definition.type) {
    case 'string':
      return [{ path, schema }];
    case 'object':
      return Object.entries(definition['shape'] as Record<string, z.ZodType>).flatMap(([name, field]) =>
        strings(field, `${path}/${name}`),
      );
    case 'array':
      return inner('element', '/0');
    case 'record':
      return [...inner('keyType', '/{key}'), ...inner('valueType', '/*')];
    case 'tuple':
      return (definition['items'] as z.ZodType[]).flatMap((item, at) => strings(item, `${path}/${at}`));
    case 'union':
      return (definition['options'] as z.ZodType[]).flatMap((option) => strings(option, path));
    case 'optional':
    case 'nullable':
    case 'default':
      return inner('innerType');
    case 'pipe':
      return [...inner('in'), ...inner('out')];
    default:
      return [];
  }
}

const taken = Object.entries<Route>(routes).flatMap(([name, { params, query, body, fields }]) =>
  [params, query, body, ...(fields ? [fields] : [])].flatMap((schema) =>
    strings(schema).map((field) => ({ ...field, route: name })),
  ),
);

/** What a check does, in the order in which they are run. */
const checksOf = (schema: z.ZodType): { check: string; maximum?: number; abort?: boolean }[] =>
  ((definitionOf(schema)['checks'] ?? []) as z.core.$ZodCheck[]).map(
    (check) => check._zod.def as unknown as { check: string; maximum?: number; abort?: boolean },
  );

// The keys of foreign annotations, and the texts of switches in a query, which a URL of 16 KiB holds.
const free = new Set(['importAnnotations/{key}', 'importAnnotations/preview']);

describe('the length of every string that comes in', () => {
  it('is looked for in many places', () => {
    expect(taken.length).toBeGreaterThan(60);
  });

  it.each(taken.filter(({ route, path }) => !free.has(`${route}${path}`)))(
    'is judged first: $route $path',
    ({ schema }) => {
      const [first] = checksOf(schema);
      expect(first).toMatchObject({ check: 'max_length', abort: true });
      // Beyond its length nothing else is said of it, since nothing else was tried.
      const tooLong = schema.safeParse('\u0301'.repeat((first?.maximum ?? 0) + 1));
      expect(tooLong.error?.issues.map(({ code }) => code)).toEqual(['too_big']);
    },
  );
});

describe('the limit of each body', () => {
  const limits = Object.fromEntries(Object.entries<Route>(routes).map(([name, { bodyLimit }]) => [name, bodyLimit]));

  it('is small where little is said', () => {
    expect(limits).toMatchObject({ signIn: 4096, changePassword: 4096, switchNewsroom: 4096, signOut: 1024 });
  });

  it.each(Object.entries<Route>(routes))('of %s lets the largest body through that is well formed', (_, route) => {
    const body = largest(z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' }));
    expect(JSON.stringify(body ?? {}).length).toBeLessThanOrEqual(route.bodyLimit);
    expect(valuesOf(body ?? {})).toBeLessThanOrEqual(route.valueLimit);
  });
});

/** The longest value of a JSON schema, in letters of one byte. */
function largest(schema: z.core.JSONSchema.BaseSchema): unknown {
  const { anyOf, enum: choices, const: constant, type, maxLength = 20, maxItems = 0, properties, prefixItems } = schema;
  if (constant !== undefined) return constant;
  if (choices) return longest(choices);
  if (anyOf) return longest(anyOf.map((each) => largest(each)));
  if (type === 'string') return 'x'.repeat(Math.min(maxLength, 1024 * 1024));
  if (type === 'integer') return 2 ** 53 - 1;
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(properties ?? {}).map(([name, field]) => [name, largest(field as typeof schema)]),
    );
  if (prefixItems) return prefixItems.map((item) => largest(item as typeof schema));
  if (type === 'array') return Array.from({ length: maxItems }, () => largest(schema.items as typeof schema));
  return false;
}

const valuesOf = (value: unknown): number =>
  typeof value !== 'object' || value === null
    ? 1
    : Object.values(value).reduce<number>((sum, inner) => sum + valuesOf(inner), 1);

const longest = (values: readonly unknown[]): unknown =>
  values.toSorted((a, b) => (JSON.stringify(b) ?? '').length - (JSON.stringify(a) ?? '').length)[0];
