import { encodePieces } from '../common/byte-source.ts';
import { escapeAttribute, escapeXml } from '../package/xml-text.ts';
import { STATUS_OF, type Sourced, type TbxEntry, type TbxFacts, type TbxLanguage, type TbxTerm } from './model.ts';

export interface TbxHeader {
  /** BCP 47: the language of what is not marked otherwise. */
  readonly language: string;
  readonly title: string;
  /** Where the entries come from, in words. */
  readonly origin: string;
}

/** Writes a glossary (TBX-Basic of ISO 30042:2019, categories as attributes) as UTF-8, piece by piece, in bounded memory. */
export function writeTbx(
  header: TbxHeader,
  entries: AsyncIterable<TbxEntry> | Iterable<TbxEntry>,
): AsyncGenerator<Uint8Array> {
  return encodePieces(parts(header, entries));
}

async function* parts(
  { language, title, origin }: TbxHeader,
  entries: AsyncIterable<TbxEntry> | Iterable<TbxEntry>,
): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<tbx type="TBX-Basic" style="dca" xml:lang="${escapeAttribute(language)}" xmlns="urn:iso:std:iso:30042:ed-2">\n`;
  yield `<tbxHeader><fileDesc><titleStmt><title>${escapeXml(title)}</title></titleStmt>`;
  yield `<sourceDesc><p>${escapeXml(origin)}</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n`;
  let number = 0;
  for await (const entry of entries) {
    number += 1;
    yield entryXml(entry, number);
  }
  yield '</body></text>\n</tbx>\n';
}

function entryXml(entry: TbxEntry, number: number): string {
  const subject = entry.subject === undefined ? '' : descrip('subjectField', { text: entry.subject });
  const id = entry.id ?? `c${number}`;
  return `<conceptEntry id="${escapeAttribute(id)}">${subject}${facts(entry)}${entry.languages.map(languageXml).join('')}\n</conceptEntry>\n`;
}

function languageXml(language: TbxLanguage): string {
  return `\n<langSec xml:lang="${escapeAttribute(language.language)}">${facts(language)}${language.terms.map(termXml).join('')}</langSec>`;
}

function termXml(term: TbxTerm): string {
  const notes: readonly (readonly [string, string | undefined])[] = [
    ['partOfSpeech', term.partOfSpeech],
    ['grammaticalGender', term.gender],
    ['geographicalUsage', term.geography],
    ['termType', term.type],
    ['administrativeStatus', term.status === undefined ? undefined : STATUS_OF[term.status]],
  ];
  const said = notes.map(([type, value]) =>
    value === undefined ? '' : `<termNote type="${type}">${escapeXml(value)}</termNote>`,
  );
  const contexts = term.contexts.map((context) => descrip('context', context));
  return `<termSec><term>${escapeXml(term.term)}</term>${said.join('')}${contexts.join('')}${facts(term)}</termSec>`;
}

function facts({ definitions, notes, sources, references }: TbxFacts): string {
  return [
    ...definitions.map((definition) => descrip('definition', definition)),
    ...sources.map((source) => `<admin type="source">${escapeXml(source)}</admin>`),
    ...references.map(
      (target) => `<xref type="externalCrossReference" target="${escapeAttribute(target)}">${escapeXml(target)}</xref>`,
    ),
    ...notes.map((note) => `<note>${escapeXml(note)}</note>`),
  ].join('');
}

function descrip(type: string, { text, source }: Sourced): string {
  const own = `<descrip type="${type}">${escapeXml(text)}</descrip>`;
  return source === undefined
    ? own
    : `<descripGrp>${own}<admin type="source">${escapeXml(source)}</admin></descripGrp>`;
}
