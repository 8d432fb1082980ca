import { isText, NEW_TAB, type Content, type PlaceholderId, type Run } from '#shared/model/content.ts';
import type { WriteFinding } from '../format.ts';
import type { Locate, PlanShop } from './plan.ts';
import { Splicer } from './splice.ts';

/** What every writer asks of a block of its skeleton. */
interface ShopBlock {
  readonly container: string;
}

interface ShopModel<B, P> {
  readonly blocks: readonly B[];
  readonly byAnchor: ReadonlyMap<string, B>;
  readonly parts: ReadonlyMap<string, P>;
}

/** What one run of a writer that splices parts shares: the skeleton, the edits of its parts, what was found impossible. */
export class WriterShop<
  B extends ShopBlock,
  P extends { readonly text: string },
  M extends ShopModel<B, P>,
> implements PlanShop<B> {
  readonly model: M;
  readonly findings: WriteFinding[] = [];
  /** Placeholders the units ask for anywhere: those never asked for have to survive where they stood if others need them. */
  readonly wanted = new Set<PlaceholderId>();
  /** Place of each block in reading order. */
  readonly order: ReadonlyMap<B, number>;
  readonly #first = new Map<string, B>();
  readonly #splicers = new Map<string, Splicer>();
  readonly #said = new Set<string>();
  readonly #usedOnce = new Set<PlaceholderId>();

  constructor(model: M) {
    this.model = model;
    this.order = new Map(model.blocks.map((block, index) => [block, index]));
    for (const block of model.blocks) if (!this.#first.has(block.container)) this.#first.set(block.container, block);
  }

  /** Says once what could not be done. */
  find(code: WriteFinding['code'], params: WriteFinding['params']): void {
    const key = `${code}|${JSON.stringify(params)}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.findings.push({ code, params });
  }

  firstOf(container: string): B | undefined {
    return this.#first.get(container);
  }

  /** A part by its name, which the reader has given. */
  part(name: string): P {
    return this.model.parts.get(name) as P;
  }

  splicer(part: string): Splicer {
    let splicer = this.#splicers.get(part);
    if (splicer === undefined) this.#splicers.set(part, (splicer = new Splicer(this.part(part).text)));
    return splicer;
  }

  changedParts(): readonly (readonly [P, Splicer])[] {
    return [...this.#splicers]
      .filter(([, splicer]) => splicer.changed)
      .map(([name, splicer]) => [this.part(name), splicer]);
  }

  /**
   * The unit's content with placeholder numbers as the writer knows them: one of the skeleton has its own, one of the
   * donor a number below {@link NEW_TAB}, since those of the two files overlap. Unknown ones go, with a finding.
   */
  localize(content: Content, locate: Locate): Content {
    if (!content.some((run) => !isText(run) && run.placeholder > 0)) return content;
    let changed = false;
    const runs = content.flatMap((run): Run[] => {
      if (isText(run) || run.placeholder <= 0) return [run];
      const place = locate(run.placeholder);
      if (place === undefined) this.find('placeholderLost', { placeholder: run.placeholder });
      const id = place?.file === 'donor' ? NEW_TAB - place.id : place?.id;
      changed ||= id !== run.placeholder;
      if (id === undefined) return [];
      this.wanted.add(id);
      return id === run.placeholder ? [run] : [{ ...run, placeholder: id }];
    });
    return changed ? runs : content;
  }

  /** Says that a placeholder, by its number in the writer, cannot stand where it was put. */
  lose(id: PlaceholderId): void {
    this.find('placeholderLost', { placeholder: id > 0 ? id : NEW_TAB - id });
  }

  /** Whether this is the first use of something a file may hold only once. */
  useOnce(id: PlaceholderId): boolean {
    if (this.#usedOnce.has(id)) return false;
    this.#usedOnce.add(id);
    return true;
  }
}
