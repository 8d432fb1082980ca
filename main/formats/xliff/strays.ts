import { isText, type Content, type PlaceholderRun } from '#shared/model/content.ts';
import { pairUses } from './pairing.ts';
import type { XliffUnit } from './unit.ts';
import { attributesOf } from './tags.ts';

/**
 * A text without the codes the file has no place for: those of other units, edges that lost their other one, and copies of
 * what must not be copied. Codes typed in Adapta are no strays.
 */
export function withoutStrays(
  unit: XliffUnit,
  content: Content,
): { readonly content: Content; readonly strays: readonly PlaceholderRun[] } {
  const own = content.map((run) => ({ ...run }));
  const uses = pairUses([own], [true]);
  const strays: PlaceholderRun[] = [];
  const kept = own.filter((run) => {
    if (isText(run) || run.placeholder <= 0) return true;
    const use = uses.get(run);
    const isPlaced = use !== undefined && unit.codes.has(run.placeholder) && (use.copy === 0 || canCopy(unit, run));
    if (!isPlaced) strays.push(run);
    return isPlaced;
  });
  return strays.length === 0 ? { content, strays } : { content: kept, strays };
}

function canCopy({ codes }: XliffUnit, { placeholder }: PlaceholderRun): boolean {
  const code = codes.get(placeholder);
  const token = code?.source?.open ?? code?.source?.point ?? code?.target?.open ?? code?.target?.point;
  return token !== undefined && attributesOf(token.xml).get('canCopy')?.includes('no') !== true;
}
