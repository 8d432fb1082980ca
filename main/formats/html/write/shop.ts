import { isText, NEW_TAB, type Content, type FormatId, type PlaceholderId, type Run } from '#shared/model/content.ts';
import type { Locate } from '#main/formats/common/plan.ts';
import { Removals } from '#main/formats/common/removals.ts';
import { Splicer } from '#main/formats/common/splice.ts';
import type { WriteFinding } from '#main/formats/format.ts';
import { webLink } from '#main/formats/common/links.ts';
import type { HtmlBlock, HtmlModel, MarkTags } from '../model.ts';
import type { Range } from '../tree.ts';
import { Escaper } from './escape.ts';

/** Placeholders of the other file get numbers of their own below those people type. */
function donorNumber(id: PlaceholderId): PlaceholderId {
  return NEW_TAB - id;
}

/** What one writing of a page needs at hand. */
export class Shop {
  readonly model: HtmlModel;
  readonly donor: HtmlModel | undefined;
  readonly order: ReadonlyMap<HtmlBlock, number>;
  readonly escaper: Escaper;
  readonly splicer: Splicer;
  readonly removals: Removals;
  readonly findings: WriteFinding[] = [];
  readonly lineEnd: string;
  readonly #strip: boolean;
  readonly #said = new Set<string>();
  readonly #used = new Set<PlaceholderId>();

  constructor(model: HtmlModel, donor: HtmlModel | undefined, strip: boolean) {
    this.model = model;
    this.donor = donor;
    this.order = new Map(model.blocks.map((block, index) => [block, index]));
    this.escaper = new Escaper(model);
    this.splicer = new Splicer(model.file.text);
    this.removals = new Removals(this.splicer);
    this.lineEnd = model.file.text.includes('\r\n') ? '\r\n' : '\n';
    this.#strip = strip;
  }

  find(code: WriteFinding['code'], params: WriteFinding['params']): void {
    const key = `${code}|${JSON.stringify(params)}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.findings.push({ code, params });
  }

  localize(content: Content, locate: Locate): Content {
    let changed = false;
    const runs: Run[] = [];
    for (const run of content) {
      const place = isText(run) || run.placeholder <= 0 ? null : locate(run.placeholder);
      if (isText(run) || place === null) runs.push(run);
      else if (place === undefined) {
        this.find('placeholderLost', { placeholder: run.placeholder });
        changed = true;
      } else {
        const id = place.file === 'skeleton' ? place.id : donorNumber(place.id);
        changed ||= id !== run.placeholder;
        runs.push(id === run.placeholder ? run : { ...run, placeholder: id });
      }
    }
    return changed ? runs : content;
  }

  /** What is written for a placeholder; of a pair, its start tag. Undefined, with a finding, when nobody knows it. */
  placeholder(id: PlaceholderId, verbatim: boolean): { readonly source: string; readonly pair?: string } | undefined {
    const model = id > 0 ? this.model : this.donor;
    const found = model?.placeholders[(id > 0 ? id : donorNumber(id)) - 1];
    if (model === undefined || found === undefined) {
      this.find('placeholderLost', { placeholder: id > 0 ? id : donorNumber(id) });
      return undefined;
    }
    const { source, literal, pair, kind } = found;
    if (kind === 'comment' && (this.#strip || this.#used.has(id))) return { source: '' };
    this.#used.add(id);
    const text = id > 0 ? this.removals.slice(source.start, source.end) : this.#donated(model, source);
    const written =
      literal === undefined || kind === 'open' || kind === 'bookmark'
        ? (literal ?? text)
        : this.#literal(literal, verbatim);
    return { source: written, ...(pair === undefined ? {} : { pair }) };
  }

  #literal(literal: string, verbatim: boolean): string {
    if (literal === '\n') return verbatim ? this.lineEnd : '<br>';
    return verbatim ? literal : '&emsp;';
  }

  #donated({ file }: HtmlModel, { start, end }: Range): string {
    const text = file.text.slice(start, end);
    return this.#strip ? text.replaceAll(/<!--[\s\S]*?-->/gu, '') : text;
  }

  tagsOf(format: FormatId | undefined): MarkTags | undefined {
    if (format === undefined) return undefined;
    const tags = this.model.formats.get(format) ?? this.donor?.formats.get(format);
    if (tags === undefined) this.find('formatLost', { format });
    return tags;
  }

  /** The start tag of a link, as a page has it where one does. */
  linkTag(link: string): string {
    for (const model of [this.model, this.donor]) {
      const range = model?.links.get(link);
      if (range !== undefined) return model?.file.text.slice(range.start, range.end) ?? '';
    }
    if (webLink(link) === undefined) this.find('linkLost', { link: link.slice(0, 120) });
    return webLink(link) === undefined ? '<a>' : `<a href="${this.escaper.attribute(link)}">`;
  }
}
