import type { Concept, PartOfSpeech, Term, TermStatus } from '#shared/model/concept.ts';
import type { Connection } from '../connection.ts';

interface ConceptRow {
  readonly id: string;
  readonly toolkit: string | null;
  readonly domain: string;
  readonly definition: string;
  readonly source: string;
  readonly note: string;
  readonly author: string;
  readonly at: string;
}

interface TermRow {
  readonly id: string;
  readonly concept: string;
  readonly language: string;
  readonly text: string;
  readonly status: TermStatus;
  readonly part_of_speech: PartOfSpeech | '';
  readonly municipality: string;
  readonly note: string;
}

/** The glossary: a concept is read, written and removed with all its terms. */
export function termQueries(db: Connection) {
  const columns = 'id, toolkit, domain, definition, source, note, author, at';
  const termColumns = 'id, concept, language, text, status, part_of_speech, municipality, note';
  const get = db.prepare<[string], ConceptRow>(`SELECT ${columns} FROM concept WHERE id = ?`);
  const after = db.prepare<[string, number], ConceptRow>(
    `SELECT ${columns} FROM concept WHERE id > ? ORDER BY id LIMIT ?`,
  );
  const termsOf = db.prepare<[string], TermRow>(`SELECT ${termColumns} FROM term WHERE concept = ? ORDER BY ord`);
  const conceptOf = db.prepare<[string], string>('SELECT concept FROM term WHERE id = ?').pluck();
  const put = db.prepare<[ConceptRow]>(`
    INSERT INTO concept (${columns}) VALUES (@id, @toolkit, @domain, @definition, @source, @note, @author, @at)
    ON CONFLICT (id) DO UPDATE SET toolkit = @toolkit, domain = @domain, definition = @definition, source = @source,
      note = @note, author = @author, at = @at`);
  const putTerm = db.prepare<[TermRow & { readonly ord: number }]>(`
    INSERT INTO term (${termColumns}, ord)
    VALUES (@id, @concept, @language, @text, @status, @part_of_speech, @municipality, @note, @ord)`);
  const removeTerms = db.prepare<[string]>('DELETE FROM term WHERE concept = ?');
  const remove = db.prepare<[string]>('DELETE FROM concept WHERE id = ?');
  const removeOf = db.prepare<[string]>('DELETE FROM concept WHERE toolkit = ?');
  let version = 0;

  const whole = (row: ConceptRow): Concept => ({ ...row, terms: termsOf.all(row.id).map(termOf) });
  return {
    get: (id: string): Concept | undefined => {
      const row = get.get(id);
      return row === undefined ? undefined : whole(row);
    },
    /** Concepts by id, behind one; read in pages so that nobody waits for a big glossary. */
    after: (id: string, count: number): readonly Concept[] => after.all(id, count).map(whole),
    /** The concept a term belongs to. */
    conceptOf: (term: string): string | undefined => conceptOf.get(term),
    /** A new concept, or a known one as it is now. */
    put: ({ terms, ...concept }: Concept): void => {
      version += 1;
      put.run(concept);
      removeTerms.run(concept.id);
      for (const [ord, { partOfSpeech, ...term }] of terms.entries()) {
        putTerm.run({ ...term, concept: concept.id, part_of_speech: partOfSpeech ?? '', ord });
      }
    },
    remove: (id: string): void => {
      version += 1;
      remove.run(id);
    },
    /** Those of one toolkit, for good; how many there were. */
    removeOf: (toolkit: string): number => {
      version += 1;
      return removeOf.run(toolkit).changes;
    },
    /** Another number whenever something may have changed since. */
    version: (): number => version,
  };
}

function termOf({ concept: _concept, part_of_speech: part, ...term }: TermRow): Term {
  return part === '' ? term : { ...term, partOfSpeech: part };
}
