import type { DocumentSummary, Library, ModuleSummary, ToolkitSummary } from '#shared/contract/library.ts';

/** Compares module numbers as paths: `2.2` < `2.10` < `3`; what is no number sorts behind, by its letters. */
export function compareNumbers(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const order = compareParts(left[index], right[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareParts(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  const left = Number.parseInt(a, 10);
  const right = Number.parseInt(b, 10);
  if (Number.isNaN(left) || Number.isNaN(right)) {
    return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || a.localeCompare(b, 'es');
  }
  return left - right || a.localeCompare(b, 'es');
}

export interface ModuleShelf {
  readonly module: ModuleSummary;
  readonly documents: readonly DocumentSummary[];
}

export interface ToolkitShelf {
  readonly toolkit: ToolkitSummary;
  readonly modules: readonly ModuleShelf[];
}

/** The library as it is shown: toolkits by name with the sandbox last, modules by number, documents in their places. */
export function shelves(library: Library, withArchived: boolean): readonly ToolkitShelf[] {
  const shown = (thing: { readonly archived: boolean }): boolean => withArchived || !thing.archived;
  return library.toolkits
    .filter(shown)
    .toSorted((a, b) => Number(a.sandbox) - Number(b.sandbox) || a.name.localeCompare(b.name, 'es'))
    .map((toolkit) => ({
      toolkit,
      modules: library.modules
        .filter((module) => module.toolkit === toolkit.id && shown(module))
        .toSorted((a, b) => compareNumbers(a.number, b.number) || a.title.localeCompare(b.title, 'es'))
        .map((module) => ({
          module,
          documents: library.documents
            .filter((document) => document.module === module.id && shown(document))
            .toSorted(byPosition),
        })),
    }));
}

/** Position keys compare by code unit (shared/model/unit.ts, Placement). */
function byPosition(a: DocumentSummary, b: DocumentSummary): number {
  if (a.position === b.position) return a.id < b.id ? -1 : 1;
  return a.position < b.position ? -1 : 1;
}

/** Number and title as printed: `2.1 Instituciones eficaces`. */
export function moduleName(module: Pick<ModuleSummary, 'number' | 'title'>): string {
  return [module.number, module.title].filter((part) => part !== '').join(' ');
}

/** The document a move puts `document` behind: one place up (`-1`) or down (`1`); undefined when it is at the end already. */
export function neighbourFor(
  documents: readonly DocumentSummary[],
  document: string,
  by: -1 | 1,
): { readonly after: string | null } | undefined {
  const at = documents.findIndex((each) => each.id === document);
  const target = at + by;
  if (at < 0 || target < 0 || target >= documents.length) return undefined;
  const after = by === 1 ? documents[target] : documents[target - 1];
  return { after: after?.id ?? null };
}

/** Only what carries every word of `query` in a title, ignoring case and accents; modules without any are left out. */
export function searched(all: readonly ToolkitShelf[], query: string): readonly ToolkitShelf[] {
  const words = folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return all;
  const matches = (text: string): boolean => words.every((word) => folded(text).includes(word));
  return all.map(({ toolkit, modules }) => ({
    toolkit,
    modules: modules
      .map(({ module, documents }) => ({
        module,
        documents: matches(moduleName(module)) ? documents : documents.filter(({ title }) => matches(title)),
      }))
      .filter(({ documents }) => documents.length > 0),
  }));
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
