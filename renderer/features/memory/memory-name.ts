import { useTranslation } from 'react-i18next';
import type { MemoryTitle } from '#shared/contract/memory.ts';

/** What memories are called: those that fill themselves have a name in each language until people give them one. */
export function useMemoryName(): (memory: MemoryTitle) => string {
  const { t } = useTranslation('memory');
  return ({ name, kind, sandbox }) => {
    if (name !== '' || kind === 'imported') return name;
    return t(sandbox ? `practiceKind.${kind}` : `kind.${kind}`);
  };
}
