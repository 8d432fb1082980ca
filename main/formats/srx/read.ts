import { AdaptaError } from '#shared/model/errors.ts';
import { compileRules } from '#shared/text/segmentation/compile.ts';
import { segmenterFor } from '#shared/text/segmentation/segmenters.ts';
import {
  MAX_RULES,
  type LanguageMap,
  type LanguageRules,
  type SegmentationRule,
  type SegmentationRules,
} from '#shared/text/segmentation/rules.ts';
import { decodePart } from '../package/xml-text.ts';
import { parseXml, type XmlElement } from '../package/xml.ts';

/** What is worth saying of a file that was taken all the same. */
export type SrxNote =
  /** SRX 1.0: its first set of maps counts, the first that fits alone. */
  'upgraded';

export interface ReadSrx {
  readonly rules: SegmentationRules;
  readonly notes: readonly SrxNote[];
}

/**
 * Reads segmentation rules, SRX 2.0 and 1.0 (OSCAR, 7 April 2008), and makes sure that every one can be used. Throws
 * invalidSrx with the rule broken, and what reading XML throws.
 */
export function readSrx(bytes: Uint8Array): ReadSrx {
  const root = parseXml(decodePart(bytes, 'srx').text, 'srx');
  if (localName(root) !== 'srx') throw new AdaptaError('invalidSrx', { rule: 'rootIsNotSrx' });
  const { version = '' } = root.attributes;
  if (version !== '2.0' && version !== '1.0') throw new AdaptaError('invalidSrx', { rule: 'versionUnknown', version });
  const [body, header] = [childOf(root, 'body'), childOf(root, 'header')];
  if (body === undefined) throw new AdaptaError('invalidSrx', { rule: 'bodyMissing' });
  const languages = childrenOf(childOf(body, 'languagerules'), 'languagerule').map(languageRules);
  const mapRules = childOf(body, 'maprules');
  // SRX 1.0 has sets of maps with a name.
  const holder = childOf(mapRules, 'maprule') ?? mapRules;
  const maps = childrenOf(holder, 'languagemap').map(languageMap);
  const rules = { cascade: version === '2.0' && header?.attributes['cascade'] === 'yes', languages, maps };
  check(rules);
  return { rules, notes: version === '1.0' ? ['upgraded'] : [] };
}

function languageRules(element: XmlElement): LanguageRules {
  const name = element.attributes['languagerulename'];
  if (name === undefined) throw new AdaptaError('invalidSrx', { rule: 'nameMissing' });
  return { name, rules: childrenOf(element, 'rule').map(segmentationRule) };
}

function segmentationRule(element: XmlElement): SegmentationRule {
  return {
    // SRX 2.0, `break`: "yes" where it is not said.
    breaks: element.attributes['break'] !== 'no',
    before: childOf(element, 'beforebreak')?.text ?? '',
    after: childOf(element, 'afterbreak')?.text ?? '',
  };
}

function languageMap({ attributes }: XmlElement): LanguageMap {
  const { languagepattern: pattern, languagerulename: rules } = attributes;
  if (pattern === undefined || rules === undefined) throw new AdaptaError('invalidSrx', { rule: 'nameMissing' });
  return { pattern, rules };
}

function check(rules: SegmentationRules): void {
  const count = rules.languages.reduce((sum, language) => sum + language.rules.length, rules.maps.length);
  if (count > MAX_RULES) throw new AdaptaError('invalidSrx', { rule: 'tooManyRules', count });
  for (const { rules: name } of rules.maps) {
    if (!rules.languages.some((language) => language.name === name)) {
      throw new AdaptaError('invalidSrx', { rule: 'unknownLanguageRule', name });
    }
  }
  for (const language of rules.languages) compileRules(language.rules);
  segmenterFor('und', rules);
}

/** Files use the namespace of 2.0, that of a draft, or none. */
function localName(element: XmlElement): string {
  return element.name.slice(Math.max(element.name.lastIndexOf(':'), element.name.lastIndexOf('}')) + 1);
}

function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => localName(child) === name) ?? [];
}

function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}
