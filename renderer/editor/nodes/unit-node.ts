import {
  $create,
  ElementNode,
  type EditorConfig,
  type ElementDOMSlot,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { UnitId } from '#shared/model/unit.ts';
import { rowFor, targetOf } from '../surface/rows.ts';

/** One unit: its row holds the original and the gutter, which Lexical does not manage, and the adapted text, which it does. */
export class UnitNode extends ElementNode {
  unit: UnitId = '';

  override $config() {
    return this.config('unit', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.unit = previous.unit;
  }

  getUnit(): UnitId {
    return this.getLatest().unit;
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    return rowFor(editor, this.unit);
  }

  override getDOMSlot(dom: HTMLElement): ElementDOMSlot {
    return super.getDOMSlot(dom).withElement(targetOf(dom));
  }

  override updateDOM(): false {
    return false;
  }

  override canBeEmpty(): true {
    return true;
  }

  override canIndent(): false {
    return false;
  }
}

export function $createUnitNode(unit: UnitId): UnitNode {
  const node = $create(UnitNode);
  node.unit = unit;
  return node;
}

export function $isUnitNode(node: LexicalNode | null | undefined): node is UnitNode {
  return node instanceof UnitNode;
}

/** The unit a node lies in. */
export function $unitOf(node: LexicalNode | null): UnitNode | null {
  for (let at: LexicalNode | null = node; at !== null; at = at.getParent()) if (at instanceof UnitNode) return at;
  return null;
}
