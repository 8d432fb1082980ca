import { $getNodeByKey, mergeRegister, TextNode, type LexicalEditor } from 'lexical';
import type { DocumentModel } from '../model/document-model.ts';
import { $isUnitNode, UnitNode } from '../nodes/unit-node.ts';
import { BUILD_TAG, type Sections } from './sections.ts';

/**
 * The net under everything: whatever a key, a paste or an extension of the browser does, every unit of the model has
 * exactly one node, and text is NFC. Text is never thrown away: what a stray node holds goes to the unit before it.
 */
export function registerGuards(editor: LexicalEditor, model: DocumentModel, sections: Sections): () => void {
  return mergeRegister(
    editor.registerNodeTransform(TextNode, (node) => {
      const text = node.getTextContent();
      const canonical = text.normalize('NFC');
      if (text === canonical || editor.isComposing()) return;
      node.setTextContent(canonical);
    }),
    editor.registerMutationListener(
      UnitNode,
      (mutations, { updateTags }) => {
        if (updateTags.has(BUILD_TAG)) return;
        let stray = false;
        for (const [key, mutation] of mutations)
          if (mutation === 'created' || mutation === 'destroyed') stray ||= isStray(key, mutation);
        if (stray) editor.update(() => $repair(model, sections), { tag: BUILD_TAG });
      },
      { skipInitialization: true },
    ),
  );

  function isStray(key: string, mutation: 'created' | 'destroyed'): boolean {
    if (mutation === 'created') {
      return editor.read(() => {
        const node = $getNodeByKey(key);
        return $isUnitNode(node) && sections.keyOf(node.getUnit()) !== key;
      });
    }
    return lostUnits(editor, model, sections).next().done !== true;
  }
}

function* lostUnits(
  editor: LexicalEditor,
  model: DocumentModel,
  sections: Sections,
): Iterable<string> & Iterator<string> {
  for (const id of model.order) {
    const key = sections.keyOf(id);
    if (key !== undefined && editor.getElementByKey(key) === null) yield id;
  }
}

/** Unknown and second nodes give their text to the row before and go; units without a node get one. */
function $repair(model: DocumentModel, sections: Sections): void {
  for (const id of model.order) {
    if (sections.keyOf(id) === undefined || sections.$node(id)?.isAttached() === true) continue;
    const previous = model.neighbour(id, -1);
    const next = model.neighbour(id, 1);
    const node = sections.$create(id);
    const before = previous === undefined ? null : sections.$node(previous.id);
    const after = next === undefined ? null : sections.$node(next.id);
    if (before !== null) before.insertAfter(node);
    else after?.insertBefore(node);
  }
  for (const id of model.order) {
    const node = sections.$node(id);
    for (let sibling = node?.getNextSibling(); $isUnitNode(sibling); sibling = sibling.getNextSibling()) {
      if (sections.keyOf(sibling.getUnit()) === sibling.getKey()) break;
      node?.append(...sibling.getChildren());
      sibling.remove(true);
    }
  }
}
