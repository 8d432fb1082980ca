import type { TermFilter } from '#shared/contract/terms.ts';
import type { Concept, Term } from '#shared/model/concept.ts';
import { primaryLanguage } from '#shared/text/language.ts';
import { foldText } from '#shared/text/normalize.ts';
import type { Steps } from './slices.ts';

/** So many concepts are looked at in one step. */
const STEP = 200;

/** The concepts a filter lets through, in alphabetical order of what they are called by. */
export function* listing(concepts: readonly Concept[], filter: TermFilter): Steps<readonly Concept[]> {
  const text = filter.text === undefined ? '' : foldText(filter.text);
  const wanted: { readonly concept: Concept; readonly name: string }[] = [];
  for (const [index, concept] of concepts.entries()) {
    if (isWanted(concept, filter) && (text === '' || says(concept, text))) {
      wanted.push({ concept, name: headTerm(concept) });
    }
    if (index % STEP === STEP - 1) yield;
  }
  return wanted
    .toSorted((a, b) => COLLATOR.compare(a.name, b.name) || COLLATOR.compare(a.concept.id, b.concept.id))
    .map(({ concept }) => concept);
}

const COLLATOR = new Intl.Collator('es', { numeric: true });

/** Every domain in use, in alphabetical order. */
export function domainsOf(concepts: readonly Concept[]): readonly string[] {
  const domains = new Set(concepts.map(({ domain }) => domain).filter((domain) => domain !== ''));
  return [...domains].toSorted((a, b) => COLLATOR.compare(a, b));
}

function isWanted({ domain, toolkit, terms }: Concept, filter: TermFilter): boolean {
  const language = filter.language === undefined ? undefined : primaryLanguage(filter.language);
  return (
    (filter.domain === undefined || domain === filter.domain) &&
    (filter.toolkit === undefined || toolkit === null || toolkit === filter.toolkit) &&
    (filter.status === undefined || terms.some(({ status }) => status === filter.status)) &&
    (language === undefined || terms.some((term) => primaryLanguage(term.language) === language))
  );
}

function says({ definition, note, terms }: Concept, folded: string): boolean {
  return [definition, note, ...terms.map((term) => term.text)].some((text) => foldText(text).includes(folded));
}

/** What a concept is called by: its preferred English term, else whatever comes nearest. */
function headTerm({ terms }: Concept): string {
  const english = terms.filter(({ language }) => primaryLanguage(language) === 'en');
  const candidates: readonly Term[] = english.length > 0 ? english : terms;
  return (candidates.find(({ status }) => status === 'preferred') ?? candidates[0])?.text ?? '';
}
