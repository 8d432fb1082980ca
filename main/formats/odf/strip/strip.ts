import { textOf } from '#shared/model/content.ts';
import { MACROS, SIGNATURES } from '../inspect.ts';
import type { OdfModel } from '../model.ts';
import type { OdfOutput } from '../write/output.ts';
import { objectsOf, referencesOf } from './references.ts';
import { stripMeta, stripSettings } from './properties.ts';
import { bareText, stripPart } from './part.ts';

/** Earlier versions, pictures of pages, programs, what one program remembers for itself. */
const REMOVED =
  /^(?:Thumbnails|Versions|Configurations2|Database)\/|^(?:VersionList\.xml|layout-cache|manifest\.rdf|current\.xml)$/u;
/** Shorter texts stand in an index by chance. */
const SHORTEST = 4;
const PICTURES = /^(?:Pictures|media|Media)\//u;

/**
 * Takes everything out that must not leave the house (`trust.md`): comments, tracked changes, authors, speaker notes,
 * hidden text, properties, programs, earlier versions, embedded files, and pictures nothing shows any more. Returns the
 * names of the embedded files, which somebody may miss. `omit`: anchors of the units left out, which indexes may repeat.
 */
export function stripDocument(output: OdfOutput, model: OdfModel, omit: readonly string[]): readonly string[] {
  const { content, styles, meta, settings } = model.source;
  const omitted = omit.map((anchor) => bareText(textOf(model.byAnchor.get(anchor)?.content ?? [])));
  const told = omitted.filter((text) => text.length >= SHORTEST);
  for (const part of model.parts.values()) output.setText(part, stripPart(output.text(part), part, told));
  const isFlat = model.source.package === undefined;
  // Each part may hold all of a document, flat files do.
  for (const part of new Set([content, styles, meta, settings])) {
    if (part === undefined) continue;
    output.setText(part, stripMeta(output.text(part), part.name));
    output.setText(part, stripSettings(output.text(part), part.name));
  }
  if (isFlat) return [];
  if (meta === undefined) output.remove('meta.xml');
  if (settings === undefined) output.remove('settings.xml');
  const texts = [content, styles].flatMap((part) => (part === undefined ? [] : output.text(part)));
  const references = referencesOf(texts);
  const objects = objectsOf(references, model);
  const left = new Set<string>();
  for (const name of output.names()) {
    const folder = objectFolderOf(name);
    if (REMOVED.test(name) || MACROS.test(name) || SIGNATURES.test(name)) output.remove(name);
    else if (PICTURES.test(name)) {
      if (!references.has(name)) output.remove(name);
    } else if (folder !== undefined && !objects.kept.has(folder)) {
      if (objects.named.has(folder)) left.add(folder);
      output.remove(name);
    } else if (folder !== undefined && isPrivate(name)) output.remove(name);
    else if (name.startsWith('ObjectReplacements/') && !references.has(name)) output.remove(name);
  }
  return [...left];
}

/** Of a chart or formula only what is drawn stays. */
function isPrivate(name: string): boolean {
  return /\/(?:meta\.xml|settings\.xml|Thumbnails\/.*|Configurations2\/.*)$/u.test(name);
}

const OWN = /^(?:mimetype|META-INF\/.*|[^/]+\.xml|ObjectReplacements\/.*|Pictures\/.*|[Mm]edia\/.*|Fonts\/.*)$/u;

/** The embedded document or file an entry belongs to; undefined for what is the document's own. */
function objectFolderOf(name: string): string | undefined {
  if (OWN.test(name)) return undefined;
  const slash = name.indexOf('/');
  return slash < 0 ? name : name.slice(0, slash);
}
