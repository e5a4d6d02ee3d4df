import { readAll, routes, type AnnotationView } from '@belegg/contract';
import type { Api } from '../shell/api';

/** All annotations of an article that are not retired, in the order of the text. */
export async function readAnnotations(api: Api, articleId: string): Promise<readonly AnnotationView[]> {
  return (await readAll(api, routes.listAnnotations, { params: { id: articleId } })).filter(
    ({ status }) => status !== 'retired',
  );
}
