/** What a document under construction gathers on the way: notes, comments, relationships, media and running numbers. */
export interface Context {
  readonly footnotes: string[];
  readonly endnotes: string[];
  readonly comments: string[];
  /** Paragraph ids of comments that answer another, and of what they answer. */
  readonly answers: { readonly paragraph: string; readonly to: string }[];
  readonly relations: Relation[];
  readonly media: { readonly name: string; readonly bytes: Uint8Array }[];
  readonly headers: { readonly kind: 'header' | 'footer'; readonly xml: string }[];
  /** Ids of bookmarks, changes, comments, drawings: any number not used before. */
  next(): number;
}

export interface Relation {
  readonly id: string;
  /** The last word of the relationship type. */
  readonly kind: string;
  readonly target: string;
  readonly external?: boolean;
}

/** XML that may need numbers or side parts of its document; written when the document is. */
export type Xml = (context: Context) => string;

/** What stands in a paragraph: a string is text in a run of its own. */
export type Inline = string | Xml;

export function newContext(): Context {
  let number = 100;
  return {
    footnotes: [],
    endnotes: [],
    comments: [],
    answers: [],
    relations: [],
    media: [],
    headers: [],
    next: () => ++number,
  };
}

export function relate(context: Context, kind: string, target: string, external = false): string {
  const id = `rId${context.relations.length + 1}`;
  context.relations.push({ id, kind, target, external });
  return id;
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function render(parts: readonly Xml[], context: Context): string {
  return parts.map((part) => part(context)).join('');
}

/** XML as it is. */
export function raw(xml: string): Xml {
  return () => xml;
}
