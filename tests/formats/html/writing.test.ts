import { expect, test } from 'vitest';
import { htmlFormat } from '#main/formats/html/index.ts';
import { textRun } from '#shared/model/content.ts';
import { edited, editedBytes, type Changes } from '#tests/formats/flat/rig.ts';

function edit(page: string, changes: Changes): Promise<string> {
  return edited(htmlFormat, page, changes);
}

test('only the text of what changed is another', async () => {
  const page = '<P class=a >\n  Uno &eacute; <B>dos</B>\n</P>\n<p>Otro &copy;';
  expect(await edit(page, { change: { Otro: 'Nuevo & <b>' } })).toBe(
    '<P class=a >\n  Uno &eacute; <B>dos</B>\n</P>\n<p>Nuevo &amp; &lt;b&gt;',
  );
});

test('an element keeps being the one the author marked text with', async () => {
  const page = '<p>El <b class="k">kit</b> y <i>más</i></p>';
  const { blocks } = await htmlFormat.read(Buffer.from(page));
  const content = (blocks[0]?.content ?? []).map((run) =>
    'text' in run ? { ...run, text: run.text.toUpperCase() } : run,
  );
  expect(await edit(page, { change: { kit: content } })).toBe('<p>EL <b class="k">KIT</b> Y <i>MÁS</i></p>');
});

test('new marks and links are written as elements of their own', async () => {
  const content = [textRun('Ley 482', ['bold', 'italic']), textRun(' aquí', [], { link: 'https://gob.bo/?a=1&b=2' })];
  expect(await edit('<p>x</p>', { change: { x: content } })).toBe(
    '<p><strong><em>Ley 482</em></strong><a href="https://gob.bo/?a=1&amp;b=2"> aquí</a></p>',
  );
});

test('a link is never given a scheme that runs', async () => {
  const content = [textRun('clic', [], { link: 'javascript:alert(1)' })];
  expect(await edit('<p>x</p>', { change: { x: content } })).toBe('<p><a>clic</a></p>');
});

test('a page in windows-1252 stays so; what it lacks is written by number', async () => {
  const page = Buffer.from('<meta charset="windows-1252"><p>a\u00F1o</p><p>\u0093x\u0094</p>', 'latin1');
  const bytes = await editedBytes(htmlFormat, page, { change: { año: 'añ€ g̃ → ok' } });
  expect(Buffer.from(bytes).toString('latin1')).toBe(
    '<meta charset="windows-1252"><p>a\u00F1\u0080 g&#771; &#8594; ok</p><p>\u0093x\u0094</p>',
  );
});

test('a page that writes letters by name goes on doing so', async () => {
  expect(await edit('<p>acci&oacute;n</p>', { change: { acción: 'opción' } })).toBe('<p>opci&oacute;n</p>');
});

test('new items go into their list, new paragraphs out of it', async () => {
  const page = '<ul>\n  <li id="a" class="k">Uno</li>\n</ul>\n<p>Fin</p>';
  expect(await edit(page, { addAfter: { Uno: 'Dos' } })).toBe(
    '<ul>\n  <li id="a" class="k">Uno</li>\n  <li class="k">Dos</li>\n</ul>\n<p>Fin</p>',
  );
});

test('what goes takes its element along', async () => {
  expect(await edit('<ul>\n  <li>Uno</li>\n  <li>Dos</li>\n</ul>', { omit: ['Uno'] })).toBe(
    '<ul>\n  <li>Dos</li>\n</ul>',
  );
});

test('two texts stay two when what parted them goes', async () => {
  expect(await edit('<div>Uno<p>Dos</p>Tres</div>', { omit: ['Dos'] })).toBe('<div>Uno<p></p>Tres</div>');
});

test('a paragraph that was left open ends where it did', async () => {
  expect(await edit('<p>Uno\n<pre>Dos</pre>Tres', { omit: ['Dos'] })).toBe('<p>Uno\n</p>Tres');
});

test('verbatim text that begins with a reference is replaced from its very beginning', async () => {
  expect(await edit('<pre>\n&lt;uno&gt;\n</pre>', { change: { uno: 'dos' } })).toBe('<pre>\ndos\n</pre>');
});

test('an element that was left open is closed in every text it reached', async () => {
  expect(await edit('<p><b>Uno<p>Dos</b> tres', { change: { Uno: [textRun('1', ['bold'])] } })).toBe(
    '<p><strong>1</strong><p><b>Dos</b> tres',
  );
});

test('alternative text is changed inside a changed text', async () => {
  const page = '<p>Vea <img src=m.png alt=mapa> aquí</p>';
  const file = await htmlFormat.read(Buffer.from(page));
  const content = (file.blocks[0]?.content ?? []).map((run) =>
    'text' in run ? { ...run, text: run.text.replace('Vea', 'Mire') } : run,
  );
  expect(await edit(page, { change: { Vea: content, mapa: 'plano "1"' } })).toBe(
    '<p>Mire <img src=m.png alt="plano &quot;1&quot;"> aquí</p>',
  );
});

test('a participants’ page names nobody', async () => {
  const page =
    '<meta name="author" content="Zoila"><meta name=generator content="Zoila Word"><!-- Zoila: falta --><p>Uno <!-- Zoila -->dos</p><script type="application/ld+json">{"author":"Zoila"}</script>';
  const written = await edit(page, { change: { Uno: 'Un nuevo texto' }, more: { strip: true } });
  expect(written).not.toContain('Zoila');
  expect(await edit(page, { more: { strip: true } })).toBe('<p>Uno dos</p>');
});
