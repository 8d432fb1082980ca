/** One piece of a paragraph's text. */
export type Piece =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly bold: boolean;
      readonly italic: boolean;
      readonly link?: string;
    }
  | { readonly type: 'footnote'; readonly text: string }
  | { readonly type: 'field'; readonly field: 'page' | 'pages' }
  | { readonly type: 'insertion' | 'deletion'; readonly author: string; readonly text: string }
  | { readonly type: 'comment'; readonly author: string; readonly comment: string; readonly text: string };

const TOKEN =
  /\^\[(?<note>[^\]]+)\]|\[(?<label>[^\]]+)\]\((?<link>[^)]+)\)|\{(?<field>page|pages)\}|\{(?<change>ins|del) (?<by>[^|]+)\|(?<changed>[^}]+)\}|\{com (?<author>[^|]+)\|(?<comment>[^|]+)\|(?<anchor>[^}]+)\}|(?<bold>\*\*)|(?<italic>\*)|\\(?<literal>.)/gu;

/**
 * Inline marks: `**bold**`, `*italic*`, `[text](address)`, `^[footnote]`, `{page}`, `{pages}`, `{ins Author|text}`,
 * `{del Author|text}`, `{com Author|comment|text}`; `\` takes the next character as it is.
 */
export function parseInline(source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let bold = false;
  let italic = false;
  let at = 0;
  const text = (value: string, link?: string) => {
    const last = pieces.at(-1);
    if (value === '') return;
    if (
      link === undefined &&
      last?.type === 'text' &&
      last.link === undefined &&
      last.bold === bold &&
      last.italic === italic
    ) {
      pieces[pieces.length - 1] = { ...last, text: last.text + value };
    } else {
      pieces.push({ type: 'text', text: value, bold, italic, ...(link === undefined ? {} : { link }) });
    }
  };
  for (const match of source.matchAll(TOKEN)) {
    text(source.slice(at, match.index));
    at = match.index + match[0].length;
    const groups = match.groups ?? {};
    if (groups['note'] !== undefined) pieces.push({ type: 'footnote', text: groups['note'] });
    else if (groups['label'] !== undefined) text(groups['label'], groups['link']);
    else if (groups['field'] !== undefined)
      pieces.push({ type: 'field', field: groups['field'] === 'page' ? 'page' : 'pages' });
    else if (groups['change'] !== undefined) {
      const type = groups['change'] === 'ins' ? 'insertion' : 'deletion';
      pieces.push({ type, author: groups['by'] ?? '', text: groups['changed'] ?? '' });
    } else if (groups['author'] !== undefined) {
      pieces.push({
        type: 'comment',
        author: groups['author'],
        comment: groups['comment'] ?? '',
        text: groups['anchor'] ?? '',
      });
    } else if (groups['bold'] !== undefined) bold = !bold;
    else if (groups['italic'] !== undefined) italic = !italic;
    else text(groups['literal'] ?? '');
  }
  text(source.slice(at));
  return pieces;
}

/** What a reader of the page sees of the text, tracked changes accepted; without notes and fields. */
export function visibleText(source: string): string {
  return parseInline(source)
    .map((piece) => (piece.type === 'text' || piece.type === 'insertion' || piece.type === 'comment' ? piece.text : ''))
    .join('');
}

/** The footnotes of a text, in order. */
export function footnotesOf(source: string): readonly string[] {
  return parseInline(source).flatMap((piece) => (piece.type === 'footnote' ? [piece.text] : []));
}
