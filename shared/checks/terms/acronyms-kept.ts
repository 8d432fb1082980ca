import type { Check, Finding } from '../check.ts';

/** Acronyms that have a Spanish form of their own. */
const SPANISH: Readonly<Record<string, RegExp>> = {
  SDG: /\bODS\b|Objetivos? de Desarrollo Sostenible/u,
  SDGs: /\bODS\b|Objetivos? de Desarrollo Sostenible/u,
  UN: /\b(?:ONU|NN\.? ?UU)|Naciones Unidas/u,
  UNDP: /\bPNUD\b/u,
  UNEP: /\bPNUMA\b/u,
  WHO: /\bOMS\b/u,
  ILO: /\bOIT\b/u,
  IMF: /\bFMI\b/u,
  EU: /\bUE\b|Unión Europea/u,
  NGO: /\bONG\b|organizaci(?:ón|ones) no gubernamental/u,
  NGOs: /\bONG\b|organizaciones no gubernamentales/u,
  GDP: /\bPIB\b|producto interno/iu,
  ICT: /\bTIC\b|tecnologías? de (?:la )?información/iu,
  ICTs: /\bTIC\b|tecnologías? de (?:la )?información/iu,
  AI: /\bIA\b|inteligencia artificial/iu,
  HIV: /\bVIH\b/u,
  AIDS: /\bSIDA\b|\bsida\b/iu,
  PPP: /\bAPP\b|público-privad/iu,
  SME: /\bpyme/iu,
  SMEs: /\bpyme/iu,
};
const ACRONYM = /(?<![\p{L}\p{N}_.-])\p{Lu}[\p{Lu}\p{N}]{1,5}s?(?![\p{L}\p{N}_-])/gu;

/** An acronym of the original without a counterpart: neither it nor its Spanish form is in the target. */
export const acronymsKept: Check = {
  name: 'acronyms-kept',
  modes: ['faithful'],
  run({ sourceProse, targetProse, isSpanish, isFromEnglish }) {
    if (!isSpanish || !isFromEnglish || targetProse.trim() === '' || sourceProse === sourceProse.toUpperCase())
      return [];
    const found = Array.from(sourceProse.matchAll(ACRONYM), ([acronym]) => acronym);
    if (found.length === 0) return [];
    const all = targetProse.toUpperCase();
    return [...new Set(found)].flatMap((acronym): readonly Finding[] => {
      const spanish = SPANISH[acronym];
      if (spanish?.test(targetProse) === true || all.includes(acronym.toUpperCase().replace(/S$/u, ''))) return [];
      if (spanish === undefined && !isUnknownLoss(acronym, targetProse)) return [];
      return [{ code: 'acronymMissing', params: { acronym }, severity: spanish === undefined ? 'info' : 'warning' }];
    });
  },
};

/** English words in capitals, and acronyms where the target has another in their place, are nobody's loss. */
function isUnknownLoss(acronym: string, target: string): boolean {
  if (/[AEIOU]/u.test(acronym) && acronym.length <= 3) return false;
  return !/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/u.test(target) && !ENGLISH_WORDS.has(acronym);
}

const ENGLISH_WORDS = new Set(
  'NOT MUST WILL THIS THAT ONLY WITH FROM WHEN EACH SOME HAVE BOTH EVERY NEVER ALWAYS TRUE FALSE NULL NONE NOTE ERROR WARNING TODO SHOULD THEN ELSE'.split(
    ' ',
  ),
);
