import { createHash } from 'node:crypto';
import { escapeHtml } from './escape-html';
import { referenceStyle } from './reference-style';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly default?: unknown;
  readonly maxLength?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>;
interface Answer {
  readonly $ref?: string;
  readonly description?: string;
  readonly content?: Content;
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Answer>>;
}
/** As much of an OpenAPI document as the page shows. */
export interface OpenApi {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, Answer>>;
  };
}

/** The page needs nothing but itself, and runs nothing. */
export const referencePolicy =
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(referenceStyle).digest('base64')}'; ` +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The OpenAPI document as one page of HTML. */
export function referencePage(document: OpenApi): string {
  const { info, tags, paths, components } = document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const groups = tags.map((tag) => ({
    ...tag,
    operations: operations.filter(({ operation }) => operation.tags[0] === tag.name),
  }));
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${escapeHtml(info.title)} ${escapeHtml(info.version)}: interface for programs</title><style>${referenceStyle}</style></head>
<body>
<nav aria-label="Contents"><b>${escapeHtml(info.title)} ${escapeHtml(info.version)}</b>
${groups.map(({ name, operations: of }) => `<details open><summary>${escapeHtml(name)}</summary><ul>${of.map(({ operation }) => `<li><a href="#${operation.operationId}">${escapeHtml(operation.operationId)}</a></li>`).join('')}</ul></details>`).join('\n')}
<a href="#schemas">schemas</a></nav>
<main><h1>Interface for programs</h1>
${paragraphs(info.description)}
<p>For programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
${groups.map(({ name, description, operations: of }) => `<h2>${escapeHtml(name)}</h2><p>${escapeHtml(description)}.</p>${of.map((one) => operationSection(one, components.responses)).join('')}`).join('\n')}
<h2 id="schemas">schemas</h2>
${Object.entries(components.schemas)
  .map(
    ([name, schema]) =>
      `<section id="schema-${escapeHtml(name)}"><h3>${escapeHtml(name)}</h3>${schemaBody(schema)}</section>`,
  )
  .join('\n')}
</main></body></html>
`;
}

function operationSection(
  { path, method, operation }: { path: string; method: string; operation: Operation },
  shared: OpenApi['components']['responses'],
): string {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  return `<section id="${operationId}"><h3><code><b>${method}</b> ${escapeHtml(path)}</code></h3>
<p>${escapeHtml(summary)}. <small>${inline(description)}</small></p>
${
  parameters.length === 0
    ? ''
    : table(
        ['Parameter', 'In', 'What it is'],
        parameters.map(({ name, in: where, required, description: told, schema }) => [
          `<code>${escapeHtml(name)}</code>${required ? '' : ' <small>optional</small>'}`,
          where,
          `${typeOf(schema)} ${inline(told ?? schema.description ?? '')}`,
        ]),
      )
}
${requestBody ? `<h4>Body</h4>${contentOf(requestBody.content)}` : ''}
<h4>Answers</h4>${table(
    ['Status', 'What it is'],
    Object.entries(responses).map(([status, answer]) => [status, answerOf(resolve(answer, shared))]),
  )}</section>`;
}

const resolve = (answer: Answer, shared: OpenApi['components']['responses']): Answer =>
  answer.$ref === undefined ? answer : (shared[answer.$ref.split('/').at(-1) ?? ''] ?? answer);

function answerOf({ description = '', content = {} }: Answer): string {
  const isProblem = 'application/problem+json' in content;
  return isProblem
    ? description.split('; ').map(inline).join('<br>')
    : `${inline(description)} ${Object.keys(content).length === 0 ? '' : contentOf(content)}`;
}

const contentOf = (content: Content): string =>
  Object.entries(content)
    .map(
      ([type, { schema }]) =>
        `<div><code>${escapeHtml(type)}</code> ${schema.properties ? schemaBody(schema) : typeOf(schema)}</div>`,
    )
    .join('');

/** What an object holds, or what else it is. */
function schemaBody(schema: Schema): string {
  const told = schema.description === undefined ? '' : `<p>${inline(schema.description)}</p>`;
  if (!schema.properties) return `${told}<p>${typeOf(schema)}</p>`;
  const rows = Object.entries(schema.properties).map(([name, property]) => [
    `<code>${escapeHtml(name)}</code>${schema.required?.includes(name) ? '' : ' <small>optional</small>'}`,
    `${typeOf(property)} ${inline(property.description ?? '')}`,
  ]);
  return told + table(['Field', 'What it is'], rows);
}

/** A type in words, with links to those that have names. */
function typeOf(schema: Schema): string {
  const { $ref, items, prefixItems, anyOf, oneOf, allOf, additionalProperties } = schema;
  if ($ref !== undefined) {
    const name = escapeHtml($ref.split('/').at(-1) ?? '');
    return `<a href="#schema-${name}">${name}</a>`;
  }
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum) return schema.enum.map(literal).join(' | ');
  const parts = anyOf ?? oneOf;
  if (parts) return parts.map(typeOf).join(' | ');
  if (allOf) return allOf.map(typeOf).join(' &amp; ');
  if (prefixItems) return `[${prefixItems.map(typeOf).join(', ')}]`;
  if (items) return `list of ${typeOf(items)}`;
  if (schema.properties)
    return `{ ${Object.entries(schema.properties)
      .map(([name, one]) => `${escapeHtml(name)}: ${typeOf(one)}`)
      .join(', ')} }`;
  if (typeof additionalProperties === 'object') return `map to ${typeOf(additionalProperties)}`;
  return escapeHtml([simple(schema), limits(schema)].filter((part) => part !== '').join(', '));
}

const simple = ({ type, format }: Schema): string => {
  const name = typeof type === 'string' ? type : (type?.join(' | ') ?? 'anything');
  return format === undefined ? name : `${name} (${format})`;
};

function limits({ maxLength, maximum, default: given }: Schema): string {
  return [
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? [] : [`at most ${maximum}`]),
    ...(given === undefined ? [] : [`${JSON.stringify(given)} if left out`]),
  ].join(', ');
}

const literal = (value: unknown): string => `<code>${escapeHtml(JSON.stringify(value))}</code>`;

/** What stands between backticks is code. */
const inline = (text: string): string => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
const paragraphs = (text: string): string =>
  text
    .split('\n\n')
    .map((one) => `<p>${inline(one)}</p>`)
    .join('\n');

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;
