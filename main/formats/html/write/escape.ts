import type { HtmlModel } from '../model.ts';

/** Characters a page cannot hold, and the halves of others. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000B\u000E-\u001F\u007F]/gu, '')
    .replaceAll(/\r\n?/gu, ' ');
}

/** How a page writes its characters: as themselves, or by the names it uses for them. */
export class Escaper {
  readonly #names: ReadonlyMap<string, string>;

  constructor({ file }: Pick<HtmlModel, 'file'>) {
    this.#names = namesIn(file.text);
  }

  text(text: string): string {
    const escaped = clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return this.#named(escaped);
  }

  attribute(text: string, quote: '"' | "'" = '"'): string {
    const escaped = this.#named(clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
    return quote === '"' ? escaped.replaceAll('"', '&quot;') : escaped.replaceAll("'", '&#39;');
  }

  #named(text: string): string {
    if (this.#names.size === 0 || !/[^\u0000-\u007F]/u.test(text)) return text;
    return text.replaceAll(/[^\u0000-\u007F]/gu, (char) => this.#names.get(char) ?? char);
  }
}

/** The entities of Latin-1 letters and of the punctuation pages write by name; others are written as themselves. */
const NAMED: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'nbsp:\u00A0 iexcl:¡ iquest:¿ laquo:« raquo:» aacute:á eacute:é iacute:í oacute:ó uacute:ú ntilde:ñ uuml:ü auml:ä iuml:ï ' +
    'Aacute:Á Eacute:É Iacute:Í Oacute:Ó Uacute:Ú Ntilde:Ñ Uuml:Ü ordf:ª ordm:º deg:° middot:· copy:© reg:® sect:§ ccedil:ç ' +
    'agrave:à egrave:è ndash:– mdash:— lsquo:‘ rsquo:’ ldquo:“ rdquo:” hellip:… euro:€ bull:• trade:™'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** Characters the page writes by name and never as themselves. */
function namesIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [reference, name] of text.matchAll(/&([A-Za-z]+);/gu)) {
    const char = NAMED[name as string];
    if (char !== undefined && !found.has(char)) found.set(char, reference);
  }
  for (const char of found.keys()) if (char !== '\u00A0' && text.includes(char)) found.delete(char);
  return found;
}

/** A character as its number: what an encoding without it is given. */
export function numbered(char: string): string {
  return `&#${char.codePointAt(0) ?? 0};`;
}
