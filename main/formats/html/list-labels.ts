import { attribute, type Element } from './tree.ts';

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** What a reader of the page sees before each list item (HTML Standard 4.4.5 and 4.4.8), style sheets aside. */
export class ListLabels {
  readonly #next = new Map<unknown, number>();

  begin(list: Element): void {
    this.#next.set(list, numberOf(attribute(list, 'start')) ?? 1);
  }

  of(item: Element): string | undefined {
    if (item.tagName !== 'li') return undefined;
    const list = item.parentNode as Element | null;
    if (list?.tagName !== 'ol') return '•';
    const number = numberOf(attribute(item, 'value')) ?? this.#next.get(list) ?? 1;
    this.#next.set(list, number + (attribute(list, 'reversed') === undefined ? 1 : -1));
    return `${written(number, attribute(list, 'type') ?? '1')}.`;
  }
}

function numberOf(value: string | undefined): number | undefined {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isSafeInteger(number) ? number : undefined;
}

function written(number: number, type: string): string {
  if (number < 1 || number > 3999) return String(number);
  if (type === 'a') return letters(number);
  if (type === 'A') return letters(number).toUpperCase();
  if (type === 'i') return roman(number);
  if (type === 'I') return roman(number).toUpperCase();
  return String(number);
}

function letters(number: number): string {
  let out = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    out = String.fromCharCode(97 + ((rest - 1) % 26)) + out;
  }
  return out;
}

function roman(number: number): string {
  let out = '';
  let rest = number;
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      out += sign;
      rest -= value;
    }
  }
  return out;
}
