function paragraph(id: string, name: string, properties = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${properties}</w:style>`;
}

function outline(level: number): string {
  return `<w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr>`;
}

/**
 * Styles a document of the builder knows: English headings, the localised ids real files carry, a list and note styles.
 * Ids say nothing; `w:name` and the outline level do.
 */
export function styles(language: string): string {
  const headings = [1, 2, 3].map((level) => paragraph(`Heading${level}`, `heading ${level}`, outline(level)));
  return (
    `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="${language}"/></w:rPr></w:rPrDefault></w:docDefaults>` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
    headings.join('') +
    paragraph('1', 'heading 1', outline(1)) +
    paragraph('berschrift2', 'heading 2', outline(2)) +
    paragraph('Ttulo1', 'heading 1', outline(1)) +
    '<w:style w:type="paragraph" w:styleId="Derived"><w:name w:val="Corporate title"/><w:basedOn w:val="Heading2"/></w:style>' +
    paragraph('Caption', 'caption')
  );
}

/** One list, `numId` 1: decimal, then letters, then bullets. */
export const NUMBERING: string =
  '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>' +
  [
    ['decimal', '%1.'],
    ['lowerLetter', '%2)'],
    ['bullet', '•'],
  ]
    .map(
      ([format, text], level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`,
    )
    .join('') +
  '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
