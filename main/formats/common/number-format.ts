const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 32_767) return String(value);
  let rest = value;
  let text = '';
  for (const [size, sign] of ROMAN) {
    while (rest >= size) {
      text += sign;
      rest -= size;
    }
  }
  return text;
}

/** a … z, aa … zz: Word repeats the letter rather than counting in base 26. */
function letter(value: number): string {
  if (value < 1 || value > 780) return String(value);
  const index = (value - 1) % 26;
  return String.fromCodePoint(97 + index).repeat(Math.floor((value - 1) / 26) + 1);
}

/** A number as a list or note shows it (ST_NumberFormat, ECMA-376 part 1, 17.18.59); rarer formats come as decimals. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerLetter':
      return letter(value);
    case 'decimalZero':
      return value < 10 ? `0${value}` : String(value);
    case 'none':
      return '';
    default:
      return String(value);
  }
}

/** Signs of Symbol and Wingdings by their code in the private use area, as any font can show them. */
const PICTOGRAMS: Readonly<Record<number, string>> = {
  0xb7: '•',
  0xa7: '▪',
  0xd8: '➢',
  0xfc: '✓',
  0xfb: '✗',
  0xe0: '→',
  0x76: '❖',
  0x71: '❑',
  0x6f: '□',
  0x6e: '■',
  0x6c: '●',
  0xa8: '◻',
  0xfe: '☑',
  0xfd: '☒',
  0xf0: '➡',
  0x2d: '-',
  0x4a: '☺',
};

/** A character of a symbol font as people can read it; one that is not known stays itself. */
export function readableSymbol(code: number): string {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const sign = PICTOGRAMS[low];
  if (sign !== undefined && code >= 0xf000) return sign;
  return code > 0 && code <= 0x10_ff_ff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
}

/** A bullet as shown: private use characters become the sign they stand for, or a plain bullet. */
export function readableBullet(text: string): string {
  return Array.from(text, (char) => {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0xe000 || code > 0xf8ff) return char;
    return PICTOGRAMS[code - 0xf000] ?? '•';
  }).join('');
}
