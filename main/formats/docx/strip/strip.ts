import { partsOfType } from '#main/formats/package/package.ts';
import type { DocxModel } from '../model.ts';
import type { PackageOutput } from '#main/formats/package/output.ts';
import { FOR_PARTICIPANTS, prunePackage } from '#main/formats/common/prune-package.ts';
import { noteReferences, stripPart } from './part.ts';
import { stripProperties } from '#main/formats/common/strip-properties.ts';

const WORD_PART = /wordprocessingml\..*\+xml$|ms-word\.[a-z.]+\+xml$/iu;

/**
 * Takes everything out that must not leave the house (`trust.md`): comments, tracked changes, authors, revision ids,
 * properties, hidden text, custom XML, templates, embedded files, and the notes, pictures and addresses only omitted units
 * had. Returns the names of the embedded files, which somebody may miss.
 */
export async function stripPackage(output: PackageOutput, model: DocxModel): Promise<readonly string[]> {
  const embedded = await prunePackage(output, { ...FOR_PARTICIPANTS, thorough: false });
  const typeOf = await output.contentTypes();
  const names: string[] = [];
  for (const name of output.names()) {
    if (name.endsWith('.rels') || !WORD_PART.test(typeOf(name))) continue;
    names.push(name);
  }
  const noteParts = new Set(names.filter((name) => /\.(?:foot|end)notes\+xml$/u.test(typeOf(name))));
  const references = new Set<string>();
  for (const name of names.toSorted((a, b) => Number(noteParts.has(a)) - Number(noteParts.has(b)))) {
    const text = await output.text(name);
    if (text === undefined) continue;
    const notes = noteParts.has(name) ? references : undefined;
    const stripped = stripPart(text, name, { styles: model.styles, notes });
    if (name === model.main) for (const reference of noteReferences(stripped, name)) references.add(reference);
    await output.setText(name, stripped);
  }
  const root = await output.source.relationships('');
  for (const type of ['core-properties', 'coreProperties', 'extended-properties', 'extendedProperties']) {
    for (const name of partsOfType(root, type)) {
      const text = await output.text(name);
      if (text !== undefined) await output.setText(name, stripProperties(text, name));
    }
  }
  await prunePackage(output, FOR_PARTICIPANTS);
  return embedded;
}
