import type { Mark } from '#shared/model/content.ts';
import type { ExchangeDocument, ExchangeUnit } from '#main/formats/exchange.ts';
import { escapeAttribute, escapeXml } from '#main/formats/package/xml-text.ts';
import { metadataXml } from '../own-data.ts';
import { NAMESPACE, ownFields } from '../state.ts';
import { withState } from '../write-unit2.ts';
import { crossing, Looks, stepsOf, type Step } from './codes.ts';
import { cutUnit, type CutUnit, type Languages } from './sentences.ts';

const MARK_TYPES: Readonly<Record<Mark, string>> = {
  bold: 'xlf:b',
  italic: 'xlf:i',
  underline: 'xlf:u',
  strike: 'adapta:strike',
  superscript: 'adapta:superscript',
  subscript: 'adapta:subscript',
};

/** The native code every link and look ends with; what it begins with is its address or its name. */
const END = 'e';

/**
 * A document as XLIFF 2.1: one file, one unit per unit; its sentences are segments where both sides have as many. An
 * added unit has an empty source; one left out goes along with `translate="no"`, so that nobody works on it.
 */
export function documentXml2(document: ExchangeDocument): string {
  const { id, title, sourceLanguage, targetLanguage, units } = document;
  const languages = `srcLang="${escapeAttribute(sourceLanguage)}" trgLang="${escapeAttribute(targetLanguage)}"`;
  const names = `xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:adapta="${NAMESPACE}"`;
  const about = metadataXml(
    new Map([
      ['document', id],
      ['title', title],
    ]),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff ${names} version="2.1" ${languages}>`,
    `<file id="d-${id}" original="${escapeAttribute(title)}" xml:space="preserve">`,
    about,
    ...(units.length === 0 ? ['<group id="none"/>'] : units.map((unit) => unitXml(unit, document))),
    '</file>',
    '</xliff>',
    '',
  ].join('\n');
}

function unitXml(unit: ExchangeUnit, languages: Languages): string {
  const looks = new Looks();
  const cut = cutUnit(unit, languages);
  const crossed = crossing([cut.source, cut.target, cut.received]);
  const sources = stepsOf(cut.source, looks, crossed).map(inlineXml);
  const targets = cut.target && stepsOf(cut.target, looks, crossed).map(inlineXml);
  const translate = unit.mode === 'omitted' ? ' translate="no"' : '';
  const parts = sources.map((source, index) => {
    const texts = `<source>${source}</source>${targets === undefined ? '' : `<target>${targets[index] ?? ''}</target>`}`;
    if (index % 2 === 0) return `${withState(`<segment id="${segmentId(index)}">`, unit)}${texts}</segment>`;
    return source === '' && (targets?.[index] ?? '') === '' ? '' : `<ignorable>${texts}</ignorable>`;
  });
  const fields = new Map([...ownFields(unit), ['status', unit.status], ['version', unit.version]]);
  return [
    `<unit id="u-${unit.id}" name="${unit.kind}"${styleOf(unit)}${translate}>`,
    matchesXml(cut, crossed),
    metadataXml(fields),
    notesXml(unit),
    dataXml(looks),
    ...parts,
    '</unit>',
  ].join('');
}

/** Of the piece at an even place. */
function segmentId(index: number): string {
  return `s${index / 2 + 1}`;
}

const STYLES: Readonly<Partial<Record<ExchangeUnit['kind'], string>>> = {
  listItem: 'li',
  tableCell: 'td',
  caption: 'caption',
};

function styleOf({ kind, level }: ExchangeUnit): string {
  const style = kind === 'heading' ? `h${Math.min(level ?? 1, 6)}` : STYLES[kind];
  return style === undefined ? '' : ` fs:fs="${style}"`;
}

/** The translation as it was received, where it is another one by now. */
function matchesXml({ source, received }: CutUnit, crossed: ReadonlySet<number>): string {
  if (received === undefined) return '';
  const matches = received.map((content, index) => {
    if (index % 2 === 1) return '';
    const looks = new Looks();
    const [from, to] = [source[index] ?? [], content].map((each) =>
      inlineXml(stepsOf([each], looks, crossed)[0] ?? []),
    );
    const id = index === 0 ? 'received' : `received${index / 2 + 1}`;
    return `<mtc:match id="${id}" ref="#${segmentId(index)}" type="other" subType="adapta:received">${dataXml(looks)}<source>${from}</source><target>${to}</target></mtc:match>`;
  });
  return `<mtc:matches>${matches.join('')}</mtc:matches>`;
}

function notesXml({ comments, adaptation }: ExchangeUnit): string {
  const notes = comments.map(({ author, at, text }, index) => {
    const when = at === undefined ? '' : ` adapta:at="${escapeAttribute(at)}"`;
    return `<note id="n${index + 1}" category="comment" adapta:author="${escapeAttribute(author)}"${when}>${escapeXml(text)}</note>`;
  });
  const why = [adaptation?.note, adaptation?.reference].filter((each) => each !== undefined && each !== '').join(' — ');
  if (why !== '') notes.push(`<note id="why" category="adapta:why" appliesTo="target">${escapeXml(why)}</note>`);
  return notes.length === 0 ? '' : `<notes>${notes.join('')}</notes>`;
}

function dataXml({ links, formats }: Looks): string {
  const data = [
    ...links.map((link, index) => `<data id="l${index + 1}">${escapeXml(link)}</data>`),
    ...formats.map((format, index) => `<data id="f${index + 1}">${escapeXml(format)}</data>`),
  ];
  return data.length === 0 ? '' : `<originalData>${data.join('')}<data id="${END}">/</data></originalData>`;
}

function inlineXml(steps: readonly Step[]): string {
  return steps
    .map((step) => ('text' in step ? escapeXml(step.text).replaceAll('\r', '&#13;') : codeXml(step)))
    .join('');
}

function codeXml(step: Exclude<Step, { text: string }>): string {
  const { id, edge, meaning } = step;
  const copy = step.copyOf === undefined ? '' : ` copyOf="${step.copyOf}"`;
  switch (meaning.what) {
    case 'mark':
      return edge === 'open' ? `<pc id="${id}" type="fmt" subType="${MARK_TYPES[meaning.mark]}">` : '</pc>';
    case 'link':
      return edge === 'open' ? `<pc id="${id}" type="link" subType="adapta:link"${dataRefs(id)}>` : '</pc>';
    case 'format':
      return edge === 'open' ? `<pc id="${id}" type="fmt" subType="adapta:format"${dataRefs(id)}>` : '</pc>';
    case 'break':
      return `<ph id="${id}" type="fmt" subType="xlf:lb"/>`;
    case 'tab':
      return `<ph id="${id}" type="fmt" subType="adapta:tab"/>`;
    case 'border':
      return `<ph id="${id}" type="fmt" subType="adapta:border"/>`;
    case 'placeholder': {
      const { kind, label } = meaning.run;
      const shown = label === '' ? '' : ` disp="${escapeAttribute(label)}"`;
      const type = ` type="other" subType="adapta:${kind}"`;
      if (edge === 'open')
        return `<pc id="${id}"${copy}${shown.replace('disp', 'dispStart')} type="other" subType="adapta:pair">`;
      if (edge === 'close') return '</pc>';
      if (edge === 'point') return `<ph id="${id}"${copy}${shown}${type}/>`;
      if (edge === 'markOpen') return `<sc id="${id}"${copy}${shown}/>`;
      if (edge === 'markClose') return `<ec startRef="${id}"${shown}/>`;
      return `<${edge === 'loneOpen' ? 'sc' : 'ec'} id="${id}" isolated="yes"${shown}/>`;
    }
  }
}

function dataRefs(id: string): string {
  return ` dataRefStart="${id.replace(/-\d+$/u, '')}" dataRefEnd="${END}"`;
}
