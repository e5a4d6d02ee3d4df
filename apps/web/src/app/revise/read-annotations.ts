import { routes, type AnnotationView } from '@belegg/contract';
import type { Api } from '../shell/api';

/** All annotations of an article that are not retired, in the order of the text. */
export async function readAnnotations(api: Api, articleId: string): Promise<readonly AnnotationView[]> {
  const read: AnnotationView[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await api.call(routes.listAnnotations, { params: { id: articleId }, query: cursor === undefined ? {} : { cursor } });
    read.push(...items);
    cursor = nextCursor;
  } while (cursor !== undefined);
  return read.filter(({ status }) => status !== 'retired');
}
