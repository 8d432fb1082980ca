import type { BlockComment } from '#shared/model/comment.ts';
import type { XmlElement } from '../package/xml.ts';
import { textBelow } from './inline.ts';

const TOLD_APART = new Set([
  'dc:creator',
  'dc:date',
  'meta:date-string',
  'meta:creator-initials',
  'loext:sender-initials',
]);

/** A comment, also as programs wrote those of slides before the standard had them. */
export function isAnnotation(name: string): boolean {
  return name === 'office:annotation' || name === 'officeooo:annotation';
}

/** Annotations as comments (ODF 1.3 part 3, 14.1). */
export function commentsOf(annotations: readonly XmlElement[]): readonly BlockComment[] {
  return annotations.map((annotation) => {
    const at = annotation.child('dc:date')?.text;
    const lines = annotation.children
      .filter((child) => !TOLD_APART.has(child.name))
      .map((child) => textBelow(child).replaceAll(/\s+/gu, ' ').trim());
    return {
      author: annotation.child('dc:creator')?.text ?? '',
      ...(at === undefined || at === '' ? {} : { at }),
      text: lines.filter((line) => line !== '').join('\n'),
    };
  });
}
