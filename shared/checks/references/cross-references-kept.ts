import type { Check, Finding } from '../check.ts';

/** What texts refer to, in English and Spanish. */
const KINDS: readonly (readonly [english: string, spanish: string])[] = [
  ['figures?|fig\\.', 'figuras?|figs?\\.|gráficos?|gráficas?|ilustraci(?:ón|ones)'],
  ['tables?', 'tablas?|cuadros?'],
  ['box(?:es)?', 'recuadros?|cuadros?|cajas?'],
  ['annex(?:es)?|appendix|appendices', 'anexos?|apéndices?'],
  ['sections?', 'secci(?:ón|ones)|apartados?'],
  ['chapters?', 'capítulos?|cap\\.'],
  ['modules?', 'módulos?'],
  ['activity|activities', 'actividad(?:es)?'],
  ['parts?', 'partes?'],
  ['sessions?', 'sesi(?:ón|ones)'],
  ['slides?', 'diapositivas?|láminas?'],
  ['pages?|pp?\\.', 'páginas?|págs?\\.|pp?\\.'],
];
const ID = String.raw`\s(\d+(?:\.\d+)*|[IVX]+|[A-H])(?![\p{L}\p{N}])`;
const PATTERNS = KINDS.map(([english, spanish]) => ({
  english: new RegExp(String.raw`(?<!\p{L})(?:${english})${ID}`, 'giu'),
  spanish: new RegExp(
    String.raw`(?<!\p{L})(?:${spanish})\s(?:n\.?[ºo°]\s?)?(?:[\dA-HIVX.]+\s?(?:,|y|a|e)\s)?(\d+(?:\.\d+)*|[IVX]+|[A-H])(?![\p{L}\p{N}])`,
    'giu',
  ),
}));
const ANY = new RegExp(String.raw`\b(?:${KINDS.map(([english]) => english).join('|')})\s[\dA-IVX]`, 'i');

/**
 * "Figure 3", "Annex B": the original refers to something and the target to something else. A number that is gone
 * altogether is told by the numbers; here are letters, Roman numerals, and numbers that now belong to another thing.
 */
export const crossReferencesKept: Check = {
  name: 'cross-references-kept',
  modes: ['faithful', 'adapted'],
  run({ sourceProse, targetProse, isSpanish, isFromEnglish, record }) {
    if (
      !isSpanish ||
      !isFromEnglish ||
      targetProse === '' ||
      !/[a-z.] [\dA-IVX]/.test(sourceProse) ||
      !ANY.test(sourceProse)
    )
      return [];
    const out: Finding[] = [];
    for (const [index, { english, spanish }] of PATTERNS.entries()) {
      const kept = new Set(Array.from(targetProse.matchAll(spanish), ([, id]) => id));
      for (const [reference, id = ''] of sourceProse.matchAll(english)) {
        if (kept.has(id) || !isLost(id, index, targetProse)) continue;
        if (/^[A-I]$/u.test(id) && /^\p{Ll}/u.test(reference)) continue;
        out.push({
          code: 'crossReferenceMissing',
          params: { reference },
          severity: record.mode === 'adapted' ? 'info' : 'warning',
        });
      }
    }
    return out;
  },
};

/** Whether another kind of thing has that number now; a letter or Roman numeral that is nowhere is lost as well. */
function isLost(id: string, kind: number, target: string): boolean {
  const isElsewhere = PATTERNS.some(({ spanish }, index) => {
    return index !== kind && Array.from(target.matchAll(spanish)).some(([, other]) => other === id);
  });
  if (isElsewhere) return true;
  return !/^\d/u.test(id) && !new RegExp(String.raw`(?<![\p{L}\p{N}])${id}(?![\p{L}\p{N}])`, 'u').test(target);
}
