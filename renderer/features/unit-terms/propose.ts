import type { Client } from '#shared/contract/index.ts';
import type { Concept, ConceptGiven } from '#shared/contract/terms.ts';

export interface TermProposal {
  readonly source: string;
  readonly target: string;
  readonly domain: string;
  readonly note: string;
}

export interface Proposed {
  /** False: the glossary had the pair already, and nothing changed. */
  readonly isNew: boolean;
  readonly undo: () => Promise<void>;
}

/** Notes a pair of terms seen in a document as proposed, and what was said of it where the concept says nothing yet. */
export async function propose(client: Client, document: string, given: TermProposal): Promise<Proposed> {
  const source = given.source.trim();
  const target = given.target.trim();
  const { concept, before } = await client.terms.propose({ document, source, target });
  const isNew = before === null || before.terms.length !== concept.terms.length;
  const domain = concept.domain === '' ? given.domain.trim() : concept.domain;
  const note = concept.note === '' ? given.note.trim() : concept.note;
  if (isNew && (domain !== concept.domain || note !== concept.note))
    await client.terms.write({ concept: { ...givenOf(concept), domain, note } });
  return {
    isNew,
    undo: async () => {
      if (before === null) await client.terms.remove({ concepts: [concept.id] });
      else await client.terms.restore({ concepts: [before] });
    },
  };
}

/** Author and time are the engine's to say. */
function givenOf({ author: _author, at: _at, ...given }: Concept): ConceptGiven {
  return given;
}
