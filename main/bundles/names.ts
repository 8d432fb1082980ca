/** Why a name could not be used as it was. */
export type NameChange = 'character' | 'shortened' | 'reserved' | 'edge' | 'tooLong' | 'notNfc';

/** Changes so common (`:`, `?`, a long title) that nobody needs to be told. */
export const QUIET_CHANGES: ReadonlySet<NameChange> = new Set(['character', 'shortened']);

/**
 * Longest names in characters. Explorer unpacks to `<zip>/<folder>/data/<module>/<file>` and gives up beyond 260
 * characters: with these about 20 are left for where people keep the zip.
 */
export const NAME_LENGTHS = { bundle: 52, module: 40, document: 60 } as const;

export interface SafeName {
  readonly name: string;
  readonly changes: readonly NameChange[];
}

/** Devices of DOS: Windows opens them instead of a file, whatever the extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/iu;
/** Control, format and separator characters: invisible, and some turn a name around. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/\s*[:|]\s*/gu, ' - '],
  [/\s*[/\\]\s*/gu, '-'],
  [/["“”«»]/gu, "'"],
  [/[<>*?]/gu, ''],
];
/** Most file systems: 255 bytes; some is left for ` (12).docx`. */
const MAX_BYTES = 200;
const FILE_SYSTEM_BYTES = 255;
const encoder = new TextEncoder();

/**
 * A name every file system of the field takes (Windows, FAT32, Linux, macOS), without extension; accents stay. NFC; the
 * same name in, the same name out. `most`: characters. `fallback` stands in for what has no usable character.
 */
export function safeName(wanted: string, fallback: string, most: number): SafeName {
  const changes = new Set<NameChange>();
  const step = (name: string, change: NameChange, next: string): string => {
    if (next !== name) changes.add(change);
    return next;
  };
  let name = step(wanted, 'notNfc', wanted.normalize('NFC'));
  const plain = REPLACEMENTS.reduce((text, [from, to]) => text.replaceAll(from, to), name.replaceAll(INVISIBLE, ''));
  name = step(name, 'character', plain.replaceAll(/\s+/gu, ' '));
  name = step(name, encoder.encode(wanted).length > FILE_SYSTEM_BYTES ? 'tooLong' : 'shortened', shorten(name, most));
  name = step(name, 'edge', name.replace(/^[\s.~-]+/u, '').replace(/[\s.-]+$/u, ''));
  if (RESERVED.test(name)) name = step(name, 'reserved', `_${name}`);
  return name === '' ? { name: fallback, changes: ['character'] } : { name, changes: [...changes] };
}

/** Words that lead to the next, of Spanish and English: a name that ends on one looks torn off. */
const LEADING = new Set(
  (
    'a al ante con de del desde e el en entre hacia hasta la las lo los ni o para por que se según sin sobre su sus u un una ' +
    'unas unos y an and as at by for from in into of on or the to with'
  ).split(' '),
);

/** A text cut behind a word, without the words at its end that lead nowhere, as long as half of `most` stays. */
function withoutLeading(text: string, most: number): string {
  const space = text.lastIndexOf(' ');
  const last = text.slice(space + 1).toLowerCase();
  return LEADING.has(last) && space > most / 2 ? withoutLeading(withoutEdge(text.slice(0, space)), most) : text;
}

function withoutEdge(text: string): string {
  return text.replace(/[\s,;.-]+$/u, '');
}

/** Cuts at a word where one is near, before what only leads to the next; never inside a character. */
function shorten(name: string, most: number): string {
  const characters = [...new Intl.Segmenter('es', { granularity: 'grapheme' }).segment(name)].map(
    ({ segment }) => segment,
  );
  let text = '';
  for (const character of characters) {
    const next = text + character;
    if (next.length > most || encoder.encode(next).length > MAX_BYTES) {
      const space = text.lastIndexOf(' ');
      return space > most / 2 ? withoutLeading(withoutEdge(text.slice(0, space)), most) : withoutEdge(text);
    }
    text = next;
  }
  return text;
}

/** Gives out names that stay different after case-folding and NFC, per folder. */
export class NameBook {
  readonly #taken = new Set<string>();

  /** The name itself, or with ` (2)`, ` (3)` … before the extension. */
  claim(folder: string, name: string, extension: string): string {
    for (let count = 1; ; count += 1) {
      const candidate = `${name}${count === 1 ? '' : ` (${count})`}${extension}`;
      const key = `${folder}/${candidate}`.normalize('NFC').toLowerCase();
      if (!this.#taken.has(key)) {
        this.#taken.add(key);
        return candidate;
      }
    }
  }
}
