import * as fc from 'fast-check';

const words = fc
  .array(
    fc.constantFrom(
      'kit',
      'taller',
      'ODS 11',
      'a_b',
      '3 * 4',
      '\\*no\\*',
      '&amp;',
      '«GAM»',
      'añadir',
      '¿qué?',
      '1.5',
      '100 %',
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((all) => all.join(' '));

const inline = fc
  .letrec<{ inline: string }>((tie) => ({
    inline: fc.oneof(
      { maxDepth: 2 },
      words,
      words,
      fc.tuple(fc.constantFrom('**', '*', '_', '~~'), words).map(([sign, text]) => `${sign}${text}${sign}`),
      words.map((text) => `\`${text}\``),
      fc
        .tuple(fc.constantFrom('https://un.org/a_b', '#sec', 'x.md "t"'), words)
        .map(([to, text]) => `[${text}](${to})`),
      fc.constantFrom(
        '<https://un.org>',
        '![Un mapa](m.png)',
        '<u>x</u>',
        '<span>y</span>',
        '<!-- nota -->',
        '[^n]',
        '[kit][r]',
      ),
      fc.tuple(tie('inline'), tie('inline')).map(([a, b]) => `${a} ${b}`),
    ),
  }))
  .inline.map((text) => `Un ${text}`);

function indented(lines: string, by: string): string {
  return lines.replaceAll('\n', `\n${by}`);
}

const block = fc.letrec<{ block: string; list: string; item: string }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 3 },
    inline,
    inline,
    fc.tuple(inline, tie('list')).map(([text, list]) => `${text}\n${list}`),
  ),
  list: fc
    .tuple(fc.constantFrom('- ', '* ', '1. '), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
    .map(([marker, items]) => items.map((item) => marker + indented(item, ' '.repeat(marker.length))).join('\n')),
  block: fc.oneof(
    { maxDepth: 2 },
    inline,
    inline,
    fc.tuple(fc.constantFrom('# ', '## ', '### '), inline).map(([marker, text]) => marker + text),
    inline.map((text) => `${text}\n===`),
    tie('list'),
    inline.map((text) => `> ${text}`),
    fc.tuple(inline, inline).map(([a, b]) => `> ${a}\n>\n> ${b}`),
    fc.tuple(words, words).map(([a, b]) => `| ${a} | ${b} |\n| --- | --- |\n| ${b} | ${a} |`),
    fc.constantFrom('```\ncode\n```', '<div>\nhtml\n</div>', '***', '<!-- nota -->'),
    fc.tuple(inline, words).map(([a, b]) => `${a}\\\n${b}`),
  ),
}));

/** Markdown with most of what it has, as nobody would write it. */
export const sources = fc
  .tuple(fc.array(block.block, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
  .map(([blocks, end]) =>
    `${[...blocks, '[^n]: Una nota', '[r]: https://r.org/x'].join('\n\n')}\n`.replaceAll('\n', end),
  );
