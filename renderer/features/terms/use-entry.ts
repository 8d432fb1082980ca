import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Concept, ConceptGiven } from '#shared/contract/terms.ts';
import { saying } from '#renderer/app/saying.ts';
import { useClient } from '#renderer/app/session.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { emptyConcept, givenOf, headTerm, trimmed } from './concept.ts';

interface Open {
  readonly concept: ConceptGiven;
  /** As it stands in the glossary; null: new. */
  readonly saved: ConceptGiven | null;
}

export interface Entry {
  readonly open: Open | null;
  readonly isChanged: boolean;
  /** What was being written is kept first. */
  readonly show: (concept: Concept) => void;
  readonly begin: () => void;
  readonly change: (concept: ConceptGiven) => void;
  readonly save: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** The entry of the glossary that is open, and what can be done with it; every deed has a way back. */
export function useEntry(newId: () => string): Entry {
  const { t } = useTranslation(['terms', 'common']);
  const client = useClient();
  const [open, setOpen] = useState<Open | null>(null);
  const isChanged = open !== null && JSON.stringify(open.concept) !== JSON.stringify(open.saved);

  const write = async (concept: ConceptGiven): Promise<Concept> => {
    const answer = await client.terms.write({ concept });
    const { before } = answer;
    const back = async (): Promise<void> => {
      await (before === null
        ? client.terms.remove({ concepts: [concept.id] })
        : client.terms.write({ concept: givenOf(before) }));
      setOpen((now) =>
        now?.concept.id !== concept.id
          ? now
          : before === null
            ? null
            : { concept: givenOf(before), saved: givenOf(before) },
      );
    };
    toast(t('saved', { term: headTerm(concept) }), { label: t('common:action.undo'), run: () => void saying(back) });
    return answer.concept;
  };
  /** Writes what is open when there is something to keep. */
  const keep = async (): Promise<void> => {
    const kept = open === null || !isChanged ? null : trimmed(open.concept);
    if (kept !== null) await write(kept);
  };
  return {
    open,
    isChanged,
    show: (concept) =>
      void saying(async () => {
        await keep();
        setOpen({ concept: givenOf(concept), saved: givenOf(concept) });
      }),
    begin: () =>
      void saying(async () => {
        await keep();
        setOpen({ concept: emptyConcept(newId), saved: null });
      }),
    change: (concept) => setOpen((now) => (now === null ? null : { ...now, concept })),
    save: async () => {
      await saying(async () => {
        const kept = open === null ? null : trimmed(open.concept);
        if (kept === null) return;
        const written = givenOf(await write(kept));
        setOpen({ concept: written, saved: written });
      });
    },
    remove: async () => {
      await saying(async () => {
        if (open === null) return;
        const { removed } = await client.terms.remove({ concepts: [open.concept.id] });
        setOpen(null);
        const back = async (): Promise<void> => {
          for (const concept of removed) await client.terms.write({ concept: givenOf(concept) });
        };
        const label = t('common:action.undo');
        toast(t('removed', { term: headTerm(open.concept) }), { label, run: () => void saying(back) });
      });
    },
  };
}
