import { VALUE_TYPES, type ValueType } from './values.ts';

/** So many of these elements may stand at this place of a sequence. */
export interface Slot {
  /** Expanded names; null: any element that is not of the core namespace. */
  readonly names: ReadonlySet<string> | null;
  readonly isRequired: boolean;
  readonly isRepeatable: boolean;
}

export interface ElementRule {
  readonly attributes: ReadonlyMap<string, ValueType>;
  readonly required: readonly string[];
  readonly slots: readonly Slot[];
  readonly hasText: boolean;
  /** Whose attributes may stand here besides: anybody's, only those of the modules, nobody's. */
  readonly foreign: 'any' | 'modules' | 'none';
}

/** A line of the element table. */
export interface RuleText {
  readonly attributes?: string;
  readonly content?: string;
  readonly foreign?: 'any' | 'modules';
}

/** Reads a line of the element table; a wrong one is a mistake of ours and throws RangeError. */
export function parseElementRule(element: string, { attributes = '', content = '', foreign }: RuleText): ElementRule {
  const prefix = element.slice(0, element.indexOf(':'));
  const listed = words(attributes).map((word) => {
    const [name = '', type = 'text'] = word.split('=');
    if (!(type in VALUE_TYPES)) throw new RangeError(`${element}: no type ${type}`);
    return { name: name.replace('!', ''), type: type as ValueType, isRequired: name.endsWith('!') };
  });
  const sequence = words(content);
  return {
    attributes: new Map(listed.map(({ name, type }) => [name, type])),
    required: listed.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    slots: sequence.filter((word) => word !== 'text').map((word) => slotOf(word, prefix)),
    hasText: sequence.includes('text'),
    foreign: foreign ?? 'none',
  };
}

function slotOf(word: string, prefix: string): Slot {
  const [, inside = '', sign = ''] = /^\(?([^()?*+]+)\)?([?*+]?)$/u.exec(word) ?? [];
  return {
    names:
      inside === 'other'
        ? null
        : new Set(inside.split('|').map((name) => (name.includes(':') ? name : `${prefix}:${name}`))),
    isRequired: sign === '' || sign === '+',
    isRepeatable: sign === '*' || sign === '+',
  };
}

function words(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}
