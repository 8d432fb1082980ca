import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';

/** Plurals that speak of people by the masculine alone, with what may be said instead. */
const HINTS: Readonly<Record<string, string>> = {
  'los ciudadanos': 'la ciudadanía; las ciudadanas y los ciudadanos',
  'los funcionarios': 'el personal; las funcionarias y los funcionarios',
  'los servidores públicos': 'el personal público; las servidoras y los servidores públicos',
  'los empleados': 'el personal; las empleadas y los empleados',
  'los trabajadores': 'las trabajadoras y los trabajadores',
  'los participantes': 'las y los participantes',
  'los capacitadores': 'las capacitadoras y los capacitadores',
  'los facilitadores': 'las facilitadoras y los facilitadores',
  'los alcaldes': 'las alcaldesas y los alcaldes',
  'los concejales': 'las y los concejales',
  'los niños': 'la niñez; las niñas y los niños',
  'los jóvenes': 'la juventud; las y los jóvenes',
  'los vecinos': 'el vecindario; las vecinas y los vecinos',
  'los usuarios': 'las personas usuarias',
  'los habitantes': 'la población; las y los habitantes',
  'los profesores': 'el profesorado; las profesoras y los profesores',
  'los maestros': 'el magisterio; las maestras y los maestros',
  'los estudiantes': 'el estudiantado; las y los estudiantes',
  'los directores': 'la dirección; las directoras y los directores',
  'los líderes': 'el liderazgo; las y los líderes',
  'los bolivianos': 'las bolivianas y los bolivianos',
  'los indígenas': 'los pueblos indígenas',
  'los beneficiarios': 'las personas beneficiarias',
  'los expertos': 'las personas expertas; las expertas y los expertos',
  'los miembros': 'las y los miembros; quienes integran',
  'el hombre': 'el ser humano; las personas',
};
const STARTS = ['los ', 'Los ', 'el hombre', 'El hombre'];
const PHRASES = new RegExp(
  `(?<![\\p{L}])(?<!\\b[Ll]as y )(${Object.keys(HINTS).join('|')})(?![\\p{L}])(?! y las )`,
  'giu',
);

/** Hints only: how people want to be spoken of is theirs to say, so nothing is ever replaced. */
export const inclusiveHints: Check = {
  name: 'inclusive-hints',
  modes: LANGUAGE_MODES,
  run({ targetProse, isSpanish }) {
    if (!isSpanish || !STARTS.some((start) => targetProse.includes(start))) return [];
    return Array.from(targetProse.matchAll(PHRASES)).flatMap(({ 0: words, index }): readonly Finding[] => {
      const hint = HINTS[words.toLowerCase()];
      if (hint === undefined || hasBoth(targetProse, index)) return [];
      return [
        {
          code: 'inclusiveHint',
          params: { words, hint },
          severity: 'info',
          range: { from: index, to: index + words.length },
        },
      ];
    });
  },
};

/** "las alcaldesas y los alcaldes". */
function hasBoth(text: string, at: number): boolean {
  return /(?<!\p{L})las \p{L}+(?: \p{L}+)? y $/iu.test(text.slice(Math.max(0, at - 40), at));
}
