import { CodePointText } from '@belegg/domain';
import { z } from 'zod';

const string = z.string().optional().catch(undefined);
const words = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .optional()
  .catch(undefined);
const offset = z.int().optional().catch(undefined);
const list = z.array(z.unknown());
const id = z.union([z.string(), z.number()]).optional().catch(undefined);

const span = z.object({
  start: z.unknown().optional(),
  end: z.unknown().optional(),
  text: words,
  labels: words,
  choices: words,
  globalOffsets: z.object({ start: offset, end: offset }).optional().catch(undefined),
});
const labelStudio = z.object({
  data: z.record(z.string(), z.unknown()),
  annotations: z.array(z.object({ result: list })).optional(),
  completions: z.array(z.object({ result: list })).optional(),
});
const result = z.object({ id, value: span });

const doccano = z
  .object({ text: string, data: string, label: list.optional(), labels: list.optional(), entities: list.optional() })
  .refine(({ text, data }) => text !== undefined || data !== undefined)
  .refine(({ label, labels, entities }) => label ?? labels ?? entities);
const doccanoSpan = z.union([
  z.tuple([z.int(), z.int(), z.string()]).transform(([start, end, label]) => ({ start, end, label })),
  z
    .object({ start_offset: z.int(), end_offset: z.int(), label: z.union([z.string(), z.number()]) })
    .transform(({ start_offset: start, end_offset: end, label }) => ({ start, end, label: String(label) })),
]);

const annotationOn = (selector: unknown, labels: readonly string[], said: readonly string[]): unknown => ({
  type: 'Annotation',
  body: [
    ...labels.map((value) => ({ type: 'TextualBody', purpose: 'labelling', value })),
    ...said.map((value) => ({ type: 'TextualBody', purpose: 'commenting', value })),
  ],
  target: { selector },
});
const position = (start: unknown, end: unknown) => ({ type: 'TextPositionSelector', start, end });
const quotation = (exact: string) => ({ type: 'TextQuoteSelector', exact });

/** What Label Studio or doccano exported for one text, as Web Annotations; nothing where it is neither's. */
export function ofLabelling(task: unknown): readonly unknown[] | undefined {
  const studio = labelStudio.safeParse(task).data;
  const results = studio?.annotations ?? studio?.completions;
  if (studio && results) return results.flatMap((one) => ofLabelStudio(one.result, studio.data));
  const marked = doccano.safeParse(task).data;
  return marked && ofDoccano(marked);
}

/** Results of one id are one region: its labels, and what was chosen or written about it. */
function ofLabelStudio(results: readonly unknown[], data: Readonly<Record<string, unknown>>): readonly unknown[] {
  const read = results.map((one) => ({ one, parsed: result.safeParse(one).data }));
  const regions = Map.groupBy(read, ({ one, parsed }) => parsed?.id ?? one);
  const text = Object.values(data).find((value) => typeof value === 'string') ?? '';
  return [...regions.values()]
    .map((region) => {
      const values = region.flatMap(({ parsed }) => (parsed ? [parsed.value] : []));
      const placed = values.find(({ start, end }) => start !== undefined && end !== undefined);
      if (!placed) return region.map(({ one }) => one);
      const { start, end } = placed.globalOffsets ?? placed;
      const exact =
        placed.text?.join('') ?? (typeof start === 'number' && typeof end === 'number' ? text.slice(start, end) : '');
      return annotationOn(
        [position(start, end), quotation(exact)],
        [...new Set(values.flatMap(({ labels, choices }) => [...(labels ?? []), ...(choices ?? [])]))],
        values.filter((one) => one !== placed && one.labels === undefined).flatMap((one) => one.text ?? []),
      );
    })
    .flat();
}

function ofDoccano({ text, data, label, labels, entities }: z.infer<typeof doccano>): readonly unknown[] {
  const points = new CodePointText(text ?? data ?? '');
  return (label ?? labels ?? entities ?? []).map((one) => {
    const marked = doccanoSpan.safeParse(one).data;
    if (!marked) return one;
    const selector = [position(marked.start, marked.end), quotation(points.slice(marked.start, marked.end))];
    return annotationOn(selector, [marked.label], []);
  });
}
