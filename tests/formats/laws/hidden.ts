import { at, child, childrenOf, type Node } from './tree.ts';

/** What an on/off property says (17.17.4); undefined where it is not there. */
function said(properties: Node | undefined): boolean | undefined {
  const toggle = at(properties, 'w:vanish');
  return toggle === undefined ? undefined : !['0', 'false', 'off'].includes(toggle.attributes.get('w:val') ?? 'true');
}

/**
 * Which runs are hidden (17.3.2.41). What a run says itself counts; else its character style and its paragraph's style
 * decide: each along what it is based on (17.7.4.3), and on in both is off, the property being a toggle (17.7.3).
 */
export class HiddenRuns {
  readonly #styles = new Map<string, Node>();
  readonly #usual: string | undefined;

  /** `styles`: the root of the styles part, where there is one. */
  constructor(styles: Node | undefined) {
    for (const style of styles === undefined ? [] : childrenOf(styles)) {
      const id = style.attributes.get('w:styleId');
      if (style.name !== 'w:style' || id === undefined) continue;
      this.#styles.set(id, style);
      const isUsual = ['1', 'true', 'on'].includes(style.attributes.get('w:default') ?? '0');
      if (isUsual && style.attributes.get('w:type') === 'paragraph') this.#usual ??= id;
    }
  }

  /** Whether a run is hidden in a paragraph of the given style id. */
  has(run: Node, paragraphStyle: string | undefined): boolean {
    const properties = child(run, 'w:rPr');
    const own = at(properties, 'w:rStyle')?.attributes.get('w:val');
    return said(properties) ?? this.#byStyle(own) !== this.#byStyle(paragraphStyle ?? this.#usual);
  }

  #byStyle(id: string | undefined, seen: ReadonlySet<string> = new Set()): boolean {
    const style = id === undefined || seen.has(id) ? undefined : this.#styles.get(id);
    if (id === undefined || style === undefined) return false;
    const base = at(style, 'w:basedOn')?.attributes.get('w:val');
    return said(child(style, 'w:rPr')) ?? this.#byStyle(base, new Set([...seen, id]));
  }
}
