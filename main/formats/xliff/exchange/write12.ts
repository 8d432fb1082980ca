import type { Mark } from '#shared/model/content.ts';
import type { ExchangeDocument, ExchangeUnit } from '#main/formats/exchange.ts';
import { escapeAttribute, escapeXml } from '#main/formats/package/xml-text.ts';
import { ownElementXml } from '../own-data.ts';
import { NAMESPACE, ownFields, STATE12_OF } from '../state.ts';
import { crossing, Looks, stepsOf, type Step } from './codes.ts';
import { cutUnit, type Languages, type Pieces } from './sentences.ts';

const MARK_TYPES: Readonly<Record<Mark, string>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underlined',
  strike: 'x-strike',
  superscript: 'x-superscript',
  subscript: 'x-subscript',
};

/** A document as XLIFF 1.2, for programs that know no later one; see {@link documentXml2} for what stands where. */
export function documentXml12(document: ExchangeDocument): string {
  const { id, title, sourceLanguage, targetLanguage, units } = document;
  const languages = `source-language="${escapeAttribute(sourceLanguage)}" target-language="${escapeAttribute(targetLanguage)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:adapta="${NAMESPACE}" version="1.2">`,
    `<file original="d-${id}" product-name="${escapeAttribute(title)}" datatype="plaintext" ${languages} xml:space="preserve">`,
    '<body>',
    ...units.map((unit) => unitXml(unit, document)),
    '</body>',
    '</file>',
    '</xliff>',
    '',
  ].join('\n');
}

function unitXml(unit: ExchangeUnit, languages: Languages): string {
  const looks = new Looks();
  const cut = cutUnit(unit, languages);
  const crossed = crossing([cut.source, cut.target, cut.received]);
  const piecesXml = (pieces: Pieces): readonly string[] => stepsOf(pieces, looks, crossed).map(inlineXml);
  const { id, status, mode } = unit;
  const flags = `${status === 'approved' ? ' approved="yes"' : ''}${mode === 'omitted' ? ' translate="no"' : ''}`;
  const fields = new Map([...ownFields(unit), ['status', status], ['version', unit.version]]);
  const [source, target, received] = [cut.source, cut.target, cut.received].map(
    (pieces) => pieces && piecesXml(pieces),
  );
  return [
    `<trans-unit id="u-${id}"${flags} xml:space="preserve">`,
    `<source>${source?.join('') ?? ''}</source>`,
    source === undefined || source.length === 1 ? '' : `<seg-source>${segmentsXml(source)}</seg-source>`,
    target === undefined ? '' : `<target state="${STATE12_OF[status]}">${segmentsXml(target)}</target>`,
    notesXml(unit),
    received === undefined ? '' : `<alt-trans origin="received"><target>${received.join('')}</target></alt-trans>`,
    ownElementXml(fields),
    '</trans-unit>',
  ].join('');
}

/** Sentences as segments of a unit (XLIFF 1.2, 2.5.2), the blanks between them; a text that is one stays without. */
function segmentsXml(pieces: readonly string[]): string {
  if (pieces.length === 1) return pieces[0] ?? '';
  return pieces
    .map((xml, index) => (index % 2 === 0 ? `<mrk mtype="seg" mid="${index / 2 + 1}">${xml}</mrk>` : xml))
    .join('');
}

function notesXml({ comments, adaptation }: ExchangeUnit): string {
  const notes = comments.map(({ author, text }) => {
    const from = author === '' ? '' : ` from="${escapeAttribute(author)}"`;
    return `<note${from}>${escapeXml(text)}</note>`;
  });
  const why = [adaptation?.note, adaptation?.reference].filter((each) => each !== undefined && each !== '').join(' — ');
  if (why !== '') notes.push(`<note from="adapta:why" annotates="target">${escapeXml(why)}</note>`);
  return notes.join('');
}

function inlineXml(steps: readonly Step[]): string {
  return steps
    .map((step) => ('text' in step ? escapeXml(step.text).replaceAll('\r', '&#13;') : codeXml(step)))
    .join('');
}

function codeXml({ id, edge, meaning }: Exclude<Step, { text: string }>): string {
  switch (meaning.what) {
    case 'mark':
      return edge === 'open' ? `<g id="${id}" ctype="${MARK_TYPES[meaning.mark]}">` : '</g>';
    case 'link':
      return edge === 'open' ? `<g id="${id}" ctype="link"${shown(meaning.link)}>` : '</g>';
    case 'format':
      return edge === 'open' ? `<g id="${id}" ctype="x-adapta-format"${shown(meaning.format)}>` : '</g>';
    case 'break':
      return `<x id="${id}" ctype="lb"/>`;
    case 'tab':
      return `<x id="${id}" ctype="x-tab"/>`;
    case 'border':
      return `<x id="${id}" ctype="x-adapta-border"/>`;
    case 'placeholder': {
      const { kind, label } = meaning.run;
      if (edge === 'open') return `<g id="${id}" ctype="x-adapta-pair"${shown(label)}>`;
      if (edge === 'close') return '</g>';
      if (edge === 'point') return `<x id="${id}" ctype="x-adapta-${kind}"${shown(label)}/>`;
      if (edge === 'markOpen') return `<bx id="${id}" rid="${id}"${shown(label)}/>`;
      if (edge === 'markClose') return `<ex id="${id}e" rid="${id}"${shown(label)}/>`;
      return `<it id="${id}" pos="${edge === 'loneOpen' ? 'open' : 'close'}"${shown(label)}/>`;
    }
  }
}

function shown(label: string): string {
  return label === '' ? '' : ` equiv-text="${escapeAttribute(label)}"`;
}
