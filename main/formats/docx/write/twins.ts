import type { XmlElement } from '#main/formats/package/xml.ts';
import type { TwinBox } from '../model.ts';
import { BINDINGS } from './bindings.ts';
import type { Splicer } from '#main/formats/common/splice.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is copied from a text box's first writing over which place in the second. */
interface Copy {
  readonly from: Span;
  readonly to: Span;
}

/**
 * A text box stands twice, for new and for old programs: the second is written as the first. Where only texts changed
 * and both have the same paragraphs, those texts alone: the branches may differ in looks, and nobody asked to even that.
 */
export function copyTwin({ primary, twin }: TwinBox, splicer: Splicer): void {
  const edits = splicer.within(inside(primary));
  if (edits === 0) return;
  for (const { from, to } of textByText(primary, twin, splicer, edits) ?? [whole(primary, twin)])
    splicer.add({ ...to, render: () => splicer.slice(from.start, from.end, true) });
}

function whole(primary: XmlElement, twin: XmlElement): Copy {
  return { from: inside(primary), to: inside(twin) };
}

/** The texts that changed, each with its like in the twin; undefined when that would not be all that changed. */
function textByText(
  primary: XmlElement,
  twin: XmlElement,
  splicer: Splicer,
  edits: number,
): readonly Copy[] | undefined {
  const [ours, theirs] = [placesIn(primary), placesIn(twin)];
  if (ours.length !== theirs.length) return undefined;
  const copies: Copy[] = [];
  let copied = 0;
  for (const [index, from] of ours.entries()) {
    const to = theirs[index] as Place;
    const here = splicer.within(from);
    if (here === 0) continue;
    if (to.name !== from.name) return undefined;
    copied += here;
    copies.push({ from, to });
  }
  return copied === edits ? copies : undefined;
}

interface Place extends Span {
  readonly name: string;
}

/** What a change of texts alone touches: the inside of outermost paragraphs, and what ties the controls around them to data. */
function placesIn(element: XmlElement): readonly Place[] {
  return element.children.flatMap((child): readonly Place[] => {
    if (BINDINGS.has(child.name)) return [{ name: child.name, start: child.start, end: child.end }];
    if (child.name !== 'w:p') return placesIn(child);
    // `<w:p/>` has no inside to write to.
    return child.contentEnd === child.end ? [] : [{ name: child.name, ...inside(child) }];
  });
}

/** An element's content; of a paragraph what follows its properties. */
function inside(element: XmlElement): Span {
  return { start: element.child('w:pPr')?.end ?? element.contentStart, end: element.contentEnd };
}
