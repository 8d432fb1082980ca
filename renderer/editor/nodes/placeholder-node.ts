import { $create, DecoratorNode, type LexicalNode } from 'lexical';
import type { PlaceholderRun } from '#shared/model/content.ts';
import { chipFor } from '../surface/chip.ts';

const NONE: PlaceholderRun = { placeholder: 0, kind: 'object', label: '' };

/**
 * A placeholder: one unbreakable sign in the text. A decorator (that decorates nothing: it draws itself), because then the
 * caret cannot get inside it, whatever types: keys, dead keys or an input method.
 */
export class PlaceholderNode extends DecoratorNode<null> {
  run: PlaceholderRun = NONE;

  override $config() {
    return this.config('placeholder', { extends: DecoratorNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.run = previous.run;
  }

  getRun(): PlaceholderRun {
    return this.getLatest().run;
  }

  override createDOM(): HTMLElement {
    return chipFor(this.run);
  }

  override updateDOM(): false {
    return false;
  }

  override isInline(): true {
    return true;
  }

  override isKeyboardSelectable(): false {
    return false;
  }

  override getTextContent(): string {
    return this.getRun().label;
  }

  override decorate(): null {
    return null;
  }
}

export function $createPlaceholderNode(run: PlaceholderRun): PlaceholderNode {
  const node = $create(PlaceholderNode);
  node.run = run;
  return node;
}

export function $isPlaceholderNode(node: LexicalNode | null | undefined): node is PlaceholderNode {
  return node instanceof PlaceholderNode;
}
