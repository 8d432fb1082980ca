import { useState } from 'react';
import type { Key } from 'react-aria-components';
import { useSettings } from '#renderer/features/settings/settings-store.ts';
import { useLibrary } from './library-store.ts';
import type { ToolkitShelf } from './order.ts';
import { thingKey, toolkitOf, type Thing } from './things.ts';

export interface ShownPlace {
  readonly shown: ToolkitShelf | null;
  /** The module last chosen, where an import will go. */
  readonly module: string | null;
  /** Its key in the tree. */
  readonly key: string | null;
  readonly expanded: ReadonlySet<Key>;
  readonly setExpanded: (keys: ReadonlySet<Key>) => void;
  readonly show: (thing: Thing) => void;
}

/** Which toolkit, and which of its modules, the middle shows; remembered across starts. */
export function useShownPlace(all: readonly ToolkitShelf[]): ShownPlace {
  const remembered = useSettings((state) => state.settings?.view['library.shown']);
  const remember = useSettings((state) => state.remember);
  const library = useLibrary((state) => state.library);
  const [chosen, setChosen] = useState<Thing | null>(null);
  const [expanded, setExpanded] = useState<ReadonlySet<Key> | null>(null);

  const toolkit = chosen === null || library === null ? remembered : toolkitOf(chosen, library);
  const shown = all.find((shelf) => shelf.toolkit.id === toolkit) ?? all[0] ?? null;
  const module = chosen?.of === 'module' ? chosen.id : null;
  const openByDefault = shown === null ? [] : [thingKey({ of: 'toolkit', id: shown.toolkit.id })];
  return {
    shown,
    module,
    key: shown === null ? null : thingKey(chosen?.of === 'module' ? chosen : { of: 'toolkit', id: shown.toolkit.id }),
    expanded: expanded ?? new Set<Key>(openByDefault),
    setExpanded,
    show: (thing: Thing): void => {
      setChosen(thing);
      const id = library === null ? undefined : toolkitOf(thing, library);
      if (id !== undefined) remember('library.shown', id);
      if (thing.of === 'module') scrollToModule(thing.id);
    },
  };
}

function scrollToModule(id: string): void {
  // After the toolkit of the module is on screen.
  requestAnimationFrame(() => {
    document.querySelector(`.documents [data-thing="module:${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'start' });
  });
}
