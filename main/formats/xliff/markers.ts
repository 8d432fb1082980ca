import { attributesOf, prefixIn, tagName, tagOf } from './tags.ts';

/** What `pc` says of its start and its end, by the name `sc` and `ec` give it. */
const HALVES = ['dataRef', 'disp', 'equiv', 'subFlows'] as const;
/** What an end of XLIFF 2.1 has to repeat of its start (4.2.3.5). */
const REPEATED = ['canCopy', 'canDelete', 'canOverlap', 'canReorder', 'type', 'subType'] as const;

/**
 * The tags of an element that encloses text as two markers, for when it cannot enclose it any more: `sc` and `ec` for `pc`,
 * `sm` and `em` for `mrk` (XLIFF 2.1, 4.7.2.3), `bx` and `ex` for `g` (1.2, 2.4.2).
 */
export function asMarkers(start: string): { readonly open: string; readonly close: string } {
  const prefix = prefixIn(start);
  const attributes = new Map(attributesOf(start));
  const id = attributes.get('id') ?? '""';
  switch (tagName(start).slice(prefix.length)) {
    case 'pc':
      return splitSpan(prefix, attributes, id);
    case 'mrk':
      return { open: tagOf(`${prefix}sm`, attributes), close: tagOf(`${prefix}em`, [['startRef', id]]) };
    default:
      return {
        open: tagOf(`${prefix}bx`, [...attributes, ['rid', id]]),
        close: tagOf(`${prefix}ex`, [
          ['id', id],
          ['rid', id],
        ]),
      };
  }
}

function splitSpan(prefix: string, attributes: Map<string, string>, id: string): { open: string; close: string } {
  const start = new Map(attributes);
  const end = new Map([['startRef', id]]);
  // A spanning code cannot overlap unless it says so, markers can.
  if (!start.has('canOverlap')) start.set('canOverlap', '"no"');
  for (const name of HALVES) {
    const [first, last] = [start.get(`${name}Start`), start.get(`${name}End`)];
    start.delete(`${name}Start`);
    start.delete(`${name}End`);
    if (first !== undefined) start.set(name, first);
    if (last !== undefined) end.set(name, last);
  }
  for (const name of REPEATED) {
    const value = start.get(name);
    if (value === undefined) continue;
    end.set(name, name === 'canReorder' && /firstNo/u.test(value) ? '"no"' : value);
  }
  return { open: tagOf(`${prefix}sc`, start), close: tagOf(`${prefix}ec`, end) };
}
