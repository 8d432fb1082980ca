import { AdaptaError } from '#shared/model/errors.ts';
import type { ByteSource } from '../common/byte-source.ts';
import { canonicalLanguage } from '../common/languages.ts';
import { streamXml, type RecordReader } from '../common/xml-stream.ts';
import {
  STATUS_OF,
  type ReadTbxEntry,
  type Sourced,
  type TbxLanguage,
  type TbxTerm,
  type TermStatus,
} from './model.ts';

/**
 * Reads a glossary entry by entry, in bounded memory: TBX of 2008 (`martif`: core, Basic, Default) and of 2019 (`tbx`), with
 * categories as attributes (DCA) or as elements (DCT). Throws invalidTbx with the rule broken and its line, and what
 * reading XML throws.
 */
export function readTbx(source: ByteSource): AsyncGenerator<ReadTbxEntry> {
  return streamXml(source, new TbxReader(), 'tbx');
}

type Attributes = Readonly<Record<string, string>>;

/** Names of 2008 by those of 2019. */
const SAME: Readonly<Record<string, string>> = {
  martif: 'tbx',
  termEntry: 'conceptEntry',
  langSet: 'langSec',
  tig: 'termSec',
  ntig: 'termSec',
};
/** Elements whose category is their attribute `type`. */
const TYPED: ReadonlySet<string> = new Set([
  'descrip',
  'admin',
  'termNote',
  'ref',
  'xref',
  'descripNote',
  'adminNote',
  'termCompList',
]);
const GROUPS: ReadonlySet<string> = new Set([
  'descripGrp',
  'adminGrp',
  'termNoteGrp',
  'termGrp',
  'transacGrp',
  'refGrp',
]);
/** Marks inside a value: only their text counts. */
const INLINE: ReadonlySet<string> = new Set(['hi', 'foreign', 'sc', 'ec', 'ph', 'bpt', 'ept', 'it', 'ut']);

interface Level {
  readonly definitions: Sourced[];
  readonly notes: string[];
  readonly sources: string[];
  readonly references: string[];
}

function level(): Level {
  return { definitions: [], notes: [], sources: [], references: [] };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type OpenTerm = Writable<Omit<TbxTerm, keyof Level | 'contexts' | 'term'>> &
  Level & { term: string; contexts: Sourced[] };
type OpenLanguage = Level & { language: string; terms: TbxTerm[] };
type OpenEntry = Level & { id?: string; subject?: string; line: number; languages: TbxLanguage[] };

class TbxReader implements RecordReader<ReadTbxEntry> {
  #out: ReadTbxEntry[] = [];
  #depth = 0;
  #entry: OpenEntry | undefined;
  #language: OpenLanguage | undefined;
  #term: OpenTerm | undefined;
  /** The value being read: its category, and where a link leads. */
  #value: { readonly category: string; readonly target: string; readonly depth: number; text: string } | undefined;
  /** A source said beside a definition or context belongs to it. */
  #group: { sourced: { text: string; source?: string }[]; source?: string } | undefined;

  take(): readonly ReadTbxEntry[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }

  open(written: string, attributes: Attributes, line: number): void {
    const local = written.slice(written.indexOf(':') + 1);
    const name = SAME[local] ?? local;
    this.#depth += 1;
    if (this.#depth === 1 && name !== 'tbx') throw new AdaptaError('invalidTbx', { rule: 'rootIsNotTbx', line });
    if (name === 'conceptEntry') {
      const { id } = attributes;
      this.#entry = { ...level(), ...(id === undefined ? {} : { id }), line, languages: [] };
    } else if (this.#entry === undefined || this.#value !== undefined) return;
    else if (name === 'langSec') {
      const tag = attributes['xml:lang'] ?? attributes['lang'] ?? '';
      if (tag.trim() === '') throw new AdaptaError('invalidTbx', { rule: 'languageMissing', line });
      this.#language = { ...level(), language: canonicalLanguage(tag), terms: [] };
    } else if (name === 'termSec') this.#term = { ...level(), term: '', contexts: [] };
    else if (GROUPS.has(name)) this.#group = { sourced: [] };
    else if (!INLINE.has(name)) {
      const category = TYPED.has(name) ? (attributes['type'] ?? name) : name;
      this.#value = {
        category: name === 'xref' ? 'xref' : category,
        target: attributes['target'] ?? '',
        depth: this.#depth,
        text: '',
      };
    }
  }

  text(data: string): void {
    if (this.#value !== undefined) this.#value.text += data;
  }

  close(written: string, line: number): void {
    const local = written.slice(written.indexOf(':') + 1);
    const name = SAME[local] ?? local;
    if (this.#value?.depth === this.#depth) {
      this.#put(this.#value.category, this.#value.text.replaceAll(/\s+/gu, ' ').trim(), this.#value.target);
      this.#value = undefined;
    } else if (this.#value === undefined && GROUPS.has(name)) this.#endGroup();
    else if (name === 'termSec') this.#endTerm(line);
    else if (name === 'langSec') this.#endLanguage(line);
    else if (name === 'conceptEntry') this.#endEntry(line);
    this.#depth -= 1;
  }

  #put(category: string, text: string, target: string): void {
    const at: Level | undefined = this.#term ?? this.#language ?? this.#entry;
    if (at === undefined || (text === '' && target === '')) return;
    const term = this.#term;
    switch (category) {
      case 'term':
        if (term !== undefined) term.term = text;
        break;
      case 'definition':
      case 'explanation':
        this.#sourced(at.definitions, text);
        break;
      case 'context':
        if (term !== undefined) this.#sourced(term.contexts, text);
        break;
      case 'subjectField':
        if (this.#entry !== undefined) this.#entry.subject ??= text;
        break;
      case 'partOfSpeech':
        if (term !== undefined) term.partOfSpeech = text;
        break;
      case 'grammaticalGender':
        if (term !== undefined) term.gender = text;
        break;
      case 'geographicalUsage':
        if (term !== undefined) term.geography = text;
        break;
      case 'termType':
        if (term !== undefined) term.type = text;
        break;
      case 'administrativeStatus':
      case 'normativeAuthorization':
        if (term !== undefined) Object.assign(term, statusOf(text));
        break;
      case 'source':
      case 'sourceIdentifier':
        if (this.#group === undefined) at.sources.push(text);
        else this.#group.source = text;
        break;
      case 'note':
        at.notes.push(text);
        break;
      case 'xref':
      case 'externalCrossReference':
      case 'xGraphic':
        at.references.push(target === '' ? text : target);
        break;
      default:
    }
  }

  #sourced(list: Sourced[], text: string): void {
    const value = { text };
    list.push(value);
    this.#group?.sourced.push(value);
  }

  #endGroup(): void {
    const group = this.#group;
    this.#group = undefined;
    if (group?.source === undefined) return;
    for (const value of group.sourced) value.source = group.source;
    const at: Level | undefined = this.#term ?? this.#language ?? this.#entry;
    if (group.sourced.length === 0) at?.sources.push(group.source);
  }

  #endTerm(line: number): void {
    if (this.#term === undefined) return;
    if (this.#term.term === '') throw new AdaptaError('invalidTbx', { rule: 'termMissing', line });
    if (this.#language === undefined) throw new AdaptaError('invalidTbx', { rule: 'termPlace', line });
    this.#language.terms.push(this.#term);
    this.#term = undefined;
  }

  #endLanguage(line: number): void {
    if (this.#language === undefined) return;
    if (this.#language.terms.length === 0) throw new AdaptaError('invalidTbx', { rule: 'termMissing', line });
    this.#entry?.languages.push(this.#language);
    this.#language = undefined;
  }

  #endEntry(line: number): void {
    if (this.#entry === undefined) return;
    if (this.#entry.languages.length === 0) throw new AdaptaError('invalidTbx', { rule: 'languageMissing', line });
    this.#out.push(this.#entry);
    this.#entry = undefined;
  }
}

function statusOf(value: string): { status?: TermStatus } {
  const bare = value.replace(/-admn-sts$/u, '');
  const found = (Object.keys(STATUS_OF) as TermStatus[]).find((status) => STATUS_OF[status] === `${bare}-admn-sts`);
  if (found !== undefined) return { status: found };
  return bare === 'standardizedTerm' || bare === 'legalTerm' ? { status: 'preferred' } : {};
}
