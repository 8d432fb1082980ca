import type { PlaceholderKind } from '#shared/model/content.ts';
import { inspectDrawing, type DrawingFacts } from './drawings.ts';
import { fieldsAroundLinks, NO_FIELDS, resultOf, wholeFields } from './field-items.ts';
import { fieldKind, linkOfInstruction, mergeLabel, type Field } from './fields.ts';
import type { Item, LinkTemplate } from './model.ts';

/** A piece of a block: text, a placeholder, or one end of a pair. `items` are what it stands for in the file. */
export interface Token {
  readonly type: 'text' | 'placeholder' | 'open' | 'close';
  readonly kind: PlaceholderKind;
  readonly text: string;
  readonly items: Item[];
  readonly link: LinkTemplate | undefined;
  /** Has no width: kept out of the content at a block's edge. */
  readonly zero: boolean;
  /** What open and close of a pair share. */
  readonly pair?: object;
  readonly wrapper?: boolean;
  readonly unpaired?: boolean;
  /** Word computes it: a block of nothing else is no unit. */
  readonly derived?: boolean;
  readonly drawing?: DrawingFacts;
}

/** Which computed field the story is inside of, carried from paragraph to paragraph. */
export interface FieldState {
  inside: Field | undefined;
}

/** Turns a block's items into tokens: fields into placeholders, pairs or links, neighbours without width into one. */
export function tokenize(items: readonly Item[], state: FieldState): Token[] {
  return new Tokenizer(items, state).run();
}

class Tokenizer {
  readonly #items: readonly Item[];
  readonly #state: FieldState;
  readonly #tokens: Token[] = [];
  readonly #links: LinkTemplate[] = [];
  /** Link fields that are open here, with what closes them still to come. */
  readonly #present: ReadonlySet<Field>;
  /** Link fields with another link inside: the inner one is the link, the outer one a pair around it. */
  readonly #around: ReadonlySet<Field>;
  #group: Item[] | undefined;
  #groupField: Field | undefined;
  #groupFromBefore = false;

  constructor(items: readonly Item[], state: FieldState) {
    this.#items = items;
    this.#state = state;
    this.#present = wholeFields(items);
    this.#around = this.#present.size === 0 ? NO_FIELDS : fieldsAroundLinks(items);
    if (state.inside !== undefined) {
      this.#group = [];
      this.#groupField = state.inside;
      this.#groupFromBefore = true;
    }
  }

  run(): Token[] {
    for (let index = 0; index < this.#items.length; index++) {
      const item = this.#items[index] as Item;
      if (this.#group !== undefined) this.#collect(item);
      else if (item.kind === 'fieldMark') index = this.#fieldMark(item, index);
      else this.#plain(item);
    }
    if (this.#group !== undefined) {
      this.#state.inside = this.#groupField;
      this.#closeGroup(true);
    }
    return this.#tokens;
  }

  #collect(item: Item): void {
    this.#group?.push(item);
    if (item.mark?.role === 'end' && item.mark.field === this.#groupField) {
      this.#state.inside = undefined;
      this.#closeGroup(false);
    }
  }

  #closeGroup(goesOn: boolean): void {
    const items = this.#group ?? [];
    const field = this.#groupField as Field;
    const unpaired = goesOn || this.#groupFromBefore;
    this.#group = undefined;
    this.#groupField = undefined;
    this.#groupFromBefore = false;
    if (items.length === 0) return;
    const kind = fieldKind(field.instruction);
    const drawing = kind === 'derived' ? undefined : items.find((item) => item.kind === 'drawing');
    const facts = drawing === undefined ? undefined : inspectDrawing(drawing.element);
    const label = resultOf(items, field, unpaired);
    const zero = kind === 'invisible' && label === '';
    this.#push({
      type: 'placeholder',
      kind: facts?.kind ?? 'field',
      text: label === '' ? (facts?.label ?? mergeLabel(field.instruction)) : label,
      items,
      link: this.#links.at(-1),
      zero,
      unpaired,
      derived: kind === 'derived' || zero,
      ...(facts === undefined ? {} : { drawing: facts }),
    });
  }

  /** Handles a field's mark and returns the index of the last item used. */
  #fieldMark(item: Item, index: number): number {
    const { field, role } = item.mark as NonNullable<Item['mark']>;
    const kind = fieldKind(field.instruction);
    if (role === 'begin' && (kind === 'derived' || kind === 'object' || kind === 'invisible')) {
      this.#group = [item];
      this.#groupField = field;
      return index;
    }
    const last = role === 'begin' ? this.#instructionEnd(field, index) : index;
    const items = this.#items.slice(index, last + 1);
    if (!this.#present.has(field) || field.separate === undefined) {
      this.#push({
        type: 'placeholder',
        kind: 'field',
        text: '',
        items: [...items],
        link: undefined,
        zero: true,
        unpaired: true,
      });
      return last;
    }
    if (kind === 'link' && !this.#around.has(field)) this.#linkField(field, role, items);
    else {
      const type = role === 'end' ? 'close' : 'open';
      this.#push({
        type,
        kind: type,
        text: '',
        items: [...items],
        link: undefined,
        zero: false,
        pair: field,
        wrapper: false,
      });
    }
    return last;
  }

  #linkField(field: Field, role: 'begin' | 'separate' | 'end', items: readonly Item[]): void {
    if (role === 'end') {
      this.#links.pop();
      return;
    }
    const close = this.#items.filter((item) => item.mark?.field === field && item.mark.role === 'end');
    this.#links.push({ link: linkOfInstruction(field.instruction) ?? '', open: items, close });
  }

  /** From a field's beginning to the mark where its result starts; where it ends when it has none. */
  #instructionEnd(field: Field, from: number): number {
    const role = field.separate === undefined ? 'end' : 'separate';
    for (let index = from; index < this.#items.length; index++) {
      const mark = this.#items[index]?.mark;
      if (mark?.field === field && mark.role === role) return index;
    }
    return this.#items.length - 1;
  }

  #plain(item: Item): void {
    const link = this.#links.at(-1);
    switch (item.kind) {
      case 'text':
        this.#tokens.push({ type: 'text', kind: 'object', text: item.text, items: [item], link, zero: false });
        return;
      case 'linkOpen':
        if (link !== undefined) {
          this.#pair(item, 'open', link);
          return;
        }
        this.#links.push({
          link: item.link ?? '',
          open: [item],
          close: this.#items.filter((other) => other.kind === 'linkClose' && other.element === item.element),
        });
        return;
      case 'linkClose':
        if (link?.open[0]?.element === item.element) this.#links.pop();
        else this.#pair(item, 'close', link);
        return;
      case 'wrapOpen':
        this.#pair(item, 'open', link);
        return;
      case 'wrapClose':
        this.#pair(item, 'close', link);
        return;
      case 'zero':
      case 'comment':
      case 'instruction':
      case 'fieldMark':
      case 'hidden':
        this.#gather(item, link);
        return;
      case 'drawing': {
        const drawing = inspectDrawing(item.element);
        this.#push({
          type: 'placeholder',
          kind: drawing.kind,
          text: drawing.label,
          items: [item],
          link,
          zero: false,
          drawing,
        });
        return;
      }
      case 'field':
        this.#push({
          type: 'placeholder',
          kind: 'field',
          text: item.text,
          items: [item],
          link,
          zero: false,
          derived: true,
        });
        return;
      case 'tab':
      case 'break':
      case 'noteRef':
      case 'symbol':
      case 'equation':
      case 'object':
        this.#push({ type: 'placeholder', kind: item.kind, text: item.text, items: [item], link, zero: false });
    }
  }

  /** One end of an element that stays around what it encloses. */
  #pair(item: Item, type: 'open' | 'close', link: LinkTemplate | undefined): void {
    this.#push({ type, kind: type, text: '', items: [item], link, zero: false, pair: item.element, wrapper: true });
  }

  /** Neighbours without width are one placeholder; hidden text is kept apart, since it has something to show. */
  #gather(item: Item, link: LinkTemplate | undefined): void {
    const kind: PlaceholderKind = item.kind === 'hidden' ? 'hidden' : item.kind === 'comment' ? 'comment' : 'bookmark';
    const last = this.#tokens.at(-1);
    const joins =
      last?.type === 'placeholder' &&
      (kind === 'hidden' ? last.kind === 'hidden' : last.zero && last.kind !== 'field') &&
      last.link?.open[0]?.element === link?.open[0]?.element;
    if (joins && last !== undefined) {
      last.items.push(item);
      const merged = last.kind === 'bookmark' ? kind : last.kind;
      this.#tokens[this.#tokens.length - 1] = {
        ...last,
        kind: merged,
        text: kind === 'hidden' ? last.text + item.text : last.text,
      };
      return;
    }
    this.#push({ type: 'placeholder', kind, text: item.text, items: [item], link, zero: kind !== 'hidden' });
  }

  /** A pair around nothing to see is one thing without width. */
  #push(token: Token): void {
    const last = this.#tokens.at(-1);
    const isEmptyPair = token.type === 'close' && last?.type === 'open' && last.pair === token.pair;
    if (!isEmptyPair || last === undefined) {
      this.#tokens.push(token);
      return;
    }
    const [first] = last.items;
    const whole =
      last.wrapper === true && first !== undefined
        ? [{ ...first, kind: 'zero' as const }]
        : [...last.items, ...token.items];
    this.#tokens.pop();
    const kind = last.wrapper === true ? 'bookmark' : 'field';
    this.#tokens.push({ type: 'placeholder', kind, text: '', items: whole, link: last.link, zero: true });
  }
}
