import type { SegmentationRules } from '#shared/text/segmentation/rules.ts';
import { escapeAttribute, escapeXml } from '../package/xml-text.ts';

/** Writes segmentation rules as SRX 2.0, in UTF-8, for other tools. */
export function writeSrx({ cascade, languages, maps }: SegmentationRules): Uint8Array {
  const rules = languages.map(
    (language) =>
      `<languagerule languagerulename="${escapeAttribute(language.name)}">\n${language.rules
        .map(
          ({ breaks, before, after }) =>
            `<rule break="${breaks ? 'yes' : 'no'}"><beforebreak>${escapeXml(before)}</beforebreak>` +
            `<afterbreak>${escapeXml(after)}</afterbreak></rule>\n`,
        )
        .join('')}</languagerule>\n`,
  );
  const mapped = maps.map(
    (map) =>
      `<languagemap languagepattern="${escapeAttribute(map.pattern)}" languagerulename="${escapeAttribute(map.rules)}"/>\n`,
  );
  return Buffer.from(
    '<?xml version="1.0" encoding="UTF-8"?>\n<srx xmlns="http://www.lisa.org/srx20" version="2.0">\n' +
      `<header segmentsubflows="yes" cascade="${cascade ? 'yes' : 'no'}">\n` +
      '<formathandle type="start" include="no"/>\n<formathandle type="end" include="yes"/>\n' +
      '<formathandle type="isolated" include="yes"/>\n</header>\n' +
      `<body>\n<languagerules>\n${rules.join('')}</languagerules>\n<maprules>\n${mapped.join('')}</maprules>\n</body>\n</srx>\n`,
  );
}
