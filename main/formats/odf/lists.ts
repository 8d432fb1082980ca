import { formatNumber, readableBullet } from '../common/number-format.ts';
import type { XmlElement } from '../package/xml.ts';
import type { StyleScope } from './styles.ts';

const MOST_LEVELS = 10;

/** A list one is inside of: its style and the numbers reached, shared by the lists nested in it. */
export interface ListPlace {
  readonly depth: number;
  readonly style: string | undefined;
  readonly numbers: Numbers;
}

type Numbers = (number | undefined)[];

const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  i: 'lowerRoman',
  I: 'upperRoman',
  a: 'lowerLetter',
  A: 'upperLetter',
  '': 'none',
};

/** Follows the lists of a document and says what stands before each item (ODF 1.3 part 3, 5.3 and 19.880 ff.). */
export class ListLabels {
  readonly #byId = new Map<string, Numbers>();
  readonly #byStyle = new Map<string, Numbers>();
  #last: Numbers | undefined;
  readonly #outline: Numbers = [];

  /** Enters a `text:list`; one in another goes on with its numbers. */
  enter({ attributes }: XmlElement, outer: ListPlace | undefined): ListPlace {
    const style = attributes['text:style-name'] ?? outer?.style;
    const depth = Math.min(MOST_LEVELS, (outer?.depth ?? 0) + 1);
    if (outer !== undefined) {
      if (attributes['text:continue-numbering'] !== 'true') outer.numbers[depth] = undefined;
      return { depth, style, numbers: outer.numbers };
    }
    const numbers = this.#continued(attributes, style) ?? [];
    const id = attributes['xml:id'] ?? attributes['text:id'];
    if (id !== undefined) this.#byId.set(id, numbers);
    if (style !== undefined) this.#byStyle.set(style, numbers);
    this.#last = numbers;
    return { depth, style, numbers };
  }

  #continued(attributes: XmlElement['attributes'], style: string | undefined): Numbers | undefined {
    const list = attributes['text:continue-list'];
    if (list !== undefined) return this.#byId.get(list);
    if (attributes['text:continue-numbering'] !== 'true') return undefined;
    return style === undefined ? this.#last : this.#byStyle.get(style);
  }

  /** The label of the next item. `paragraphStyle` gives the list's style where the list names none. */
  item(item: XmlElement, place: ListPlace, paragraphStyle: string | undefined, scope: StyleScope): string | undefined {
    const own = item.attributes['text:style-override'];
    const style = own ?? place.style ?? listStyleOf(paragraphStyle, scope);
    const { depth, numbers } = place;
    const level = levelOf(scope.get('list', style)?.element, depth);
    next(numbers, depth, item.attributes['text:start-value'] ?? level?.attributes['text:start-value']);
    if (item.attributes['text:start-value'] !== undefined) numbers[depth] = count(item.attributes['text:start-value']);
    return labelOf(scope.get('list', style)?.element, depth, numbers);
  }

  /** The label of a paragraph that names its list itself (5.3.6). */
  numbered({ attributes }: XmlElement, depth: number, scope: StyleScope): string | undefined {
    const id = attributes['text:list-id'] ?? '';
    const numbers = this.#byId.get(id) ?? [];
    this.#byId.set(id, numbers);
    const style = scope.get('list', attributes['text:style-name'])?.element;
    next(numbers, depth, attributes['text:start-value'] ?? levelOf(style, depth)?.attributes['text:start-value']);
    return labelOf(style, depth, numbers);
  }

  /** The label of a heading outside lists: by the list style of its own style, else by the document's outline (16.34). */
  heading({ attributes }: XmlElement, level: number, scope: StyleScope): string | undefined {
    if (attributes['text:is-list-header'] === 'true') return undefined;
    const own = listStyleOf(attributes['text:style-name'], scope);
    if (own === '') return undefined;
    const style = own === undefined ? undefined : scope.get('list', own)?.element;
    const outline = style ?? scope.common.outline;
    const depth = Math.min(MOST_LEVELS, level);
    const restarts = attributes['text:restart-numbering'] === 'true';
    if (restarts) this.#outline[depth] = undefined;
    next(
      this.#outline,
      depth,
      attributes['text:start-value'] ?? levelOf(outline, depth)?.attributes['text:start-value'],
    );
    return labelOf(outline, depth, this.#outline);
  }
}

/** The list style a paragraph style names; empty where it says that there is none. */
function listStyleOf(style: string | undefined, scope: StyleScope): string | undefined {
  for (const { element } of scope.chain('paragraph', style)) {
    const said = element.attributes['style:list-style-name'];
    if (said !== undefined) return said;
  }
  return undefined;
}

function count(value: string | undefined): number {
  const number = Number(value ?? 1);
  return Number.isSafeInteger(number) && number >= 0 ? Math.min(number, 2_000_000_000) : 1;
}

function next(numbers: Numbers, depth: number, start: string | undefined): void {
  const last = numbers[depth];
  numbers[depth] = last === undefined ? count(start) : last + 1;
  for (let deeper = depth + 1; deeper <= MOST_LEVELS; deeper++) numbers[deeper] = undefined;
}

function levelOf(style: XmlElement | undefined, depth: number): XmlElement | undefined {
  return style?.children.find((level) => level.attributes['text:level'] === String(depth));
}

function labelOf(style: XmlElement | undefined, depth: number, numbers: Numbers): string | undefined {
  const level = levelOf(style, depth);
  if (level === undefined) return undefined;
  const { attributes, name } = level;
  if (name === 'text:list-level-style-bullet') return readableBullet(attributes['text:bullet-char'] ?? '•');
  if (name === 'text:list-level-style-image') return '•';
  if ((attributes['style:num-format'] ?? '') === '') return undefined;
  const shown = Math.min(depth, Math.max(1, count(attributes['text:display-levels'])));
  const figures: string[] = [];
  for (let at = depth - shown + 1; at <= depth; at++) {
    const format = levelOf(style, at)?.attributes['style:num-format'] ?? '';
    const figure = formatNumber(numbers[at] ?? 1, FORMATS[format] ?? 'decimal');
    if (figure !== '') figures.push(figure);
  }
  return `${attributes['style:num-prefix'] ?? ''}${figures.join('.')}${attributes['style:num-suffix'] ?? ''}`;
}
