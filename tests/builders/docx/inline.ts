import { escape, relate, render, type Context, type Inline, type Xml } from './context.ts';

/** Author of planted changes and comments: no participants' file may hold it. */
export const AUTHOR = 'Planted Author';

function stamp(context: Context): string {
  return `w:id="${context.next()}" w:author="${AUTHOR}" w:date="2020-01-01T00:00:00Z"`;
}

/** A run of text with properties given as XML. */
export function r(properties: string, text: string): Xml {
  const inner = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return () => `<w:r>${inner}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
}

export function inline(parts: readonly Inline[]): readonly Xml[] {
  return parts.map((part) => (typeof part === 'string' ? r('', part) : part));
}

export const b = (text: string): Xml => r('<w:b/>', text);
export const i = (text: string): Xml => r('<w:i/>', text);
export const u = (text: string): Xml => r('<w:u w:val="single"/>', text);
export const sup = (text: string): Xml => r('<w:vertAlign w:val="superscript"/>', text);
export const red = (text: string): Xml => r('<w:color w:val="FF0000"/>', text);
export const hidden = (text: string): Xml => r('<w:vanish/>', text);

export const tab = (): Xml => () => '<w:r><w:tab/></w:r>';
export const br = (): Xml => () => '<w:r><w:br/></w:r>';
export const pageBreak = (): Xml => () => '<w:r><w:br w:type="page"/></w:r>';
export const sym = (): Xml => () => '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>';

function wrap(open: (context: Context) => string, close: string, parts: readonly Inline[]): Xml {
  return (context) => `${open(context)}${render(inline(parts), context)}${close}`;
}

export function ins(...parts: readonly Inline[]): Xml {
  return wrap((context) => `<w:ins ${stamp(context)}>`, '</w:ins>', parts);
}

export function del(text: string): Xml {
  return (context) =>
    `<w:del ${stamp(context)}><w:r><w:delText xml:space="preserve">${escape(text)}</w:delText></w:r></w:del>`;
}

export function movedFrom(...parts: readonly Inline[]): Xml {
  return wrap((context) => `<w:moveFrom ${stamp(context)}>`, '</w:moveFrom>', parts);
}

export function movedTo(...parts: readonly Inline[]): Xml {
  return wrap((context) => `<w:moveTo ${stamp(context)}>`, '</w:moveTo>', parts);
}

function commentPart(context: Context, id: number, text: string): void {
  const paraId = paragraphIdOf(id);
  const body = `<w:p w14:paraId="${paraId}" w14:textId="77777777"><w:r><w:t>${escape(text)}</w:t></w:r></w:p>`;
  context.comments.push(
    `<w:comment w:id="${id}" w:author="${AUTHOR}" w:initials="PA" w:date="2020-01-01T00:00:00Z">${body}</w:comment>`,
  );
}

function paragraphIdOf(comment: number): string {
  return comment.toString(16).toUpperCase().padStart(8, '0');
}

/** Where the range of a comment begins. */
export const commentStart =
  (id: number): Xml =>
  () =>
    `<w:commentRangeStart w:id="${id}"/>`;

/** The sign of a comment that says `text`. */
export function commentSign(id: number, text: string): Xml {
  return (context) => {
    commentPart(context, id, text);
    return `<w:r><w:commentReference w:id="${id}"/></w:r>`;
  };
}

/** The end of a comment's range, and its sign. */
export const commentEnd =
  (id: number, text: string): Xml =>
  (context) =>
    `<w:commentRangeEnd w:id="${id}"/>${commentSign(id, text)(context)}`;

/** A comment on the parts. */
export function comment(text: string, ...parts: readonly Inline[]): Xml {
  return (context) => {
    const id = context.next();
    return commentStart(id)(context) + render(inline(parts), context) + commentEnd(id, text)(context);
  };
}

/** A comment on a word, and answers to it that have no place of their own. */
export function thread(text: string, ...answers: readonly string[]): Xml {
  return (context) => {
    const id = context.next();
    const xml = commentStart(id)(context) + render(inline(['hilo']), context) + commentEnd(id, text)(context);
    for (const answer of answers) {
      const own = context.next();
      commentPart(context, own, answer);
      context.answers.push({ paragraph: paragraphIdOf(own), to: paragraphIdOf(id) });
    }
    return xml;
  };
}

export const bookmarkStart =
  (id: number, name: string): Xml =>
  () =>
    `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`;
export const bookmarkEnd =
  (id: number): Xml =>
  () =>
    `<w:bookmarkEnd w:id="${id}"/>`;

function note(kind: 'footnote' | 'endnote', blocks: readonly Xml[]): Xml {
  return (context) => {
    const list = kind === 'footnote' ? context.footnotes : context.endnotes;
    const id = list.length + 1;
    list.push('');
    list[id - 1] = `<w:${kind} w:id="${id}">${render(blocks, context)}</w:${kind}>`;
    return `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  };
}

export const footnote = (...blocks: readonly Xml[]): Xml => note('footnote', blocks);
export const endnote = (...blocks: readonly Xml[]): Xml => note('endnote', blocks);

const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

/** One mark of a complex field, for those whose code holds others. */
export const fieldCode =
  (type: 'begin' | 'separate' | 'end'): Xml =>
  () =>
    char(type);

/** A piece of a field's code. */
export const code =
  (instruction: string): Xml =>
  () =>
    `<w:r><w:instrText xml:space="preserve">${escape(instruction)}</w:instrText></w:r>`;

export function fieldBegin(instruction: string): Xml {
  return () =>
    `${char('begin')}<w:r><w:instrText xml:space="preserve">${escape(instruction)}</w:instrText></w:r>${char('separate')}`;
}

export const fieldEnd = (): Xml => () => char('end');

/** A complex field with its last result. */
export function field(instruction: string, ...result: readonly Inline[]): Xml {
  return (context) => `${fieldBegin(instruction)(context)}${render(inline(result), context)}${char('end')}`;
}

export function simpleField(instruction: string, ...result: readonly Inline[]): Xml {
  return wrap(() => `<w:fldSimple w:instr="${escape(instruction)}">`, '</w:fldSimple>', result);
}

export function link(url: string, ...parts: readonly Inline[]): Xml {
  return wrap((context) => `<w:hyperlink r:id="${relate(context, 'hyperlink', url, true)}">`, '</w:hyperlink>', parts);
}

export function control(...parts: readonly Inline[]): Xml {
  return wrap(
    () => '<w:sdt><w:sdtPr><w:alias w:val="Control"/></w:sdtPr><w:sdtContent>',
    '</w:sdtContent></w:sdt>',
    parts,
  );
}

export function math(text: string): Xml {
  return () => `<m:oMath><m:r><m:t>${escape(text)}</m:t></m:r></m:oMath>`;
}
