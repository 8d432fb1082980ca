import type { BlockComment } from '#shared/model/comment.ts';
import { descendants, type XmlElement } from '../package/xml.ts';
import { name12 } from './names12.ts';
import { NAMESPACE } from './state.ts';

const MARKERS: ReadonlySet<string> = new Set(['xlf:mrk', 'xlf:sm', 'xlf12:mrk', 'mrk']);

/** What people wrote beside a unit: its notes, and comments on spans of its text. */
export function readNotes(unit: XmlElement): readonly BlockComment[] {
  const comments: BlockComment[] = [];
  const notes = unit.child('xlf:notes')?.children ?? unit.children.filter((child) => name12(child) === 'note');
  for (const note of notes) add(comments, note, note.text);
  const seen = new Set<string>();
  for (const marker of descendants(unit, MARKERS)) {
    const { type, value = '', comment = '', id = '' } = marker.attributes;
    // The same annotation stands in the source and in the target.
    const text = type === 'comment' ? value : comment;
    if (text === '' || seen.has(`${id} ${text}`)) continue;
    seen.add(`${id} ${text}`);
    add(comments, marker, text);
  }
  return comments;
}

function add(comments: BlockComment[], element: XmlElement, text: string): void {
  if (text.trim() === '') return;
  const { attributes } = element;
  const at = attributes[`{${NAMESPACE}}at`] ?? attributes['adapta:at'];
  const author = attributes['from'] ?? attributes[`{${NAMESPACE}}author`] ?? attributes['adapta:author'] ?? '';
  comments.push({ author, ...(at === undefined ? {} : { at }), text: text.trim() });
}
