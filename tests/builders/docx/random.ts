import * as fc from 'fast-check';
import * as b from './index.ts';
import type { Inline, Xml } from './index.ts';

/** A document as data, so that a failing one is printed and shrunk to the few pieces that matter. */
export type InlineSpec =
  | { readonly is: 'text' | 'bold' | 'red' | 'hidden' | 'del'; readonly text: string }
  | { readonly is: 'tab' | 'br' | 'sym' | 'pageBreak' }
  | { readonly is: 'math' | 'image'; readonly text: string }
  | { readonly is: 'ins' | 'moved' | 'control' | 'link' | 'comment'; readonly inside: readonly InlineSpec[] }
  | { readonly is: 'field' | 'simpleField'; readonly code: string; readonly inside: readonly InlineSpec[] }
  | { readonly is: 'footnote' | 'endnote' | 'textBox' | 'oldTextBox'; readonly blocks: readonly BlockSpec[] };

export type BlockSpec =
  | {
      readonly is: 'p';
      readonly style: number;
      readonly mark?: 'ins' | 'del' | undefined;
      readonly section?: boolean;
      readonly inside: readonly InlineSpec[];
    }
  | { readonly is: 'table'; readonly cells: readonly (readonly BlockSpec[])[] }
  | { readonly is: 'control'; readonly blocks: readonly BlockSpec[] }
  /** A field or bookmark around whole paragraphs: it begins in the first and ends in the last. */
  | {
      readonly is: 'around';
      readonly what: 'bookmark' | 'toc' | 'addin';
      readonly paragraphs: readonly (readonly InlineSpec[])[];
    };

const WORDS = ['uno', ' dos ', 'ñandú', 'cafe\u0301', '<b>&"', 'العربية', '⟦1⟧', '🙂', 'x', ''];
const CODES = ['REF _Ref1 \\h', 'PAGE', 'ADDIN cite', 'TOC \\o "1-3"', 'SEQ Figura', 'FORMTEXT'];
const STYLES = ['', 'Heading1', 'Heading2', 'Caption', 'list1', 'list2'];

const text = fc.constantFrom(...WORDS);

function inlineOf(depth: number): fc.Arbitrary<InlineSpec> {
  const plain = fc.record({
    is: fc.constantFrom('text', 'text', 'text', 'bold', 'red', 'hidden', 'del'),
    text,
  } as const);
  const sign = fc.record({ is: fc.constantFrom('tab', 'br', 'sym', 'pageBreak') } as const);
  const labelled = fc.record({ is: fc.constantFrom('math', 'image'), text } as const);
  if (depth === 0) return fc.oneof({ weight: 6, arbitrary: plain }, sign, labelled);
  const inside = fc.array(inlineOf(depth - 1), { maxLength: 3 });
  const wrapped = fc.record({ is: fc.constantFrom('ins', 'moved', 'control', 'comment'), inside } as const);
  const link = fc.record({ is: fc.constant('link'), inside: fc.array(inlineOf(0), { maxLength: 3 }) } as const);
  const linkField = fc.record({
    is: fc.constantFrom('field', 'simpleField'),
    // Neighbours that lead to the same place are one link once rewritten.
    code: fc.uuid().map((id) => `HYPERLINK "https://example.org/${id}"`),
    inside: fc.array(inlineOf(0), { maxLength: 3 }),
  } as const);
  const field = fc.record({
    is: fc.constantFrom('field', 'simpleField'),
    code: fc.constantFrom(...CODES),
    inside,
  } as const);
  // Word allows neither notes in notes nor boxes in boxes.
  const blocks = fc.array(blockOf(0), { minLength: 1, maxLength: 2 });
  const story = fc.record({ is: fc.constantFrom('footnote', 'endnote', 'textBox', 'oldTextBox'), blocks } as const);
  return fc.oneof(
    { weight: 6, arbitrary: plain },
    sign,
    labelled,
    { weight: 2, arbitrary: wrapped },
    link,
    linkField,
    field,
    story,
  );
}

function blockOf(depth: number): fc.Arbitrary<BlockSpec> {
  const inside = fc.array(inlineOf(Math.max(0, depth)), { maxLength: 5 });
  const mark = fc.constantFrom(undefined, undefined, undefined, 'ins', 'del');
  const paragraph = fc.record({ is: fc.constant('p'), style: fc.nat(STYLES.length - 1), mark, inside } as const);
  if (depth <= 0) return paragraph;
  const table = fc.record({
    is: fc.constant('table'),
    cells: fc.array(fc.array(blockOf(depth - 1), { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 4 }),
  } as const);
  const control = fc.record({
    is: fc.constant('control'),
    blocks: fc.array(blockOf(depth - 1), { minLength: 1, maxLength: 2 }),
  } as const);
  const around = fc.record({
    is: fc.constant('around'),
    what: fc.constantFrom('bookmark', 'toc', 'addin'),
    paragraphs: fc.array(fc.array(inlineOf(0), { maxLength: 3 }), { minLength: 2, maxLength: 3 }),
  } as const);
  return fc.oneof({ weight: 5, arbitrary: paragraph }, table, control, around);
}

/** Bodies of a few blocks, with sections that end in a paragraph of the top level only. */
export const bodies: fc.Arbitrary<readonly BlockSpec[]> = fc
  .array(fc.tuple(blockOf(2), fc.boolean()), { minLength: 1, maxLength: 6 })
  .map((blocks) => blocks.map(([block, section]) => (block.is === 'p' ? { ...block, section } : block)));

/** A link of no text is nothing anyone could keep. */
function label(code: string): readonly string[] {
  return code.startsWith('HYPERLINK') ? ['enlace '] : [];
}

function inlineXml(spec: InlineSpec): Inline {
  switch (spec.is) {
    case 'text':
      return spec.text;
    case 'bold':
      return b.b(spec.text);
    case 'red':
      return b.red(spec.text);
    case 'hidden':
      return b.hidden(spec.text);
    case 'del':
      return b.del(spec.text);
    case 'tab':
      return b.tab();
    case 'br':
      return b.br();
    case 'sym':
      return b.sym();
    case 'pageBreak':
      return b.pageBreak();
    case 'math':
      return b.math(spec.text);
    case 'image':
      return b.image(spec.text);
    case 'ins':
      return b.ins(...spec.inside.map(inlineXml));
    case 'moved':
      return b.movedTo(...spec.inside.map(inlineXml));
    case 'control':
      return b.control(...spec.inside.map(inlineXml));
    case 'link':
      return b.link('https://example.org/?a=1&b=2', ...spec.inside.map(inlineXml));
    case 'comment':
      return b.comment('Ojo', ...spec.inside.map(inlineXml));
    case 'field':
      return b.field(spec.code, ...label(spec.code), ...spec.inside.map(inlineXml));
    case 'simpleField':
      return b.simpleField(spec.code, ...label(spec.code), ...spec.inside.map(inlineXml));
    case 'footnote':
      return b.footnote(...spec.blocks.map(blockXml));
    case 'endnote':
      return b.endnote(...spec.blocks.map(blockXml));
    case 'textBox':
      return b.textBox(...spec.blocks.map(blockXml));
    case 'oldTextBox':
      return b.oldTextBox(...spec.blocks.map(blockXml));
  }
}

function aroundXml({ what, paragraphs }: Extract<BlockSpec, { is: 'around' }>): Xml {
  return (context) => {
    const id = context.next();
    const code = what === 'toc' ? 'TOC \\o "1-3"' : 'ADDIN cite';
    const begin = what === 'bookmark' ? b.bookmarkStart(id, `_b${id}`) : b.fieldBegin(code);
    const end = what === 'bookmark' ? b.bookmarkEnd(id) : b.fieldEnd();
    const last = paragraphs.length - 1;
    const inner = paragraphs.map((inside, index) =>
      b.p(...(index === 0 ? [begin] : []), ...inside.map(inlineXml), ...(index === last ? [end] : [])),
    );
    // In front an empty paragraph, so that none whose mark is deleted runs on into the field.
    return [b.p(), ...inner].map((xml) => xml(context)).join('');
  };
}

export function blockXml(spec: BlockSpec): Xml {
  switch (spec.is) {
    case 'p': {
      const style = STYLES[spec.style] ?? '';
      const look = style.startsWith('list') ? { list: Number(style.slice(4)) - 1 } : style === '' ? {} : { style };
      const mark = spec.mark === undefined ? {} : { mark: spec.mark };
      return b.p(
        { ...look, ...mark, ...(spec.section === true ? { section: b.SECTION } : {}) },
        ...spec.inside.map(inlineXml),
      );
    }
    case 'table':
      return b.tbl(b.tr(...spec.cells.map((blocks) => b.tc({}, ...blocks.map(blockXml), b.p()))));
    case 'control':
      return b.blockControl(...spec.blocks.map(blockXml));
    case 'around':
      return aroundXml(spec);
  }
}

/** The DOCX of a random body. */
export function randomDocx(body: readonly BlockSpec[]): Uint8Array {
  return b.docx(...body.map(blockXml));
}
