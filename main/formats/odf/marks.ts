import type { Mark } from '#shared/model/content.ts';

/** How a group of properties stands: the mark Adapta edits, its absence said, nothing said, or a variety of its own. */
export type MarkState = 'on' | 'off' | 'silent' | 'other';

export interface MarkGroup {
  readonly marks: readonly Mark[];
  /** Every property of the group, the telling one first. */
  readonly attributes: readonly string[];
  state(get: (attribute: string) => string | undefined): MarkState;
  /** Which mark is on. */
  markOf(get: (attribute: string) => string | undefined): Mark;
  /** What says a mark, or that there is none. */
  said(mark: Mark | undefined): Readonly<Record<string, string>>;
}

function weight(
  main: string,
  companions: readonly string[],
  mark: Mark,
  on: readonly string[],
  off: string,
): MarkGroup {
  const attributes = [main, ...companions];
  return {
    marks: [mark],
    attributes,
    state: (get) => {
      const value = get(main);
      if (value === undefined) return 'silent';
      if (on.includes(value)) return 'on';
      return value === off || (off === 'normal' && value === '400') ? 'off' : 'other';
    },
    markOf: () => mark,
    said: (wanted) => Object.fromEntries(attributes.map((name) => [name, wanted === undefined ? off : (on[0] ?? '')])),
  };
}

function line(name: 'underline' | 'line-through', mark: Mark): MarkGroup {
  const at = (what: string): string => `style:text-${name}-${what}`;
  const attributes = ['style', 'type', 'width', 'color', 'mode', 'text', 'text-style'].map((what) => at(what));
  const usual: Readonly<Record<string, readonly string[]>> = {
    [at('type')]: ['single'],
    [at('width')]: ['auto', 'normal'],
    [at('color')]: ['font-color'],
    [at('mode')]: ['continuous'],
    [at('text')]: [''],
    [at('text-style')]: [],
  };
  return {
    marks: [mark],
    attributes,
    state: (get) => {
      const style = get(at('style'));
      if (style === undefined) return 'silent';
      if (style === 'none') return 'off';
      const isUsual = attributes.slice(1).every((attribute) => {
        const value = get(attribute);
        return value === undefined || usual[attribute]?.includes(value) === true;
      });
      return style === 'solid' && isUsual ? 'on' : 'other';
    },
    markOf: () => mark,
    said: (wanted): Readonly<Record<string, string>> => {
      if (wanted === undefined) return { [at('style')]: 'none' };
      return { [at('style')]: 'solid', [at('width')]: 'auto', [at('color')]: 'font-color' };
    },
  };
}

const POSITION: MarkGroup = {
  marks: ['superscript', 'subscript'],
  attributes: ['style:text-position'],
  state: (get) => {
    const value = get('style:text-position')?.trim();
    if (value === undefined) return 'silent';
    if (/^(?:super|sub)(?:\s+58%)?$/u.test(value)) return 'on';
    return value.startsWith('0%') ? 'off' : 'other';
  },
  markOf: (get) => (get('style:text-position')?.trim().startsWith('super') === true ? 'superscript' : 'subscript'),
  said: (wanted) => ({
    'style:text-position': wanted === undefined ? '0% 100%' : `${wanted === 'superscript' ? 'super' : 'sub'} 58%`,
  }),
};

/** Properties of text that Adapta edits as marks (ODF 1.3 part 3, 20.186 ff., 20.362 ff.); the rest is a look. */
export const MARK_GROUPS: readonly MarkGroup[] = [
  weight('fo:font-weight', ['style:font-weight-asian', 'style:font-weight-complex'], 'bold', ['bold', '700'], 'normal'),
  weight('fo:font-style', ['style:font-style-asian', 'style:font-style-complex'], 'italic', ['italic'], 'normal'),
  line('underline', 'underline'),
  line('line-through', 'strike'),
  POSITION,
];
