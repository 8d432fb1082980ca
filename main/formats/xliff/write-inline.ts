import {
  NEW_BREAK,
  NEW_TAB,
  type Content,
  type Mark,
  type PlaceholderId,
  type PlaceholderRun,
} from '#shared/model/content.ts';
import { escapeXml } from '../package/xml-text.ts';
import type { WriteFinding } from '../format.ts';
import { NewIds } from './ids.ts';
import { layOut } from './layout.ts';
import { asMarkers } from './markers.ts';
import { newMark, newPoint, type Dialect, type TagPair } from './new-codes.ts';
import { pairUses, type Use } from './pairing.ts';
import { attributesOf, withAttribute } from './tags.ts';
import type { Code, CodeForms, XliffUnit } from './unit.ts';

/** Writes the text of one unit as inline content of its file. */
export class InlineWriter {
  readonly findings: WriteFinding[] = [];
  /** Pieces in which a code is written in another way than the file does: as markers, as a copy. */
  readonly converted = new Set<number>();
  readonly #unit: XliffUnit;
  readonly #dialect: Dialect;
  readonly #ids: NewIds;
  readonly #marksUsed = new Map<Mark, number>();
  readonly #copyIds = new Map<string, string>();

  constructor(unit: XliffUnit, dialect: Dialect) {
    this.#unit = unit;
    this.#dialect = dialect;
    this.#ids = new NewIds(unit.element);
  }

  /** The pieces of the unit's translation as XML, in their order. `walls`: what no element can reach over. */
  write(pieces: readonly Content[], walls: readonly boolean[]): readonly string[] {
    // Every use of a placeholder is told apart by its run.
    const own = pieces.map((content) => content.map((run) => ({ ...run })));
    const uses = pairUses(own, walls);
    return own.map((content, index) => this.#piece(content, uses, index));
  }

  #piece(content: Content, uses: ReadonlyMap<PlaceholderRun, Use>, index: number): string {
    const open: TagPair[] = [];
    let xml = '';
    let losesLink = false;
    for (const item of layOut(content)) {
      if ('text' in item) {
        losesLink ||= item.run.link !== undefined;
        xml += this.#text(item.text);
      } else if ('placeholder' in item) {
        const use = uses.get(item.placeholder);
        if (use !== undefined && (!use.isNested || use.copy > 0)) this.converted.add(index);
        xml += this.#placeholder(item.placeholder, use);
      } else if (item.edge === 'open') {
        const form = this.#nextMark(item.mark);
        open.push(form);
        xml += form.open.xml;
      } else {
        xml += open.pop()?.close.xml ?? '';
      }
    }
    if (losesLink) this.findings.push({ code: 'linkLost', params: { unit: this.#unit.id } });
    return xml;
  }

  /** A line feed is the border of two blocks people joined; the file holds them as lines of one. */
  #text(text: string): string {
    const lines = text.split('\n').map((line) => escapeXml(line));
    return lines.reduce((all, line) => all + this.#lineEnd() + line);
  }

  #lineEnd(): string {
    return this.#dialect.isPreserved ? '\n' : newPoint(this.#dialect, 'break', this.#ids.next());
  }

  #placeholder(run: PlaceholderRun, use: Use | undefined): string {
    if (run.placeholder === NEW_BREAK) return newPoint(this.#dialect, 'break', this.#ids.next());
    if (run.placeholder === NEW_TAB) return newPoint(this.#dialect, 'tab', this.#ids.next());
    const code = this.#unit.codes.get(run.placeholder);
    const edge = run.kind === 'open' || run.kind === 'close' ? run.kind : 'point';
    const xml = use === undefined || code === undefined ? null : this.#code(code, use, edge);
    if (xml === null) this.#lose(run.placeholder, run.label);
    return xml ?? '';
  }

  #code(code: Code, use: Use, edge: 'open' | 'close' | 'point'): string | null {
    const forms = hasEdge(code.target, edge) ? code.target : code.source;
    const token = forms?.[edge];
    if (forms === undefined || token === undefined) return null;
    if (!token.isSpan) return use.copy === 0 ? token.xml : this.#copy(token.xml, code, use, edge);
    const start = forms.open?.xml ?? '';
    if (use.isNested) {
      if (use.copy === 0 || edge === 'close') return token.xml;
      return this.#copy(start, code, use, edge);
    }
    const markers = asMarkers(start);
    const xml = edge === 'open' ? markers.open : markers.close;
    return use.copy === 0 ? xml : this.#copy(xml, code, use, edge);
  }

  /** A second code like the first: an id of its own, and a reference to the first where no native code says it all. */
  #copy(tag: string, code: Code, { copy }: Use, edge: 'open' | 'close' | 'point'): string | null {
    if (attributesOf(tag).get('canCopy')?.includes('no') === true) return null;
    if (code.key.startsWith('white:')) return tag;
    const name = `${code.key}#${copy}`;
    const id = this.#copyIds.get(name) ?? this.#ids.next();
    this.#copyIds.set(name, id);
    const attributes = attributesOf(tag);
    // Only what has an id can be told from its copy: a character written as its number needs not be.
    if (!['id', 'startRef', 'rid'].some((each) => attributes.has(each))) return tag;
    if (attributes.has('startRef')) return withAttribute(tag, 'startRef', id);
    const renamed = withAttribute(tag, 'id', edge === 'close' && attributes.has('rid') ? this.#ids.next() : id);
    if (attributes.has('rid')) return withAttribute(renamed, 'rid', id);
    const hasData = ['dataRef', 'dataRefStart', 'dataRefEnd'].some((each) => attributes.has(each));
    const isAnnotation = !/^<[^\s]*(?:ph|pc|sc)\b/u.test(tag);
    const original = attributes.get('id')?.slice(1, -1);
    if (this.#dialect.version === 1 || hasData || isAnnotation || original === undefined) return renamed;
    return withAttribute(renamed, 'copyOf', attributes.get('copyOf')?.slice(1, -1) ?? original);
  }

  #nextMark(mark: Mark): TagPair {
    const forms = this.#unit.marks.get(mark) ?? [];
    const used = this.#marksUsed.get(mark) ?? 0;
    this.#marksUsed.set(mark, used + 1);
    const form = forms[used];
    if (form !== undefined) return form;
    const last = forms.at(-1);
    const id = this.#ids.next();
    if (last === undefined) return newMark(this.#dialect, mark, id);
    return { open: { xml: withAttribute(last.open.xml, 'id', id) }, close: last.close };
  }

  #lose(id: PlaceholderId, label: string): void {
    this.findings.push({ code: 'placeholderLost', params: { placeholder: id, label, unit: this.#unit.id } });
  }
}

function hasEdge(forms: CodeForms | undefined, edge: 'open' | 'close' | 'point'): forms is CodeForms {
  return forms?.[edge] !== undefined;
}
