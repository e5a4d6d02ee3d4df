import { createConfig, lintFromString } from '@redocly/openapi-core';
import openapiTS, { astToString } from 'openapi-typescript';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { TestApp } from '../../test/test-app';

type Document = Record<string, unknown> & { paths: Record<string, object>; components: { schemas: object } };

/** What somebody may write against the generated types; each line that says so must not compile. */
const program = `
import type { components, operations, paths } from './client';

type Body<Name extends keyof operations> = operations[Name] extends {
  requestBody?: { content: { 'application/json': infer Content } } } ? Content : never;
type Answer<Name extends keyof operations, Status extends number> = operations[Name] extends {
  responses: Record<Status, { content: { 'application/json': infer Content } }> } ? Content : never;

export const article: Body<'createArticle'> = { title: 'Ny', format: 'text', content: 'En setning.' };
// @ts-expect-error: the title is missing
export const untitled: Body<'createArticle'> = { format: 'text', content: 'En setning.' };
export const source: Body<'createSource'> = { kind: 'other', name: 'Kilden' };
// @ts-expect-error: there is no such kind
export const odd: Body<'createSource'> = { kind: 'rumour', name: 'Kilden' };
export const etagOf = ({ etag }: Answer<'createSource', 201>): string => etag;
export const byName = (annotation: components['schemas']['Annotation']): string => annotation.articleId;
export const condition: operations['approveAnnotation']['parameters']['header'] = { 'If-Match': '"1"' };
export const key: NonNullable<operations['createArticle']['parameters']['header']> = { 'Idempotency-Key': 'a' };
export const path: keyof paths = '/api/articles/{id}';

type Refused = operations['approveAnnotation']['responses'][403]['content']['application/problem+json']['code'];
export const refused: Refused = 'own-work';
// @ts-expect-error: nobody is told this here
export const elsewhere: Refused = 'last-admin';
`;

describe('the OpenAPI document', () => {
  let app: TestApp;
  let text: string;
  beforeAll(async () => {
    app = await TestApp.start();
    ({ text } = await app.nobody.call('GET', '/api/openapi.json'));
  });
  afterAll(() => app.stop());

  const faultsOf = async (source: string): Promise<string[]> =>
    (await lintFromString({ source, config: await createConfig({ extends: ['recommended-strict'] }) })).map(
      ({ ruleId, message, location: [place] }) => `${ruleId}: ${message} (${place?.pointer})`,
    );

  it('is valid, and has all that one recommends', async () => {
    expect(await faultsOf(text)).toEqual([]);
  });

  it('is held to something', async () => {
    const broken = JSON.parse(text) as Document;
    broken.components.schemas = {};
    expect((await faultsOf(JSON.stringify(broken))).length).toBeGreaterThan(50);
  });

  it('makes a client that type-checks, and that refuses what the server would', async () => {
    const folder = await mkdtemp(fileURLToPath(new URL('./openapi-client-', import.meta.url)));
    try {
      const [client, usage] = ['client.ts', 'usage.ts'].map((name) => join(folder, name)) as [string, string];
      // What has a default may be left out.
      await writeFile(client, astToString(await openapiTS(text, { defaultNonNullable: false })));
      await writeFile(usage, program);
      const compiled = ts.createProgram([client, usage], {
        strict: true,
        noEmit: true,
        lib: ['lib.es2023.d.ts'],
        types: [],
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
      });
      const faults = ts.getPreEmitDiagnostics(compiled);
      expect(faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
