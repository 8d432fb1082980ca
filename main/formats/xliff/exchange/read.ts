import { AdaptaError } from '#shared/model/errors.ts';
import type { BlockComment } from '#shared/model/comment.ts';
import { normalizeContent, type Content } from '#shared/model/content.ts';
import { STATUSES, type Status } from '#shared/model/unit.ts';
import type { ExchangeReturn, ReturnedUnit } from '#main/formats/exchange.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import { readInline12 } from '../inline12.ts';
import { readInline2, textOf } from '../inline2.ts';
import type { Token } from '../inline.ts';
import { unitElements } from '../model.ts';
import { child12, name12 } from '../names12.ts';
import { openXliff, type OpenXliff } from '../open.ts';
import { readNotes } from '../notes.ts';
import { ownElement12, ownGroup, STATE12_OF, STATE_OF } from '../state.ts';
import { contentOf } from './decode.ts';

/**
 * What came back of a document that went out as XLIFF, from whatever program: its ids are what counts, not the order,
 * the segments or the attributes, and nobody's breach of the standard loses the work done. Throws notReturned for a file
 * that did not go out from here, and what opening throws.
 */
export function readReturned(bytes: Uint8Array): ExchangeReturn {
  const file = openXliff(bytes);
  const document = documentOf(file.root);
  if (document === undefined) throw new AdaptaError('notReturned');
  const units: ReturnedUnit[] = [];
  for (const element of unitElements(file.root)) {
    const id = /^u-(.+)$/u.exec(element.attributes['id'] ?? '')?.[1];
    if (id !== undefined) units.push(unitOf(id, element, file));
  }
  return { document, units };
}

function documentOf(root: XmlElement): string | undefined {
  for (const file of root.children) {
    const named = /^d-(.+)$/u.exec(file.attributes['id'] ?? file.attributes['original'] ?? '')?.[1];
    const told = fieldsOf(file, 2).get('document') ?? named;
    if (told !== undefined && told !== '') return told;
  }
  return undefined;
}

function unitOf(id: string, element: XmlElement, file: OpenXliff): ReturnedUnit {
  const fields = fieldsOf(element, file.version);
  const version = fields.get('version');
  const state = file.version === 2 ? state2(element) : state12(element);
  const target = file.version === 2 ? target2(element, file) : target12(element, file);
  const sent = STATUSES.find((each) => each === fields.get('status'));
  const status = statusOf(state, sent, file.version);
  // Programs put an empty target where nobody has begun.
  const isUntold = target === undefined || (target.length === 0 && status === undefined);
  return {
    id,
    ...(version === undefined ? {} : { version }),
    ...(isUntold ? {} : { target }),
    ...(status === undefined || isUntold ? {} : { status }),
    comments: commentsOf(element),
  };
}

/** What Adapta told of the unit or file itself. */
function fieldsOf(element: XmlElement, version: 1 | 2): ReadonlyMap<string, string> {
  if (version === 1) return new Map(Object.entries(ownElement12(element)?.attributes ?? {}));
  return new Map((ownGroup(element)?.children ?? []).map(({ attributes, text }) => [attributes['type'] ?? '', text]));
}

const STATES: Readonly<Record<string, Status>> = {
  translated: 'translated',
  reviewed: 'reviewed',
  'signed-off': 'reviewed',
  final: 'approved',
};

/** Only a state that is another than the one that went out says anything. */
function statusOf(state: string | undefined, sent: Status | undefined, version: 1 | 2): Status | undefined {
  if (state === undefined) return undefined;
  if (sent !== undefined && (version === 2 ? STATE_OF : STATE12_OF)[sent] === state) return undefined;
  const status = STATES[state];
  if (status !== undefined) return status;
  const wasDone = sent !== undefined && sent !== 'untranslated' && sent !== 'draft';
  return wasDone ? 'draft' : undefined;
}

/** The least finished of a unit's segments, which a program may have cut. */
function state2(unit: XmlElement): string | undefined {
  const order = ['initial', 'translated', 'reviewed', 'final'];
  const states = unit.children
    .filter(({ name }) => name === 'xlf:segment')
    .map(({ attributes }) => order.indexOf(attributes['state'] ?? 'initial'));
  return states.length === 0 ? undefined : order[Math.max(0, Math.min(...states))];
}

function state12(unit: XmlElement): string | undefined {
  if (unit.attributes['approved'] === 'yes') return 'final';
  const state = child12(unit, 'target')?.attributes['state'];
  // A unit whose approval was taken back is at most reviewed.
  return state === 'final' && unit.attributes['approved'] === 'no' ? 'signed-off' : state;
}

function target2(unit: XmlElement, { part }: OpenXliff): Content | undefined {
  const data = new Map(
    (unit.child('xlf:originalData')?.children ?? []).map((each) => [each.attributes['id'] ?? '', textOf(each)]),
  );
  const parts = unit.children
    .filter(({ name }) => name === 'xlf:segment' || name === 'xlf:ignorable')
    .map((each, index) => ({ each, order: Number(each.child('xlf:target')?.attributes['order'] ?? index + 1) }))
    .toSorted((a, b) => a.order - b.order);
  const isTranslated = parts.some(({ each }) => each.name === 'xlf:segment' && each.child('xlf:target') !== undefined);
  if (!isTranslated) return undefined;
  const read = (element: XmlElement): readonly Token[] => readInline2(element, { text: part.text, data });
  const sources = parts.flatMap(({ each }) => each.child('xlf:source') ?? []).flatMap(read);
  const tokens = parts.flatMap(({ each }) => {
    const target = each.child('xlf:target') ?? (each.name === 'xlf:ignorable' ? each.child('xlf:source') : undefined);
    return target === undefined ? [] : read(target);
  });
  return normalizeContent(contentOf(tokens, sources, data));
}

function target12(unit: XmlElement, { part }: OpenXliff): Content | undefined {
  const target = child12(unit, 'target');
  const source = child12(unit, 'source');
  if (target === undefined) return undefined;
  const sources = source === undefined ? [] : readInline12(source, part.text);
  return normalizeContent(contentOf(readInline12(target, part.text), sources, new Map()));
}

/** What people wrote; what Adapta wrote of its own accord is none of it. */
function commentsOf(unit: XmlElement): readonly BlockComment[] {
  const own = unit.child('xlf:notes')?.children ?? unit.children.filter((child) => name12(child) === 'note');
  const why = new Set(
    own
      .filter(({ attributes }) => attributes['category'] === 'adapta:why' || attributes['from'] === 'adapta:why')
      .map(({ text }) => text.trim()),
  );
  return readNotes(unit).filter(({ text }) => !why.has(text));
}
