/**
 * The text of a page by its tags alone, without a parser of HTML: what stands outside tags, comments, scripts and styles.
 */
export function walkText(source: string): string {
  const silent =
    /<(script|style|template|iframe|noembed|noframes)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?(?:-->|$)|<![^>]*>|<\?[^>]*>/giu;
  const withoutHead = source.replaceAll(/<title\b[\s\S]*?<\/title\s*>/giu, (title) => title);
  const tags = /<\/?[a-zA-Z][^\s>/]*(?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*>/gu;
  return decodeReferences(withoutHead.replaceAll(silent, ' ').replaceAll(tags, ' '));
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  copy: '©',
  eacute: 'é',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  Aacute: 'Á',
  Eacute: 'É',
  Iacute: 'Í',
  Oacute: 'Ó',
  Uacute: 'Ú',
  Ntilde: 'Ñ',
  uuml: 'ü',
  iquest: '¿',
  iexcl: '¡',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  rarr: '→',
  euro: '€',
  para: '¶',
  ugrave: 'ù',
  egrave: 'è',
  agrave: 'à',
  reg: '®',
  trade: '™',
};

function decodeReferences(text: string): string {
  return text
    .replaceAll(/&#(x?)([0-9a-fA-F]+);?/gu, (whole, hex: string, digits: string) => {
      const code = Number.parseInt(digits, hex === '' ? 10 : 16);
      return code > 0 && code < 0x11_00_00 ? String.fromCodePoint(code) : whole;
    })
    .replaceAll(/&([a-zA-Z]+);/gu, (whole, name: string) => NAMED[name] ?? whole);
}
