import type { Mark, PlaceholderKind } from '#shared/model/content.ts';
import type { XmlElement } from '../package/xml.ts';

/** One code of a `source` or `target` where it is met. */
export interface CodeToken {
  /** Equal for what belongs together: start and end, source and target. Unique within the unit otherwise. */
  readonly key: string;
  readonly edge: 'open' | 'close' | 'point';
  readonly kind: PlaceholderKind;
  readonly label: string;
  /** The look it stands for, where it is nothing but that. */
  readonly mark?: Mark;
  readonly element: XmlElement;
  /** As the file writes it here: a start tag, an end tag or a whole element. */
  readonly xml: string;
  /** Start and end are the tags of one element, so they must nest. */
  readonly isSpan: boolean;
}

/** Where a segment of XLIFF 1.2 begins and ends inside its target: `mrk mtype="seg"`. */
export interface SegmentToken {
  readonly segment: 'start' | 'end';
  readonly element: XmlElement;
}

export type Token = { readonly text: string } | CodeToken | SegmentToken;

/** Character data and what is cut out of it: line ends and tabs are kept as placeholders where white space counts. */
export function textTokens(text: string, preserve: boolean, parent: XmlElement, next: () => number): readonly Token[] {
  if (!preserve) return [{ text: text.replaceAll(/[\t\n\r ]+/gu, ' ') }];
  return text.split(/(\r\n|[\n\r\t])/u).map((piece, index): Token => {
    if (index % 2 === 0) return { text: piece };
    const isTab = piece === '\t';
    return {
      key: `white:${next()}`,
      edge: 'point',
      kind: isTab ? 'tab' : 'break',
      label: isTab ? '\t' : '\n',
      element: parent,
      xml: piece,
      isSpan: false,
    };
  });
}

/** Longest label shown; native code can be long. */
const LABEL = 80;

/** What people see of a code: the first of these that says anything. */
export function labelOf(...candidates: readonly (string | undefined)[]): string {
  const said = candidates.find((each) => each !== undefined && each.trim() !== '') ?? '';
  return said.replaceAll(/\s+/gu, ' ').trim().slice(0, LABEL);
}
