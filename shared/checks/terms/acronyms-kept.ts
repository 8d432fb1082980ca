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
const ACRONYM = /(?<![\w.-])[A-Z][A-Z\d]{1,5}s?(?![\w-])/g;

/** An acronym of the original without a counterpart: neither it nor its Spanish form is in the target. */
export const acronymsKept: Check = {
  name: 'acronyms-kept',
  modes: ['faithful'],
  run({ sourceProse, targetProse, isSpanish, isFromEnglish }) {
    if (!isSpanish || !isFromEnglish || !/[A-Z][A-Z\d]/.test(sourceProse) || targetProse.trim() === '') return [];
    if (sourceProse === sourceProse.toUpperCase()) return [];
    const found = Array.from(sourceProse.matchAll(ACRONYM), ([acronym]) => acronym);
    if (found.length === 0) return [];
    const all = targetProse.toUpperCase();
    return [...new Set(found)].flatMap((acronym): readonly Finding[] => {
      const spanish = SPANISH[acronym];
      if (spanish?.test(targetProse) === true || all.includes(acronym.toUpperCase().replace(/S$/u, ''))) return [];
      if (spanish === undefined && !isUnknownLoss(acronym, found.length, targetProse)) return [];
      return [{ code: 'acronymMissing', params: { acronym }, severity: spanish === undefined ? 'info' : 'warning' }];
    });
  },
};

/** A word in capitals is no acronym; and where the target has as many acronyms, this one has another form there. */
function isUnknownLoss(acronym: string, found: number, target: string): boolean {
  return !ENGLISH_WORDS.has(acronym) && (target.match(ACRONYM)?.length ?? 0) < found;
}

const ENGLISH_WORDS = new Set(
  (
    'THE AND FOR NOT YOU ALL ARE ANY CAN NEW END OLD ON OFF IN OR NO YES OK IF IS IT TO OF AS AT BE BY DO GO SO UP US WE ' +
    'ONE TWO NOW OUT USE SET GET RUN KEY TAB ESC DEL INS ADD MAY TOP LEFT OPEN SAVE MUST WILL THIS THAT ONLY WITH FROM ' +
    'WHEN EACH SOME HAVE BOTH EVERY NEVER ALWAYS TRUE FALSE NULL NONE NOTE ERROR TODO SHOULD THEN ELSE HOME LOCK SHIFT ' +
    'ENTER READY START STOP DATE TIME NAME FILE TYPE SIZE'
  ).split(' '),
);
