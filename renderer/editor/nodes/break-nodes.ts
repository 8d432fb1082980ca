import { $create, LineBreakNode, type DOMSlot, type LexicalNode } from 'lexical';
import { NEW_BREAK, textRun, type PlaceholderRun, type TextRun } from '#shared/model/content.ts';

export const NEW_BREAK_RUN: PlaceholderRun = { placeholder: NEW_BREAK, kind: 'break', label: '' };

/** A line break inside a block: a placeholder of the original's, or one typed here. */
export class BreakNode extends LineBreakNode {
  __run: PlaceholderRun = NEW_BREAK_RUN;

  override $config() {
    return this.config('break', { extends: LineBreakNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__run = previous.__run;
  }

  getRun(): PlaceholderRun {
    return this.getLatest().__run;
  }
}

const PLAIN_BORDER = textRun('\n');

/** The border between two blocks of one unit, shown as ¶: a line feed in the content, which keeps the looks around it. */
export class BorderNode extends LineBreakNode {
  __run: TextRun = PLAIN_BORDER;

  override $config() {
    return this.config('border', { extends: LineBreakNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__run = previous.__run;
  }

  getRun(): TextRun {
    return this.getLatest().__run;
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement('span');
    dom.className = 'block-border';
    dom.append(document.createElement('br'));
    return dom;
  }

  override getDOMSlot(dom: HTMLElement): DOMSlot<HTMLElement> {
    const br = dom.querySelector('br');
    return br === null ? super.getDOMSlot(dom) : super.getDOMSlot(dom).withElement(br);
  }
}

export function $createBreakNode(run: PlaceholderRun = NEW_BREAK_RUN): BreakNode {
  const node = $create(BreakNode);
  node.__run = run;
  return node;
}

export function $createBorderNode(look: TextRun = PLAIN_BORDER): BorderNode {
  const node = $create(BorderNode);
  node.__run = textRun('\n', look.marks, look);
  return node;
}

export function $isBorderNode(node: LexicalNode | null | undefined): node is BorderNode {
  return node instanceof BorderNode;
}

export function $isBreakNode(node: LexicalNode | null | undefined): node is BreakNode {
  return node instanceof BreakNode;
}
