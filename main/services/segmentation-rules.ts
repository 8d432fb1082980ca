import { z } from 'zod';
import { BUILT_IN } from '#shared/text/segmentation/builtin/index.ts';
import type { SegmentationRules } from '#shared/text/segmentation/rules.ts';
import type { Store } from '#main/store/store.ts';

const NAME = 'segmentation';
const RULES = 'segmentationRules';

const namedSchema = z.strictObject({ id: z.string(), file: z.string() }).nullable();

const rulesSchema = z.strictObject({
  cascade: z.boolean(),
  languages: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(z.strictObject({ breaks: z.boolean(), before: z.string(), after: z.string() })),
    }),
  ),
  maps: z.array(z.strictObject({ pattern: z.string(), rules: z.string() })),
});

/** Rules by the id they were taken over under: the same object each time, so that they are compiled once. */
const known = new Map<string, SegmentationRules>();

/** The rules a toolkit's texts are cut by; Adapta's own where nobody chose others. */
export function rulesOf(store: Store, toolkit: string): SegmentationRules {
  const named = namedOf(store, toolkit);
  if (named === null) return BUILT_IN;
  const kept = known.get(named.id);
  if (kept !== undefined) return kept;
  const stored = rulesSchema.safeParse(store.toolkitSettings.read(toolkit, RULES));
  const rules = stored.success ? stored.data : BUILT_IN;
  known.set(named.id, rules);
  return rules;
}

/** The file they were taken from; null: Adapta's own. */
export function rulesFileOf(store: Store, toolkit: string): string | null {
  return namedOf(store, toolkit)?.file ?? null;
}

/** Inside the caller's transaction; null: back to Adapta's own. */
export function writeRules(
  store: Store,
  toolkit: string,
  taken: { readonly file: string; readonly rules: SegmentationRules } | null,
): void {
  store.toolkitSettings.write(toolkit, NAME, taken === null ? null : { id: store.newId(), file: taken.file });
  store.toolkitSettings.write(toolkit, RULES, taken?.rules ?? null);
}

function namedOf(store: Store, toolkit: string): z.infer<typeof namedSchema> {
  const named = namedSchema.safeParse(store.toolkitSettings.read(toolkit, NAME));
  return named.success ? named.data : null;
}
