/**
 * Link and opaque format of a text run, kept on Lexical's text nodes as custom properties of their inline style: nodes
 * that look alike then join by themselves, typed text takes on its neighbour's look, and CSS sees a link without a class.
 */
export interface Look {
  link?: string;
  format?: string;
}

const LINK = '--link';
const FORMAT = '--format';

export function writeLook(look: Readonly<Look>): string {
  const parts: string[] = [];
  if (look.link !== undefined) parts.push(`${LINK}: ${escape(look.link)};`);
  if (look.format !== undefined) parts.push(`${FORMAT}: ${escape(look.format)};`);
  return parts.join(' ');
}

export function readLook(style: string): Look {
  const look: Look = {};
  if (style === '') return look;
  for (const part of style.split(';')) {
    const colon = part.indexOf(':');
    const name = part.slice(0, colon).trim();
    const value = unescape(part.slice(colon + 1).trim());
    if (name === LINK) look.link = value;
    if (name === FORMAT) look.format = value;
  }
  return look;
}

/** Percent-encoding leaves five signs that mean something in CSS; an empty value would vanish. */
function escape(value: string): string {
  const encoded = encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*~]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `u${encoded}`;
}

function unescape(value: string): string {
  try {
    return decodeURIComponent(value.replace(/^u/u, ''));
  } catch {
    return '';
  }
}
