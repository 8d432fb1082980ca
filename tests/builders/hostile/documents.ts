import { crc32, deflateSync } from 'node:zlib';
import { docx, docxWith, image, p, raw, type Xml } from '#tests/builders/docx/index.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A package whose main part is this text. */
export function withMain(xml: string): Uint8Array {
  return docxWith({ extra: [{ name: 'word/document.xml', data: xml }] });
}

/** A document type before the main part's root. */
export function withDoctype(doctype: string, text = 'Texto', encoding: 'utf8' | 'utf16le' = 'utf8'): Uint8Array {
  const xml = `<?xml version="1.0"?>${doctype}<w:document ${W}><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
  const data = encoding === 'utf8' ? xml : Buffer.from(`\uFEFF${xml}`, 'utf16le');
  return docxWith({ extra: [{ name: 'word/document.xml', data }] });
}

/** Entities of entities: ten to the ninth laughs. */
export function laughs(): string {
  const levels = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`);
  return `<!DOCTYPE lolz [<!ENTITY l0 "lol">${levels.join('')}]>`;
}

/** An element within itself, this many times. */
export function deep(element: string, times: number): Uint8Array {
  return docx(raw(`${`<w:${element}>`.repeat(times)}<w:p/>${`</w:${element}>`.repeat(times)}`));
}

/** Tables in tables, well formed: each cell ends with a paragraph. */
export function deepTables(times: number): Uint8Array {
  const open = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>';
  return docx(raw(`${open.repeat(times)}<w:p/>${'</w:tc></w:tr></w:tbl><w:p/>'.repeat(times)}`));
}

/** More elements than any book, different enough not to be a bomb by ratio. */
export function manyNodes(count: number): Uint8Array {
  const runs: string[] = [];
  let state = 1;
  for (let index = 0; index < count; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    runs.push(`<w:r w:rsidR="${state.toString(36)}"/>`);
  }
  return docx(p(raw(runs.join(''))));
}

/** A style based on itself over `length` steps. */
export function styleCycle(length: number): Uint8Array {
  const styles = Array.from(
    { length },
    (_, index) =>
      `<w:style w:type="paragraph" w:styleId="C${index}"><w:name w:val="C${index}"/><w:basedOn w:val="C${(index + 1) % length}"/></w:style>`,
  );
  return docxWith({ styles: styles.join('') }, p({ style: 'C0' }, 'Texto'));
}

/** A list that starts at a number whose letters or Roman figures would fill the memory. */
export function hugeList(format: string): Uint8Array {
  const xml =
    `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:numFmt w:val="${format}"/>` +
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
  return docxWith({ extra: [{ name: 'word/numbering.xml', data: xml }] }, p({ list: 0 }, 'Texto'));
}

/** A note whose text refers to the note. */
export function noteCycle(): Uint8Array {
  const reference: Xml = raw('<w:r><w:footnoteReference w:id="1"/></w:r>');
  const xml = `<w:footnotes ${W}><w:footnote w:id="1"><w:p><w:r><w:t>Nota</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote></w:footnotes>`;
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml';
  const relations =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ' +
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>';
  const contentTypes =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' +
    `<Override PartName="/word/footnotes.xml" ContentType="${types}"/></Types>`;
  const extra = [
    { name: '[Content_Types].xml', data: contentTypes },
    { name: 'word/_rels/document.xml.rels', data: relations },
    { name: 'word/footnotes.xml', data: xml },
  ];
  return docxWith({ extra }, p('Texto', reference));
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG whose header promises far more pixels than its few bytes hold. */
export function hugePng(side: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function hugeImage(): Uint8Array {
  return docx(p('Texto', image('Mapa', hugePng(30_000))));
}
