import { bestFor } from '#main/formats/common/languages.ts';
import { NO_FACTS, type ReadTbxEntry, type TbxEntry, type TbxFacts, type TbxTerm } from '#main/formats/tbx/model.ts';
import type { Concept, PartOfSpeech, Term } from '#shared/model/concept.ts';
import type { GivenEntry, GivenTerm } from './term-entry.ts';

/** An id of XML must not begin with a digit, as ours may. */
const ID = 'adapta-';
/** TBX has no status for it: people read it, and so do we. */
const PROPOSED = 'propuesto';
const PARTS: ReadonlySet<string> = new Set<PartOfSpeech>(['noun', 'verb', 'adjective', 'other']);

/** An entry of TBX as one of the glossary: definitions in Spanish before others; what has no place here is left out. */
export function fromTbx(entry: ReadTbxEntry): GivenEntry {
  const levels: readonly TbxFacts[] = [entry, ...entry.languages];
  const terms = entry.languages.flatMap(({ language, terms: own }) =>
    own.map((term, index) => givenTerm(term, language, index)),
  );
  const spanish = bestFor(
    entry.languages.filter(({ definitions }) => definitions.length > 0),
    'es',
  );
  const definition = entry.definitions[0] ?? spanish?.definitions[0] ?? definitionOf(entry);
  const sources = [definition?.source, ...levels.flatMap((level) => level.sources)];
  return {
    line: entry.line,
    ...(entry.id === undefined ? {} : { id: entry.id.startsWith(ID) ? entry.id.slice(ID.length) : entry.id }),
    domain: entry.subject ?? '',
    definition: definition?.text ?? '',
    source: [...new Set(sources.filter((source) => source !== undefined && source !== ''))].join('; '),
    note: levels.flatMap(({ notes }) => notes).join('\n'),
    terms,
  };
}

function definitionOf({ languages }: ReadTbxEntry) {
  return languages.flatMap(({ definitions, terms }) => [
    ...definitions,
    ...terms.flatMap((term) => term.definitions),
  ])[0];
}

/** Where nobody says how far a term may be used, the first of a language is meant to be. */
function givenTerm(term: TbxTerm, language: string, index: number): GivenTerm {
  const { partOfSpeech: part, notes } = term;
  const isProposed = term.status === undefined && notes.includes(PROPOSED);
  return {
    language,
    text: term.term,
    status: isProposed ? 'proposed' : (term.status ?? (index === 0 ? 'preferred' : 'admitted')),
    ...(part !== undefined && PARTS.has(part) ? { partOfSpeech: part as PartOfSpeech } : {}),
    ...(part === 'properNoun' ? { partOfSpeech: 'noun' as const } : {}),
    municipality: term.geography ?? '',
    note: notes.filter((note) => !isProposed || note !== PROPOSED).join('\n'),
  };
}

/** A concept as an entry of TBX. A proposed term has a note instead of a status. */
export function toTbx(concept: Concept): TbxEntry {
  const { id, domain, definition, source, note, terms } = concept;
  const byLanguage = Map.groupBy(terms, ({ language }) => language);
  const sourced = source === '' ? {} : { source };
  return {
    ...NO_FACTS,
    id: `${ID}${id}`,
    ...(domain === '' ? {} : { subject: domain }),
    definitions: definition === '' ? [] : [{ text: definition, ...sourced }],
    sources: definition === '' && source !== '' ? [source] : [],
    notes: note === '' ? [] : [note],
    languages: [...byLanguage].map(([language, own]) => ({ ...NO_FACTS, language, terms: own.map(tbxTerm) })),
  };
}

function tbxTerm({ text, status, partOfSpeech, municipality, note }: Term): TbxTerm {
  return {
    ...NO_FACTS,
    term: text,
    ...(partOfSpeech === undefined ? {} : { partOfSpeech }),
    ...(status === 'proposed' ? {} : { status }),
    ...(municipality === '' ? {} : { geography: municipality }),
    notes: [...(status === 'proposed' ? [PROPOSED] : []), ...(note === '' ? [] : [note])],
    contexts: [],
  };
}
