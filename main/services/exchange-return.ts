import {
  contentEquals,
  EMPTY,
  isText,
  NEW_BREAK,
  NEW_TAB,
  placeholdersOf,
  type Content,
} from '#shared/model/content.ts';
import type { BlockComment } from '#shared/model/comment.ts';
import type { Command } from '#shared/model/commands.ts';
import type { PlaceholderRun } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { ReturnedChange } from '#shared/contract/exchange.ts';
import { returnedContent } from '#shared/text/returned-content.ts';
import type { ExchangeDocument, ExchangeReturn, ExchangeUnit, ReturnedUnit } from '#main/formats/exchange.ts';
import { versionOf } from './exchange-document.ts';
import type { Steps } from './slices.ts';

const TYPED: readonly PlaceholderRun[] = [
  { placeholder: NEW_BREAK, kind: 'break', label: '\n' },
  { placeholder: NEW_TAB, kind: 'tab', label: '\t' },
];

/** What a returned file would change, worked out against the document as it is now. */
export interface ReturnPlan {
  readonly document: string;
  readonly changes: readonly ReturnedChange[];
  /** By unit, only new ones. */
  readonly comments: readonly { readonly unit: string; readonly comment: BlockComment }[];
  readonly unchanged: number;
  readonly missing: number;
  readonly unknown: number;
}

/**
 * Compares what came back with what is here. A text that is still the one that went out changes nothing, whatever was written
 * here meanwhile; one that was changed there and here is a conflict: people decide. `looks`: the file knows links and formats.
 */
export function* planReturn(back: ExchangeReturn, here: ExchangeDocument, looks: boolean): Steps<ReturnPlan> {
  const units = new Map(here.units.map((unit) => [unit.id, unit]));
  const known = back.units.filter(({ id }) => units.has(id));
  const changes: ReturnedChange[] = [];
  const comments: { unit: string; comment: BlockComment }[] = [];
  for (const returned of known) {
    const unit = units.get(returned.id) as ExchangeUnit;
    const change = changeOf(returned, unit, looks);
    if (change !== null) changes.push(change);
    for (const comment of newComments(returned, unit)) comments.push({ unit: unit.id, comment });
    yield;
  }
  return {
    document: back.document,
    changes,
    comments,
    unchanged: known.length - changes.length,
    missing: here.units.length - new Set(known.map(({ id }) => id)).size,
    unknown: back.units.length - known.length,
  };
}

function changeOf(returned: ReturnedUnit, unit: ExchangeUnit, looks: boolean): ReturnedChange | null {
  const after = returned.target === undefined ? unit.target : contentIn(returned.target, unit, looks);
  const isSame = contentEquals(after, unit.target);
  const wasSent = returned.version !== undefined && returned.version !== '' ? returned.version : null;
  // The text that went out came back: whoever had the file did not touch it.
  const isUntouched = isSame || (wasSent !== null && versionOf(after) === wasSent && unit.version !== wasSent);
  const status = returned.status === unit.status ? undefined : returned.status;
  if (isUntouched && status === undefined) return null;
  const isConflict = !isUntouched && wasSent !== null && wasSent !== unit.version;
  return {
    unit: unit.id,
    kind: isConflict ? 'conflict' : 'change',
    source: unit.source,
    before: unit.target,
    after: isUntouched ? unit.target : after,
    ...(status === undefined ? {} : { status }),
  };
}

function contentIn(target: Content, unit: ExchangeUnit, looks: boolean): Content {
  const known = [unit.target, unit.received ?? EMPTY, unit.source].flatMap((content) => placeholdersOf(content));
  if (!looks) return returnedContent(unit.target, target, unique([...known, ...TYPED]));
  const labels = new Map(known.map((run) => [`${run.placeholder} ${run.kind}`, run]));
  // A file may say of a placeholder what it likes: what it stands for is known here.
  return target.map((run) => (isText(run) ? run : (labels.get(`${run.placeholder} ${run.kind}`) ?? run)));
}

/** The first of each number and kind. */
function unique(runs: readonly PlaceholderRun[]): readonly PlaceholderRun[] {
  return [...new Map(runs.toReversed().map((run) => [`${run.placeholder} ${run.kind}`, run])).values()].toReversed();
}

function newComments({ comments }: ReturnedUnit, unit: ExchangeUnit): readonly BlockComment[] {
  const known = new Set(unit.comments.flatMap(({ author, text }) => [text.trim(), `${author}: ${text}`.trim()]));
  return comments.filter(
    ({ author, text }) => text.trim() !== '' && !known.has(text.trim()) && !known.has(`${author}: ${text}`.trim()),
  );
}

/** The commands that take a change over: the text first, so that the status told with it stays. */
export function commandsOf({ unit, before, after, status }: ReturnedChange, now: UnitRecord): readonly Command[] {
  return [
    ...(contentEquals(before, after) ? [] : [{ type: 'edit' as const, unit, content: after }]),
    ...(status === undefined || (status === now.status && contentEquals(before, after))
      ? []
      : [{ type: 'status' as const, unit, status }]),
  ];
}
