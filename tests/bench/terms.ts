/**
 * `npm run bench -- terms [--mistakes]`: precision and recall of term recognition on the labelled sentences
 * (tests/data/term-sentences.json) with the starter glossary, and the cpu time for a whole document of 20,000 units with it and
 * with 5,000 concepts, as JSON. `--mistakes` lists every disagreement.
 */
import { parseArgs } from 'node:util';
import type { Concept } from '#shared/model/concept.ts';
import { compileGlossary } from '#shared/terms/glossary.ts';
import {
  isOtherField,
  scoreTerms,
  SENTENCES,
  starterConcepts,
  type LabelledSentence,
} from '#tests/builders/term-truth.ts';

const UNITS = 20_000;
const { values } = parseArgs({ options: { mistakes: { type: 'boolean', default: false } } });

const GROUPS: Readonly<Record<string, (sentence: LabelledSentence) => boolean>> = {
  field: (sentence) => !isOtherField(sentence),
  fieldEnglish: (sentence) => !isOtherField(sentence) && sentence.language === 'en',
  fieldSpanish: (sentence) => !isOtherField(sentence) && sentence.language === 'es',
  fieldHeldOut: (sentence) => sentence.set === 'held-out',
  otherField: isOtherField,
  all: () => true,
};

function quality(name: string): object {
  const { mistakes, ...score } = scoreTerms(SENTENCES.filter((sentence) => GROUPS[name]?.(sentence) ?? false));
  const { precision, recall, ...counts } = score;
  const rounded = { name, ...counts, precision: precision.toFixed(3), recall: recall.toFixed(3) };
  return values.mistakes ? { ...rounded, mistakes } : rounded;
}

/** The starter glossary with as many concepts of made-up words. */
function grown(count: number): readonly Concept[] {
  const starter = starterConcepts();
  const [first] = starter;
  if (first === undefined) return [];
  const more = Array.from({ length: Math.max(0, count - starter.length) }, (_, index): Concept => {
    const word = `pal${index.toString(36)}ción`;
    const terms = first.terms.map((term, at) => ({ ...term, id: `${word}${at}`, text: `${word} social` }));
    return { ...first, id: word, terms };
  });
  return [...starter, ...more];
}

function ms({ user, system }: NodeJS.CpuUsage): number {
  return Math.round((user + system) / 1000);
}

function speed(concepts: readonly Concept[]): object {
  const settings = { sourceLanguage: 'en', targetLanguage: 'es-BO', municipality: '' };
  const start = process.cpuUsage();
  const glossary = compileGlossary(concepts, settings);
  const compile = process.cpuUsage(start);
  const compiled = process.cpuUsage();
  let found = 0;
  for (let unit = 0; unit < UNITS; unit++) {
    const { text, language } = SENTENCES[unit % SENTENCES.length] as LabelledSentence;
    found += glossary.recognise(text, language === 'en' ? 'source' : 'target').length;
  }
  const recognise = process.cpuUsage(compiled);
  return {
    concepts: concepts.length,
    compileCpuMs: ms(compile),
    units: UNITS,
    found,
    recogniseCpuMs: ms(recognise),
  };
}

console.log(
  JSON.stringify(
    { quality: Object.keys(GROUPS).map(quality), speed: [speed(grown(0)), speed(grown(5000))] },
    undefined,
    2,
  ),
);
