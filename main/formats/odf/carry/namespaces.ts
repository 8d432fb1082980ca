import type { OdfPart } from '../model.ts';

const PREFIXES = /[<\s/]([A-Za-z_][\w.-]*):[\w.-]+/gu;

/** Declares the prefixes a piece uses that its new part does not bind, or binds to something else. */
export function withNamespaces(tag: string, xml: string, from: OdfPart, to: OdfPart): string {
  const used = new Set(Array.from(xml.matchAll(PREFIXES), (match) => match[1] ?? ''));
  let declarations = '';
  for (const prefix of used) {
    const uri = from.root.attributes[`xmlns:${prefix}`];
    if (uri === undefined || to.root.attributes[`xmlns:${prefix}`] === uri || tag.includes(`xmlns:${prefix}=`))
      continue;
    declarations += ` xmlns:${prefix}="${uri}"`;
  }
  return tag.replace(/\s*\/?>$/u, (end) => declarations + end);
}
