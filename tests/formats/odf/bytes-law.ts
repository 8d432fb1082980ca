import type { Format, ReadFile } from '#main/formats/format.ts';
import { partText, readArchive, type ArchiveEntry } from '../laws/archive.ts';
import { changedUnder, failBytes, type ByteRules } from '../laws/changed.ts';
import type { Failure } from '../laws/failures.ts';
import { containersOf, requestFor } from '../laws/request.ts';
import { childrenOf, parserText, tree, type Node } from '../laws/tree.ts';
import { nameOf } from './nodes.ts';

function archiveOf(file: Uint8Array): readonly ArchiveEntry[] {
  if (file[0] === 0x50 && file[1] === 0x4b) return readArchive(file);
  return [{ name: 'document.xml', raw: file, bytes: file }];
}

/** Programs and signatures go from every file that is written. */
const NEVER = /^(?:Basic|Scripts|Dialogs)\/|^META-INF\/.*signatures/u;

function compareArchives(
  before: readonly ArchiveEntry[],
  after: readonly ArchiveEntry[],
): { failures: Failure[]; changed: string[] } {
  const old = before.filter(({ name }) => !NEVER.test(name));
  const isLess = old.length < before.length;
  const now = new Map(after.map((entry) => [entry.name, entry]));
  const gone = old.filter(({ name }) => !now.has(name) && !name.startsWith('ObjectReplacements/'));
  const failures = [
    ...gone.map(({ name }) => failBytes('entries', `${name} is gone`)),
    ...after
      .filter(({ name }) => !before.some((entry) => entry.name === name))
      .map(({ name }) => failBytes('entries', `${name} is new`)),
  ];
  const changed = old.filter(({ name, raw }) => {
    const entry = now.get(name);
    return entry !== undefined && !name.endsWith('/') && Buffer.compare(entry.raw, raw) !== 0;
  });
  const names = changed.map((entry) => entry.name);
  const isLogged = isLess || before.length !== after.length;
  return { failures, changed: isLogged ? names.filter((name) => name !== 'META-INF/manifest.xml') : names };
}

/** Nothing changed: the same entries with the same stored bytes, whether units are named or not. */
export async function untouchedLaw(format: Format, skeleton: Uint8Array, file: ReadFile): Promise<readonly Failure[]> {
  const before = archiveOf(skeleton);
  const failures: Failure[] = [];
  if (file.report.notes.some(({ code }) => code === 'macros')) return failures;
  for (const [how, containers] of [['none named', []] as const, ['all named', containersOf(file)] as const]) {
    const result = await format.write(requestFor(skeleton, containers));
    const compared = compareArchives(before, archiveOf(result.bytes));
    failures.push(
      ...compared.failures,
      ...compared.changed.map((name) => failBytes('untouched', `${name} differs, ${how}`)),
    );
    const said = result.findings.filter(({ code }) => code !== 'signatureDropped');
    failures.push(...said.map(({ code, params }) => failBytes(`finding:${code}`, `${how} ${JSON.stringify(params)}`)));
  }
  return failures;
}

const HOLE = '\u0000';
const UNITS =
  /^(?:text:(?:p|h|index-title-template)|(?:svg|table):(?:title|desc)|presentation:(?:header|footer|date-time)-decl)$/u;

/** Styles may come, accepted changes go with the marks that named them, programs go always. */
const APART = new Set([
  'office:automatic-styles',
  'text:changed-region',
  'office:scripts',
  'script:event-listener',
  'text:script',
]);

interface Slice {
  readonly own: string;
  readonly tag: string;
}

/** The text of a part around its paragraphs, and of every paragraph around those nested in it; tracked changes apart. */
function slices(xml: string): { around: string; styles: string; paragraphs: readonly Slice[] } {
  const text = parserText(xml);
  const paragraphs: Slice[] = [];
  let styles = '';
  const own = (node: Node): string => {
    let out = '';
    let from = node.start;
    const visit = (parent: Node): void => {
      for (const inner of childrenOf(parent)) {
        const name = nameOf(inner);
        const isUnit = UNITS.test(name);
        if (!isUnit && !APART.has(name)) {
          visit(inner);
          continue;
        }
        out += text.slice(from, inner.start) + (isUnit ? HOLE : '');
        from = inner.end;
        if (name === 'office:automatic-styles') styles = text.slice(inner.start, inner.end);
        if (!isUnit) continue;
        const place = paragraphs.push({ own: '', tag: '' }) - 1;
        paragraphs[place] = { own: own(inner), tag: /^<[^>]*>/u.exec(text.slice(inner.start))?.[0] ?? '' };
      }
    };
    visit(node);
    return (out + text.slice(from, node.end)).replaceAll(/\0+/gu, HOLE);
  };
  const root = tree(xml);
  return { around: text.slice(0, root.start) + own(root) + text.slice(root.end), styles, paragraphs };
}

const MARKER = /Zq\d+Zq/gu;
const STYLES_END = /<\/[\w-]+:automatic-styles\s*>$|\/>$/u;

/** New styles stand behind the old ones. */
function onlyGrew(old: string, now: string): boolean {
  return old === now || now.startsWith(old.replace(STYLES_END, ''));
}

function comparePart(name: string, before: Uint8Array, after: Uint8Array): { failures: Failure[]; markers: string[] } {
  const [old, now] = [slices(partText(before)), slices(partText(after))];
  if (old.around !== now.around)
    return { failures: [failBytes('around', `${name}: text between paragraphs differs`)], markers: [] };
  const failures: Failure[] = [];
  if (!onlyGrew(old.styles, now.styles)) failures.push(failBytes('styles', `${name}: automatic styles differ`));
  if (old.paragraphs.length !== now.paragraphs.length)
    failures.push(failBytes('paragraphs', `${name}: ${old.paragraphs.length} became ${now.paragraphs.length}`));
  const markers: string[] = [];
  for (const [index, is] of now.paragraphs.entries()) {
    const was = old.paragraphs[index];
    if (was?.own === is.own) continue;
    const found = is.own.match(MARKER) ?? [];
    markers.push(...found);
    if (found.length === 0) failures.push(failBytes('touched', `${name}, paragraph ${index}: ${was?.own}`));
    if (was?.tag !== is.tag) failures.push(failBytes('properties', `${name}, paragraph ${index}: ${was?.tag}`));
  }
  return { failures, markers };
}

/** Law 2 for Open Document: nothing outside the changed paragraphs differs but for styles that came. */
export function changedLaw(
  format: Format,
  skeleton: Uint8Array,
  file: ReadFile,
  count = 7,
  seed = 1,
): Promise<readonly Failure[]> {
  const rules: ByteRules = {
    open: archiveOf,
    compareArchives,
    comparePart,
    allowed: ['signatureDropped', 'boxOverflow'],
  };
  return changedUnder(rules, format, skeleton, file, count, seed);
}
