import * as fc from 'fast-check';

const words = fc
  .array(
    fc.constantFrom(
      'kit',
      'taller',
      'ODS 11',
      '&amp;',
      'a &lt; b',
      '«GAM»',
      'añadir',
      '&nbsp;',
      '&eacute;xito',
      '3,5 %',
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((all) => all.join(' '));

const inline = fc.letrec<{ inline: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    words,
    words,
    fc
      .tuple(fc.constantFrom('b', 'strong', 'em', 'u', 'sup', 'span', 'code', 'i class="x"'), tie('inline'))
      .map(([tag, inside]) => `<${tag}>${inside}</${tag.split(' ')[0]}>`),
    fc
      .tuple(fc.constantFrom('https://un.org/', '#sec', 'mailto:a@b.bo', 'javascript:alert(1)'), words)
      .map(([href, inside]) => `<a href="${href}">${inside}</a>`),
    fc.constantFrom(
      '<br>',
      '<img src="x.png" alt="Un mapa">',
      '<!-- nota -->',
      '<i class="icon"></i>',
      '<input type="text" placeholder="Nombre">',
    ),
    fc.tuple(tie('inline'), tie('inline')).map(([a, b]) => `${a} ${b}`),
  ),
})).inline;

const block = fc.letrec<{ block: string; item: string }>((tie) => ({
  item: fc.oneof(
    inline,
    inline.map((inside) => `<p>${inside}</p>`),
    fc
      .tuple(inline, fc.array(tie('item'), { minLength: 1, maxLength: 2 }))
      .map(([text, items]) => `${text}<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`),
    fc.tuple(inline, inline).map(([a, b]) => `<p>${a}</p><p>${b}</p>`),
  ),
  block: fc.oneof(
    { maxDepth: 3 },
    inline.map((inside) => `<p>${inside}</p>`),
    fc.tuple(fc.constantFrom('h1', 'h2', 'h3'), inline).map(([tag, inside]) => `<${tag}>${inside}</${tag}>`),
    inline.map((inside) => `<p>${inside}`),
    inline,
    fc
      .tuple(
        fc.constantFrom('div', 'section', 'blockquote', 'div class="x"'),
        fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
      )
      .map(([tag, inside]) => `<${tag}>${inside.join('\n')}</${tag.split(' ')[0]}>`),
    fc
      .tuple(fc.constantFrom('ul', 'ol', 'ol start="4"'), fc.array(tie('item'), { minLength: 1, maxLength: 4 }))
      .map(
        ([tag, items]) => `<${tag}>\n${items.map((item) => `  <li>${item}</li>`).join('\n')}\n</${tag.split(' ')[0]}>`,
      ),
    fc.tuple(inline, inline).map(([a, b]) => `<dl><dt>${a}</dt><dd>${b}</dd></dl>`),
    fc
      .array(fc.tuple(inline, tie('block')), { minLength: 1, maxLength: 3 })
      .map(
        (rows) =>
          `<table><caption>Tabla</caption>${rows.map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`).join('')}</table>`,
      ),
    words.map((inside) => `<pre>${inside}\n  ${inside}</pre>`),
    words.map((inside) => `<details><summary>${inside}</summary><p>${inside}</p></details>`),
  ),
}));

/** Pages with most of what pages have, well closed or not, that nobody would write. */
export const pages = fc
  .tuple(fc.array(block.block, { maxLength: 8 }), words)
  .map(
    ([blocks, title]) =>
      `<!DOCTYPE html>\n<html lang="es"><head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n${blocks.join('\n')}\n</body></html>\n`,
  );
