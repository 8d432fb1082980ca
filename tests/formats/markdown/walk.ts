/**
 * The words of Markdown by its lines alone, without a parser: what stands outside fences, indented code, HTML, addresses,
 * definitions and front matter. Doubtful lines are left out: the words given have to be in the text.
 */
export function walkWords(source: string): readonly string[] {
  const words: string[] = [];
  let fence = '';
  let element = '';
  const text = source
    .replace(/^\uFEFF/u, '')
    .replace(/^(---|\+\+\+)[ \t]*\r?\n[\s\S]*?\r?\n\1[ \t]*(?:\r?\n|$)/u, '')
    .replaceAll(/<!--[\s\S]*?-->/gu, ' ');
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const bare = line.replace(/^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*/u, '');
    const mark = /^(`{3,}|~{3,})/u.exec(bare)?.[1] ?? '';
    if (fence !== '') {
      if (mark.startsWith(fence) && /^[`~\s]*$/u.test(bare)) fence = '';
      continue;
    }
    if (mark !== '') {
      fence = mark;
      continue;
    }
    // An element that begins a line reaches to its end tag or to the next blank line.
    if (element !== '') {
      const isOver = element === 'pre' || element === 'style' ? line.includes(`</${element}`) : bare.trim() === '';
      if (isOver) element = '';
      continue;
    }
    const begun = /^<\/?([a-zA-Z]+)/u.exec(bare)?.[1]?.toLowerCase();
    if (begun !== undefined) {
      element = line.includes(`</${begun}>`) && begun === 'pre' ? '' : begun;
      continue;
    }
    // Code by indentation, HTML, definitions and addresses: whether they are text depends on what is around.
    if (/^(?: {2,}|\t)/u.test(line) || /[<>`\]\\|&]|:\/\/|www\./u.test(bare)) continue;
    words.push(...(bare.normalize('NFC').match(/[\p{L}\p{N}]{4,}/gu) ?? []));
  }
  return words;
}
