import type { Client } from '#shared/contract/index.ts';
import type { UnitChange } from '#shared/model/commands.ts';
import { contentEquals } from '#shared/model/content.ts';

/**
 * Brings back what filling changed in documents that are not open here, except units somebody has changed since: undo never
 * overwrites another's work.
 */
export async function undoElsewhere(client: Client, changes: readonly UnitChange[]): Promise<void> {
  const [first] = changes;
  if (first === undefined) return;
  // A unit's repetitions are the others: it is itself one of theirs.
  const { places } = await client.memory.repetitions({ unit: first.unit });
  const [other] = places;
  const around = other === undefined ? [] : (await client.memory.repetitions({ unit: other.unit })).places;
  const isUntouched = ({ unit, after }: UnitChange): boolean => {
    const now = [...around, ...places].find((place) => place.unit === unit);
    return (
      now?.mode === after?.mode &&
      now?.status === after?.status &&
      contentEquals(now?.content ?? [], after?.content ?? [])
    );
  };
  const byDocument = Map.groupBy(changes.filter(isUntouched), ({ before }) => before?.document ?? '');
  for (const [document, some] of byDocument) {
    const records = some.map(({ unit, before }) => ({ unit, record: before }));
    await client.units.apply({ document, commands: [{ type: 'restore', records }] });
  }
}
