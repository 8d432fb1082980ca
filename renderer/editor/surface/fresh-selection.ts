import { $createRangeSelectionFromDom, $setSelection, type LexicalEditor } from 'lexical';

const EVENTS = ['keydown', 'paste', 'copy', 'cut'] as const;

/**
 * The browser announces a moved caret only with the next frame; a key that follows at once (a busy machine, a fast hand)
 * would act where the caret was. Before such an event, Lexical is told where the caret is. Returns the way to stop.
 */
export function keepSelectionFresh(editor: LexicalEditor, root: HTMLElement): () => void {
  const { ownerDocument } = root;
  const view = ownerDocument.defaultView;
  let seen = '';
  let nodes: readonly (Node | null)[] = [];

  const changed = (selection: Selection): boolean => {
    const { anchorNode, focusNode, anchorOffset, focusOffset } = selection;
    const offsets = `${anchorOffset} ${focusOffset}`;
    if (offsets === seen && nodes[0] === anchorNode && nodes[1] === focusNode) return false;
    seen = offsets;
    nodes = [anchorNode, focusNode];
    return true;
  };
  const announced = (event: Event): void => {
    const selection = view?.getSelection() ?? null;
    if (selection === null) return;
    changed(selection);
    // Text of an original, selected to be read or copied: Lexical, which knows no such text, would take the selection away.
    if (isInReadOnlyText(selection.anchorNode)) event.stopImmediatePropagation();
  };
  const sync = (): void => {
    const selection = view?.getSelection() ?? null;
    if (selection === null || editor.isComposing() || !changed(selection)) return;
    if (!root.contains(selection.anchorNode) || isInReadOnlyText(selection.anchorNode)) return;
    editor.update(
      () => {
        const fresh = $createRangeSelectionFromDom(selection, editor);
        if (fresh !== null) $setSelection(fresh);
      },
      { discrete: true },
    );
  };
  ownerDocument.addEventListener('selectionchange', announced, { capture: true });
  for (const name of EVENTS) ownerDocument.addEventListener(name, sync, { capture: true });
  return () => {
    ownerDocument.removeEventListener('selectionchange', announced, { capture: true });
    for (const name of EVENTS) ownerDocument.removeEventListener(name, sync, { capture: true });
  };
}

/** Whether a place lies in an original, a gutter or a received translation: on the page, but not in the adapted text. */
export function isInReadOnlyText(node: Node | null): boolean {
  const element = node instanceof Element ? node : node?.parentElement;
  return (element?.closest('.source, .gutter, .extra') ?? null) !== null;
}
