import { problemCodes, type ProblemCode } from '../problem';
import type { Route } from '../route';
import { routes } from '../routes';
import { openApiDocument, type DescribedProblems } from './document';

interface Operation {
  operationId: string;
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: object;
}

const statuses: Partial<Record<ProblemCode, number>> = { stale: 412, 'not-found': 404, 'own-work': 403 };
const problems = Object.fromEntries(
  problemCodes.map((code) => [code, { status: statuses[code] ?? 422, title: `It is ${code}` }]),
) as DescribedProblems;

const contentOf = (operation: Operation | undefined): unknown =>
  (operation?.requestBody as { content: unknown } | undefined)?.content;

describe('the OpenAPI document', () => {
  const document = openApiDocument('1.2.3', problems) as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, object> };
  };

  it('describes every route once, under its method and path', () => {
    const described = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(described.toSorted()).toEqual(Object.keys(routes).toSorted());
    const places = Object.values<Route>(routes).map(({ method, path }) => `${method} ${path}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('asks for If-Match and each path parameter', () => {
    const approve = document.paths['/api/annotations/{id}/approve']?.['post'];
    expect(approve?.parameters).toEqual([
      expect.objectContaining({ name: 'id', in: 'path', required: true }),
      expect.objectContaining({ name: 'If-Match', in: 'header', required: true }),
    ]);
  });

  it('names in each path exactly the parameters that are described', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        expect(
          parameters
            .filter((p) => p.in === 'path')
            .map(({ name }) => name)
            .toSorted(),
        ).toEqual(named.toSorted());
      }
    }
  });

  it('names the fields that go with a file', () => {
    const { requestBody } = document.paths['/api/articles/import']?.['post'] ?? {};
    const schema = (
      requestBody as { content: { 'multipart/form-data': { schema: { properties: object; required: string[] } } } }
    ).content['multipart/form-data'].schema;
    expect(Object.keys(schema.properties).toSorted()).toEqual([
      'author',
      'createSources',
      'date',
      'file',
      'language',
      'title',
    ]);
    expect(schema.required).toEqual(['file']);
  });

  it('lets fields with a default be left out of a body, and refuses unknown ones', () => {
    expect(contentOf(document.paths['/api/articles/{id}/annotations']?.['post'])).toEqual({
      'application/json': { schema: { $ref: '#/components/schemas/NewAnnotationBody' } },
    });
    expect(document.components.schemas['NewAnnotationBody']).toMatchObject({
      required: ['selector'],
      additionalProperties: false,
    });
  });
});
