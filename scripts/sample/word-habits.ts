/** Style ids as a Spanish Word writes them: the accents fall out of the id, the name stays in English. */
const SPANISH_STYLE_IDS: Readonly<Record<string, string>> = {
  Heading1: 'Ttulo1',
  Heading2: 'Ttulo2',
  Heading3: 'Ttulo3',
  Title: 'Ttulo',
  Subtitle: 'Subttulo',
  Caption: 'Descripcin',
  Quote: 'Cita',
  FootnoteText: 'Textonotapie',
  FootnoteReference: 'Refdenotaalpie',
  FacilitatorNote: 'Notafacilitador',
  Answer: 'Respuesta',
};
const PLAIN_RUN = /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t xml:space="preserve">([^<]{30,})<\/w:t><\/w:r>/gu;

/** Renames the styles of every part as a Spanish Word would have named them. */
export function spanishStyleIds(xml: string): string {
  return xml.replaceAll(/(?<!<w:name) (w:val|w:styleId)="(\w+)"/gu, (whole: string, attribute: string, id: string) => {
    const spanish = SPANISH_STYLE_IDS[id];
    return spanish === undefined ? whole : ` ${attribute}="${spanish}"`;
  });
}

/**
 * Breaks runs as years of editing in Word do: every few words another revision id, a language tag, a proofing mark. What
 * people see stays the same. `seed` decides where.
 */
export function fragmentRuns(xml: string, seed: number): string {
  const random = generator(seed);
  return xml.replaceAll(PLAIN_RUN, (_whole, properties: string | undefined, text: string) =>
    cut(text, random)
      .map((part) => fragment(part, properties ?? '', random))
      .join(''),
  );
}

function cut(text: string, random: () => number): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > 0) {
    const length = 12 + Math.floor(random() * 60);
    const space = rest.indexOf(' ', length);
    const end = space < 0 ? rest.length : space + (random() < 0.5 ? 1 : 0);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return parts;
}

function fragment(text: string, properties: string, random: () => number): string {
  const chance = random();
  const tag = chance < 0.35 ? '<w:lang w:val="es-ES"/>' : chance < 0.5 ? '<w:lang w:val="es-BO"/>' : '';
  const inner = properties.replace(/^<w:rPr>/u, '').replace(/<\/w:rPr>$/u, '') + tag;
  const revision = Math.floor(random() * 0xff_ff_ff)
    .toString(16)
    .toUpperCase()
    .padStart(8, '0');
  const run = `<w:r w:rsidR="${revision}">${inner === '' ? '' : `<w:rPr>${inner}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  return random() < 0.12 ? `<w:proofErr w:type="spellStart"/>${run}<w:proofErr w:type="spellEnd"/>` : run;
}

/** Mulberry32: small, seeded, the same everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Writes each VML text box as Word does since 2010: a drawing for new programs and the VML as the fallback, both with the
 * same text (ECMA-376 part 3, `mc:AlternateContent`).
 */
export function twoBranchTextBoxes(xml: string): string {
  let box = 0;
  return xml.replaceAll(/<w:pict>.*?<\/w:pict>/gsu, (pict) => {
    box += 1;
    const content = /<w:txbxContent>.*<\/w:txbxContent>/su.exec(pict)?.[0] ?? '';
    const fallback = pict
      .replace(/id="[^"]*"/u, `id="box${box}"`)
      .replace('type="#_x0000_t202"', 'fillcolor="#f4efe4" strokecolor="#9a8a63"');
    return `<mc:AlternateContent><mc:Choice Requires="wps">${drawingBox(content, box)}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
  });
}

function drawingBox(content: string, box: number): string {
  const [width, height] = [440 * 12_700, 110 * 12_700];
  return (
    `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/>` +
    `<wp:docPr id="${900 + box}" name="Text Box ${box}"/><wp:cNvGraphicFramePr/>` +
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>' +
    `<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="F4EFE4"/></a:solidFill>' +
    '<a:ln w="9525"><a:solidFill><a:srgbClr val="9A8A63"/></a:solidFill></a:ln></wps:spPr>' +
    `<wps:txbx>${content}</wps:txbx><wps:bodyPr lIns="91440" tIns="45720" rIns="91440" bIns="45720"><a:spAutoFit/></wps:bodyPr>` +
    '</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>'
  );
}
