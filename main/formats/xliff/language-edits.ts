import type { Edit } from './edits.ts';
import type { XliffModel } from './model.ts';
import { name12 } from './names12.ts';
import { withAttribute } from './tags.ts';

/** Names the language of the translation where the file does not: XLIFF 2.1 requires it once there is one (4.2.2.1). */
export function languageEdits({ root, version, part }: XliffModel, language: string | undefined): readonly Edit[] {
  const name = version === 2 ? 'trgLang' : 'target-language';
  const elements = version === 2 ? [root] : root.children.filter((child) => name12(child) === 'file');
  return elements
    .filter(({ attributes }) => attributes[name] === undefined)
    .map(({ start, contentStart }) => ({
      start,
      end: contentStart,
      text: withAttribute(part.text.slice(start, contentStart), name, language ?? 'es-BO'),
    }));
}
