import type { Match, MatchBand } from '#shared/contract/memory.ts';
import { countWords } from '#shared/text/count-words.ts';
import type { Command, UnitChange } from '#shared/model/commands.ts';
import { isBlank, plain, textOf, type Content } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { Recogniser } from '#shared/terms/glossary.ts';
import type { ServiceDeps } from './deps.ts';
import { Glossaries } from './glossaries.ts';
import { needDocument, toolkitOf } from './library-commands.ts';
import { contextOf, sandboxOf, sourceOf } from './memory-fill.ts';
import { findMatches, type MatchWish } from './memory-matches.ts';
import type { CallContext } from './services.ts';
import { authorOf } from './settings.ts';
import { inSlices, readSteadily } from './slices.ts';
import { applyCommands } from './unit-changes.ts';
import { unitsInOrder } from './units.ts';
import { rulesOf } from './segmentation-rules.ts';

export interface PretranslateWish {
  readonly document: string;
  readonly least: number;
  readonly assembled: boolean;
}

export interface Pretranslated {
  readonly changes: readonly UnitChange[];
  readonly byBand: Record<MatchBand, number>;
  readonly words: number;
}

/**
 * Gives units without a text the best match of the memory as a draft, or the preferred term when their original is one, in
 * one transaction: one step to undo. Units that were written meanwhile keep what they have.
 */
export async function pretranslate(
  deps: ServiceDeps,
  { document, least, assembled }: PretranslateWish,
  person: Pick<MatchWish, 'municipality' | 'now'>,
  { signal, progress }: CallContext,
): Promise<Pretranslated> {
  const { store, memory, emit, now } = deps;
  const stored = needDocument(store, document);
  const toolkit = toolkitOf(store, stored);
  const { sourceLanguage, targetLanguage } = toolkit;
  const all = await readSteadily(store, () => unitsInOrder(store, document), signal);
  const open = all.filter((unit) => isEmpty(unit));
  const languages = { sourceLanguage, targetLanguage };
  const recogniser = await inSlices(new Glossaries(store).recogniser(toolkit.id, languages), { signal });
  const byBand = { context: 0, '100': 0, '95-99': 0, '85-94': 0, '75-84': 0, '50-74': 0, new: 0 };
  const drafts = new Map<string, Content>();
  let words = 0;
  for (const [index, unit] of open.entries()) {
    signal.throwIfAborted();
    const source = sourceOf(store, unit);
    if (isBlank(source)) continue;
    const wish = {
      source,
      context: contextOf(store, unit),
      sourceLanguage,
      targetLanguage,
      rules: rulesOf(store, toolkit.id),
      sandbox: sandboxOf(toolkit),
      count: 1,
      least,
      ...person,
    };
    const [match] = await findMatches(memory, wish);
    const taken = match !== undefined && (assembled || match.kind !== 'assembled') ? match : undefined;
    const content = taken?.insert ?? termFor(textOf(source), recogniser);
    byBand[content === undefined ? 'new' : bandOf(taken)] += 1;
    if (content !== undefined) {
      drafts.set(unit.id, content);
      words += countWords(textOf(source), sourceLanguage);
    }
    progress({
      step: 'pretranslate',
      done: index + 1,
      total: open.length,
      progress: (index + 1) / open.length,
      subject: stored.title,
    });
  }
  const signature = { author: authorOf(store), now: now() };
  const changes = store.transaction(() => {
    const commands = [...drafts].flatMap(([id, content]): Command[] => {
      const unit = store.units.get(id);
      return unit !== undefined && isEmpty(unit) ? [{ type: 'edit', unit: id, content }] : [];
    });
    return applyCommands(store, document, commands, signature);
  });
  if (changes.length > 0) emit('unitsChanged', { document, changes });
  return { changes, byBand, words };
}

function isEmpty({ mode, status, content }: UnitRecord): boolean {
  return mode === 'faithful' && status === 'untranslated' && isBlank(content);
}

function bandOf(match: Match | undefined): MatchBand {
  // A term of the glossary that is the whole original is as good as an exact match.
  if (match === undefined) return '100';
  if (match.kind === 'context') return 'context';
  const { score } = match;
  if (score === 100) return '100';
  if (score >= 95) return '95-99';
  if (score >= 85) return '85-94';
  return score >= 75 ? '75-84' : '50-74';
}

/** How a term that is the whole of a text is said. */
function termFor(text: string, recogniser: Recogniser): Content | undefined {
  const whole = text.trim();
  const [found] = recogniser.recognise(whole, 'source').filter(({ from, to }) => from === 0 && to === whole.length);
  if (found === undefined) return undefined;
  const preferred = recogniser.termsOf(found.concept, 'target').find(({ status }) => status === 'preferred');
  if (preferred === undefined) return undefined;
  const term = preferred.term.text;
  const isCapital = /^\p{Lu}/u.test(whole);
  return plain(isCapital ? term.charAt(0).toUpperCase() + term.slice(1) : term);
}
