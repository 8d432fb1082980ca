import { describe, expect, test } from 'vitest';
import { isText, type Content } from '#shared/model/content.ts';
import * as b from '#tests/builders/docx/index.ts';
import { block, edit, part, read } from './laws/rig.ts';

const { docxWith, p, r } = b;

const STYLES =
  '<w:style w:type="character" w:styleId="Key"><w:name w:val="Key"/><w:rPr><w:b/></w:rPr></w:style>' +
  '<w:style w:type="character" w:styleId="Op"><w:name w:val="Op"/></w:style>';
const key = (text: string) => r('<w:rStyle w:val="Key"/>', text);
const op = (text: string) => r('<w:rStyle w:val="Op"/>', text);

/** Every text of another look many times as long, so that the commonest look becomes another one. */
function grown(content: Content): Content {
  return content.map((run) => (isText(run) && run.format !== undefined ? { ...run, text: run.text.repeat(40) } : run));
}

function looks(content: Content): readonly unknown[] {
  return content.map((run) => (isText(run) ? [run.text, run.marks, run.format] : run.kind));
}

describe('the look of a block', () => {
  const source = docxWith({ styles: STYLES }, p(key('keyword'), op('='), key('other')));

  test('in a bold character style stays the same when the lengths of its runs change', async () => {
    const content = grown(block(await read(source), 'keyword').content);
    const { bytes } = await edit(source, { change: { keyword: content } });
    expect(looks(block(await read(bytes), 'keyword').content)).toEqual(looks(content));
  });

  test('a word of a bold style that is bold no more has no look of its own', async () => {
    const content = block(await read(source), 'keyword').content.map((run) =>
      isText(run) && run.text === 'other' ? { ...run, marks: [] } : run,
    );
    const { bytes } = await edit(source, { change: { keyword: content } });
    expect(part(bytes)).toContain('<w:b w:val="0"/>');
    expect(looks(block(await read(bytes), 'keyword').content)).toEqual(looks(content));
  });
});
