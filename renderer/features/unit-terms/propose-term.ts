import type { Workbench } from '#renderer/features/editor/workbench.ts';

const LONGEST = 300;

/**
 * Begins to propose a term with what is selected, in the original or in the adapted text. A proposal already begun keeps
 * its other side: one selects first here, then there.
 */
export function proposeTerm(workbench: Workbench): boolean {
  if (workbench.session.readOnly) return false;
  const selection = getSelection();
  const text = (selection?.toString() ?? '').replace(/\s+/gu, ' ').trim().slice(0, LONGEST);
  const node = selection?.anchorNode ?? null;
  const element = node instanceof Element ? node : node?.parentElement;
  const side = element?.closest('.source') ? 'source' : element?.closest('.target') ? 'target' : null;
  const begun = workbench.store.getState().proposal ?? { source: '', target: '' };
  workbench.store.setState({ proposal: side === null ? begun : { ...begun, [side]: text } });
  workbench.showPanel('terms', 'proposal');
  return true;
}
