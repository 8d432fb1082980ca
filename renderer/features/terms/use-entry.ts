import { useEffect, useEffectEvent, useState } from 'react';
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
  /** What was being written is kept first, as it is when the view is left. */
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
        : client.terms.restore({ concepts: [before] }));
      setOpen((now) => (now?.concept.id !== concept.id ? now : before === null ? null : opened(before)));
    };
    toast(t('saved', { term: headTerm(concept) }), { label: t('common:action.undo'), run: () => void saying(back) });
    return answer.concept;
  };
  /** Writes what is open when there is something to keep. */
  const keep = async (): Promise<void> => {
    const kept = open === null || !isChanged ? null : trimmed(open.concept);
    if (kept !== null) await write(kept);
  };
  const leave = useEffectEvent(() => void saying(keep));
  useEffect(
    () => () => {
      leave();
    },
    [],
  );
  return {
    open,
    show: (concept) =>
      void saying(async () => {
        await keep();
        setOpen(opened(concept));
      }),
    begin: () =>
      void saying(async () => {
        await keep();
        setOpen({ concept: emptyConcept(newId), saved: null });
      }),
    change: (concept) => setOpen((now) => (now === null ? null : { ...now, concept })),
    save: async () => {
      await saying(async () => {
        const kept = open === null || !isChanged ? null : trimmed(open.concept);
        if (open === null || kept === null) return;
        const written = opened(await write(kept));
        // What was typed meanwhile, or another entry that was opened, stays.
        setOpen((now) =>
          now?.concept.id !== kept.id
            ? now
            : now.concept === open.concept
              ? written
              : { concept: now.concept, saved: written.saved },
        );
      });
    },
    remove: async () => {
      await saying(async () => {
        if (open === null) return;
        const { removed } = await client.terms.remove({ concepts: [open.concept.id] });
        setOpen(null);
        if (removed.length === 0) return;
        toast(t('removed', { term: headTerm(open.concept) }), {
          label: t('common:action.undo'),
          run: () => void saying(async () => await client.terms.restore({ concepts: removed })),
        });
      });
    },
  };
}

function opened(concept: Concept): Open {
  const given = givenOf(concept);
  return { concept: given, saved: given };
}
