import type { Workbench } from '#renderer/features/editor/workbench.ts';

const LONGEST = 300;

/** F3: the search in the memory, for what is selected in the text where something is. */
export function searchMemory(workbench: Workbench): boolean {
  const selection = getSelection();
  const node = selection?.anchorNode ?? null;
  const element = node instanceof Element ? node : node?.parentElement;
  const isText = element?.closest('.source, .target') !== null;
  const selected = isText ? (selection?.toString() ?? '').replace(/\s+/gu, ' ').trim().slice(0, LONGEST) : '';
  if (selected !== '') workbench.store.setState({ concordance: selected });
  workbench.showPanel('matches', 'concordance');
  return true;
}
