import { isText, type Content, type PlaceholderId, type Run } from '#shared/model/content.ts';
import type { XmlElement } from '../package/xml.ts';
import type { CodeToken } from './inline.ts';
import type { XliffUnit } from './unit.ts';
import { isCode } from './validate/scope.ts';

/**
 * A translation as XLIFF 2.1 lets it be, whatever was done to its codes: those that must not be deleted (4.3.1.3) and those
 * something refers to come back at its end, and those that must keep their order (4.7.2.4.3) stand together again.
 */
export function keepConstraints(unit: XliffUnit, content: Content | null): Content | null {
  if (content === null && unit.target === null) return null;
  const kept = withUndeletable(unit, content ?? []);
  const ordered = sequencesOf(unit).reduce((all, sequence) => inOrder(unit, all, sequence), kept);
  return content === null && ordered.length === 0 ? null : ordered;
}

function withUndeletable(unit: XliffUnit, content: Content): Content {
  const used = new Set(content.flatMap((run) => (isText(run) ? [] : [run.placeholder])));
  const named = referredTo(unit.element);
  const lost: Run[] = [];
  for (const [id, { source, target }] of unit.codes) {
    const token = source?.open ?? source?.point;
    const isFixed = token !== undefined && isCode(token.element) && token.element.attributes['canDelete'] === 'no';
    const forms = isFixed ? source : target;
    const kept = forms?.open ?? forms?.point;
    const mustStay = isFixed || named.has(target?.open?.key ?? target?.point?.key ?? '');
    if (!mustStay || kept === undefined || used.has(id)) continue;
    lost.push({ placeholder: id, kind: kept.kind, label: kept.label });
    if (kept.edge === 'open') lost.push({ placeholder: id, kind: 'close', label: forms?.close?.label ?? '' });
  }
  return lost.length === 0 ? content : [...content, ...lost];
}

/** Ids in the translation that matches and glossary entries of the unit point at. */
function referredTo(unit: XmlElement): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = (element: XmlElement): void => {
    const id = /^#t=(.+)$/u.exec(element.attributes['ref'] ?? '')?.[1];
    if (id !== undefined) ids.add(id);
    for (const child of element.children) visit(child);
  };
  visit(unit);
  return ids;
}

interface Step {
  readonly id: PlaceholderId;
  readonly edge: CodeToken['edge'];
}

/** The original's sequences of codes that cannot be reordered, of more than one. */
function sequencesOf(unit: XliffUnit): readonly (readonly Step[])[] {
  const sequences: Step[][] = [];
  let open: Step[] | null = null;
  for (const run of unit.source) {
    if (isText(run)) continue;
    const edge = run.kind === 'open' || run.kind === 'close' ? run.kind : 'point';
    const token = unit.codes.get(run.placeholder)?.source?.[edge];
    if (token === undefined || !isCode(token.element)) continue;
    const { canReorder = 'yes' } = token.element.attributes;
    const flag = edge === 'close' && canReorder === 'firstNo' ? 'no' : canReorder;
    const step: Step = { id: run.placeholder, edge };
    if (flag === 'firstNo') sequences.push((open = [step]));
    else if (flag === 'no') open?.push(step);
    else open = null;
  }
  return sequences.filter((sequence) => sequence.length > 1);
}

/** Puts a sequence that was torn apart together where its first code stands. */
function inOrder(unit: XliffUnit, content: Content, sequence: readonly Step[]): Content {
  const places = sequence.map((step) => content.findIndex((run) => isStep(run, step)));
  const [first = -1] = places;
  if (first < 0) return content;
  const last = Math.max(...places);
  const between = content.slice(first, last + 1).filter((run) => isWrittenAsCode(unit, run));
  const isWhole = between.length === sequence.length && sequence.every((step, index) => isStep(between[index], step));
  if (isWhole) return content;
  const moved = places.filter((place) => place >= 0);
  const runs = moved.map((place) => content[place] as Run);
  const rest = content.map((run, index) =>
    moved.includes(index) && index !== first ? [] : index === first ? runs : [run],
  );
  return rest.flat();
}

/** Looks are written as codes too; annotations are none. */
function isWrittenAsCode({ codes }: XliffUnit, run: Run): boolean {
  if (isText(run)) return run.marks.length > 0;
  const code = codes.get(run.placeholder);
  const token = code?.source?.open ?? code?.source?.point ?? code?.target?.open ?? code?.target?.point;
  return token === undefined || isCode(token.element);
}

function isStep(run: Run | undefined, { id, edge }: Step): boolean {
  if (run === undefined || isText(run) || run.placeholder !== id) return false;
  return edge === (run.kind === 'open' || run.kind === 'close' ? run.kind : 'point');
}
