import { z } from 'zod';
import { audienceSchema, modeSchema, reasonSchema, statusSchema } from '#shared/contract/unit.ts';
import type { Command, ReasonGiven } from '#shared/model/commands.ts';
import { plain, textOf } from '#shared/model/content.ts';
import type { UnitId } from '#shared/model/unit.ts';
import type { Store } from '#main/store/store.ts';
import { applyCommands, type Signature } from './unit-changes.ts';
import { allAtOnce } from './slices.ts';
import { unitsInOrder } from './units.ts';

/** Work somebody has already done on the sample: the unit is named by the text of a block of its original. */
export const sampleEditSchema = z.object({
  source: z.string(),
  target: z.string().optional(),
  mode: modeSchema.optional(),
  reason: reasonSchema.optional(),
  reference: z.string().optional(),
  note: z.string().optional(),
  status: statusSchema.optional(),
  audience: audienceSchema.optional(),
});
export type SampleEdit = z.infer<typeof sampleEditSchema>;

/**
 * Does the sample's prepared work on a freshly imported document, as if a person had: with revisions, inside the caller's
 * transaction. Edits whose original is not in the document are passed over.
 */
export function applySampleEdits(
  store: Store,
  document: string,
  edits: readonly SampleEdit[],
  signature: Signature,
): void {
  const originals = new Map(
    allAtOnce(unitsInOrder(store, document)).flatMap((unit) =>
      unit.source.map((block) => [textOf(store.blocks.get(block)?.content ?? []), unit.id] as const),
    ),
  );
  const commands = edits.flatMap((edit) => {
    const unit = originals.get(edit.source);
    return unit === undefined ? [] : commandsOf(unit, edit);
  });
  if (commands.length > 0) applyCommands(store, document, commands, signature);
}

function commandsOf(unit: UnitId, edit: SampleEdit): Command[] {
  const { target, mode, status, audience } = edit;
  const why = reasonOf(edit);
  return [
    ...(target === undefined ? [] : [{ type: 'edit', unit, content: plain(target) } as const]),
    ...(mode === undefined ? [] : [{ type: 'mode', unit, mode, ...(why === undefined ? {} : { why }) } as const]),
    ...(audience === undefined ? [] : [{ type: 'audience', unit, audience } as const]),
    ...(status === undefined ? [] : [{ type: 'status', unit, status } as const]),
  ];
}

function reasonOf({ reason, note, reference }: SampleEdit): ReasonGiven | undefined {
  if (reason === undefined) return undefined;
  return { reason, ...(note === undefined ? {} : { note }), ...(reference === undefined ? {} : { reference }) };
}
