import * as z from 'zod';
import { problem } from './problem';
import type { Route } from './route';
import { routes } from './routes';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of the whole interface, made from the route descriptions. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries<Route>(routes)) {
    (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(name, route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Belegg',
      version,
      description: 'Offsets are Unicode code points. Errors are application/problem+json (RFC 9457).',
    },
    paths,
    components: {
      schemas: { Problem: schema(problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'belegg_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [{ session: [] }, { token: [] }],
  };
}

function operation(name: string, route: Route): Json {
  return {
    operationId: name,
    summary: route.summary,
    ...(route.access === 'public' && { security: [] }),
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...(route.ifMatch ? [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }] : []),
    ],
    ...requestBody(route),
    responses: {
      [route.status]: { description: 'Done', ...answerContent(route) },
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function requestBody(route: Route): Json {
  if (route.takes) {
    const { properties = {} } = (route.fields ? schema(route.fields, 'input') : {}) as { properties?: Json };
    const form = {
      type: 'object',
      properties: { ...properties, file: { type: 'string', format: 'binary' } },
      required: ['file'],
    };
    return { requestBody: { required: true, content: { [route.takes]: { schema: form }, ...jsonContent(route) } } };
  }
  return route.body instanceof z.ZodUndefined ? {} : { requestBody: { required: true, content: jsonContent(route) } };
}

const jsonContent = ({ body }: Route): Json =>
  body instanceof z.ZodUndefined ? {} : { 'application/json': { schema: schema(body, 'input') } };

function answerContent(route: Route): Json {
  if (route.answers) {
    return {
      content: Object.fromEntries(route.answers.split(', ').map((type) => [type, { schema: { type: 'string' } }])),
    };
  }
  return route.answer instanceof z.ZodUndefined
    ? {}
    : { content: { 'application/json': { schema: schema(route.answer, 'output') } } };
}

function parameters(fields: z.ZodType, where: 'path' | 'query'): Json[] {
  const described = schema(fields, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(described.properties ?? {}).map(([name, fieldSchema]) => ({
    name,
    in: where,
    required: where === 'path' || (described.required ?? []).includes(name),
    schema: fieldSchema,
  }));
}

function schema(type: z.ZodType, io: 'input' | 'output'): Json {
  const described: Json = { ...z.toJSONSchema(type, { io, unrepresentable: 'any' }) };
  delete described['$schema'];
  return described;
}
