import type { XmlElement } from '#main/formats/package/xml.ts';
import type { Scope } from './scope.ts';
import type { Report } from './violation.ts';

/** `srcLang`, `trgLang` and `xml:lang` say the same, and white space counts alike on both sides (4.2.2.1, 4.2.2.12, 4.2.2.13). */
export function checkLanguages(root: XmlElement, { element, unit, parts }: Scope, report: Report): void {
  if (element !== unit) return;
  const { srcLang = '', trgLang } = root.attributes;
  for (const part of parts) {
    const source = part.child('xlf:source');
    const target = part.child('xlf:target');
    if (source !== undefined && !agrees(source, srcLang)) report('sourceLanguage', source);
    if (target === undefined) continue;
    if (trgLang === undefined) report('targetLanguageMissing', target);
    else if (!agrees(target, trgLang)) report('targetLanguage', target);
    if (source !== undefined && inherited(source, 'xml:space') !== inherited(target, 'xml:space')) {
      report('spaceDiffers', target);
    }
  }
}

function agrees(element: XmlElement, language: string): boolean {
  const own = inherited(element, 'xml:lang')?.toLowerCase();
  const wanted = language.toLowerCase();
  return own === undefined || own === wanted || own.startsWith(`${wanted}-`);
}

/** An attribute's value here or at the nearest element around; `xml:space` is `default` unless said otherwise. */
export function inherited(element: XmlElement, name: 'xml:lang' | 'xml:space' | 'translate'): string | undefined {
  for (let at: XmlElement | null = element; at !== null; at = at.parent) {
    const value = at.attributes[name];
    if (value !== undefined) return value;
  }
  return name === 'xml:space' ? 'default' : undefined;
}
