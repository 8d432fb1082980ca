/** Text put on a page: points from the lower left corner. */
export interface Put {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Marked content by number, in files with tags. */
  readonly mark?: number;
}

interface Options {
  /** Structure elements of the first page as `role:mark`, in order. */
  readonly tags?: readonly string[];
  /** Entries of the file's trailer. */
  readonly trailer?: string;
  readonly catalog?: string;
}

/** A PDF with its pages of text in one typeface. */
export function pdf(
  pages: readonly (readonly Put[])[],
  { tags = [], trailer = '', catalog = '' }: Options = {},
): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalogNumber = add('');
  const pagesNumber = add('');
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const kids = pages.map((puts, index) => {
    const stream = puts.map(contentOf).join('\n');
    const content = add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    return add(
      `<< /Type /Page /Parent ${pagesNumber} 0 R /MediaBox [0 0 595 842] /StructParents ${index} /Contents ${content} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
    );
  });
  objects[pagesNumber - 1] =
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  const structure = tags.length === 0 ? '' : structureOf(tags, kids[0] ?? 0, add, objects);
  objects[catalogNumber - 1] = `<< /Type /Catalog /Pages ${pagesNumber} 0 R ${structure} ${catalog} >>`;
  let out = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root ${catalogNumber} 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

function contentOf({ text, x, y, size = 11, mark }: Put): string {
  const drawn = `BT /F1 ${size} Tf ${x} ${y} Td (${text.replaceAll(/[\\()]/gu, String.raw`\$&`).replaceAll('•', String.raw`\225`)}) Tj ET`;
  return mark === undefined ? drawn : `/P << /MCID ${mark} >> BDC\n${drawn}\nEMC`;
}

function structureOf(tags: readonly string[], page: number, add: (body: string) => number, objects: string[]): string {
  const root = add('');
  const document = add('');
  const elements = tags.map((tag) => {
    const [role, mark] = tag.split(':');
    return add(`<< /Type /StructElem /S /${role} /P ${document} 0 R /Pg ${page} 0 R /K ${mark} >>`);
  });
  const list = elements.map((element) => `${element} 0 R`).join(' ');
  const parents = add(`<< /Nums [0 [${list}]] >>`);
  objects[root - 1] = `<< /Type /StructTreeRoot /K ${document} 0 R /ParentTree ${parents} 0 R >>`;
  objects[document - 1] = `<< /Type /StructElem /S /Document /P ${root} 0 R /K [${list}] >>`;
  return `/MarkInfo << /Marked true >> /StructTreeRoot ${root} 0 R`;
}
