import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Concept } from '#shared/model/concept.ts';
import { compileGlossary } from '#shared/terms/glossary.ts';
import { readStarter } from '#main/services/term-starter.ts';

/** A sentence of somebody's document with the terms of the starter glossary in it, labelled by reading it. */
export interface LabelledSentence {
  /** `held-out`: labelled after recogniser and glossary were done with, and never looked at to mend them. */
  readonly set: 'first' | 'held-out';
  /** Where it is from, in the shared corpus. */
  readonly source: string;
  readonly language: 'en' | 'es';
  readonly text: string;
  /** `concept`: called by its first term in the glossary. */
  readonly terms: readonly { readonly from: number; readonly to: number; readonly concept: string }[];
}

/** One place where the recogniser and the labels disagree. */
export interface TermMistake {
  readonly kind: 'missed' | 'wrong';
  readonly concept: string;
  readonly words: string;
  readonly text: string;
}

export interface TermScore {
  readonly sentences: number;
  readonly labelled: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  readonly mistakes: readonly TermMistake[];
}

export const SENTENCES = JSON.parse(
  readFileSync(join(import.meta.dirname, '../data/term-sentences.json'), 'utf8'),
) as readonly LabelledSentence[];

/** Texts of another field: their *targets* and *modules* are none of the glossary's. */
export const isOtherField = ({ source }: LabelledSentence): boolean => source.startsWith('memory/');

/** The starter glossary; a concept is called by its first term. */
export function starterConcepts(): readonly Concept[] {
  return readStarter(join(import.meta.dirname, '../../resources')).map((entry) => {
    const { line: _line, ...facts } = entry;
    const id = entry.terms[0]?.text ?? '';
    const terms = entry.terms.map((term, index) => ({ ...term, id: `${id}#${index}` }));
    return { ...facts, id, toolkit: null, author: '', at: '', terms };
  });
}

/** Recognition against labels: a term counts as found when its very place and its concept are. */
export function scoreTerms(sentences: readonly LabelledSentence[]): TermScore {
  const glossary = compileGlossary(starterConcepts(), {
    sourceLanguage: 'en',
    targetLanguage: 'es-BO',
    municipality: '',
  });
  const mistakes: TermMistake[] = [];
  let labelled = 0;
  let right = 0;
  for (const { text, language, terms } of sentences) {
    const found = glossary.recognise(text, language === 'en' ? 'source' : 'target');
    const truth = new Map(terms.map((term) => [keyOf(term), term]));
    labelled += truth.size;
    for (const { concept, from, to } of found) {
      if (truth.delete(keyOf({ concept: concept.id, from, to }))) right += 1;
      else mistakes.push({ kind: 'wrong', concept: concept.id, words: text.slice(from, to), text });
    }
    for (const { concept, from, to } of truth.values()) {
      mistakes.push({ kind: 'missed', concept, words: text.slice(from, to), text });
    }
  }
  const wrong = mistakes.filter(({ kind }) => kind === 'wrong').length;
  return {
    sentences: sentences.length,
    labelled,
    right,
    precision: right + wrong === 0 ? 1 : right / (right + wrong),
    recall: labelled === 0 ? 1 : right / labelled,
    mistakes,
  };
}

function keyOf({ concept, from, to }: LabelledSentence['terms'][number]): string {
  return `${from} ${to} ${concept}`;
}
