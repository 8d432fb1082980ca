import { $create, ElementNode, type LexicalNode } from 'lexical';

/** Units grouped in one node, whose drawing the browser skips while it is off screen. A plain element, no shadow root: text merges across. */
export class SectionNode extends ElementNode {
  override $config() {
    return this.config('section', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement('div');
    dom.className = 'section';
    return dom;
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

export function $createSectionNode(): SectionNode {
  return $create(SectionNode);
}

export function $isSectionNode(node: LexicalNode | null | undefined): node is SectionNode {
  return node instanceof SectionNode;
}
