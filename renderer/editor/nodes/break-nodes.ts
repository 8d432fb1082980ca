import { $create, LineBreakNode, type DOMSlot, type LexicalNode } from 'lexical';
import { NEW_BREAK, textRun, type PlaceholderRun, type TextRun } from '#shared/model/content.ts';

export const NEW_BREAK_RUN: PlaceholderRun = { placeholder: NEW_BREAK, kind: 'break', label: '' };

/** A line break inside a block: a placeholder of the original's, or one typed here. */
export class BreakNode extends LineBreakNode {
  run: PlaceholderRun = NEW_BREAK_RUN;

  override $config() {
    return this.config('break', { extends: LineBreakNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.run = previous.run;
  }

  getRun(): PlaceholderRun {
    return this.getLatest().run;
  }
}

const PLAIN_BORDER = textRun('\n');

/** The border between two blocks of one unit, shown as ¶: a line feed in the content, which keeps the looks around it. */
export class BorderNode extends LineBreakNode {
  run: TextRun = PLAIN_BORDER;

  override $config() {
    return this.config('border', { extends: LineBreakNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.run = previous.run;
  }

  getRun(): TextRun {
    return this.getLatest().run;
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement('span');
    dom.className = 'block-border';
    dom.append(document.createElement('br'));
    return dom;
  }

  override getDOMSlot(dom: HTMLElement): DOMSlot {
    const br = dom.querySelector('br');
    return br === null ? super.getDOMSlot(dom) : super.getDOMSlot(dom).withElement(br);
  }
}

export function $createBreakNode(run: PlaceholderRun = NEW_BREAK_RUN): BreakNode {
  const node = $create(BreakNode);
  node.run = run;
  return node;
}

export function $createBorderNode(look: TextRun = PLAIN_BORDER): BorderNode {
  const node = $create(BorderNode);
  node.run = textRun('\n', look.marks, look);
  return node;
}

export function $isBorderNode(node: LexicalNode | null | undefined): node is BorderNode {
  return node instanceof BorderNode;
}

export function $isBreakNode(node: LexicalNode | null | undefined): node is BreakNode {
  return node instanceof BreakNode;
}
