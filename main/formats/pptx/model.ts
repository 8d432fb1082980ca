import type { BlockComment } from '#shared/model/comment.ts';
import type { ImportReport } from '#shared/model/report.ts';
import type { Levels } from '../drawingml/levels.ts';
import type { DrawingPart, DrawingText } from '../drawingml/model.ts';
import type { OfficePackage } from '../package/package.ts';
import type { XmlElement } from '../package/xml.ts';
import type { Frame } from './geometry.ts';

/** Which placeholder of its layout a shape fills (19.3.1.36). */
export interface PlaceholderRole {
  readonly type: string;
  readonly index: string | undefined;
}

/** Something that stands on a slide, in the order it is drawn; shapes inside groups among the others. */
export interface Shape {
  readonly what: 'text' | 'picture' | 'table' | 'chart' | 'diagram' | 'object';
  readonly element: XmlElement;
  /** `slide:3/sp7`: what its containers begin with. */
  readonly name: string;
  readonly id: string;
  readonly role: PlaceholderRole | undefined;
  /** Where it stands on the slide; undefined when the file does not say. */
  readonly frame: Frame | undefined;
  /** The text body, of shapes that have one. */
  readonly body: XmlElement | undefined;
  /** What is said of the body (`a:bodyPr`): its own, then what it is based on. */
  readonly bodyProperties: readonly XmlElement[];
  readonly levels: Levels;
  /** What a program that does not know the shape shows instead. */
  readonly fallback: XmlElement | undefined;
  /** The story of a chart's or diagram's words. */
  readonly story?: string;
}

export interface Slide {
  /** 1, 2, 3 … hidden ones included. */
  readonly number: number;
  readonly story: string;
  readonly hidden: boolean;
  readonly part: DrawingPart;
  /** As read: the title first. */
  readonly shapes: readonly Shape[];
  readonly notes: { readonly story: string; readonly part: DrawingPart } | undefined;
}

/** Everything known of one presentation: what reading it tells, and what the writer needs. */
export interface PptxModel {
  readonly package: OfficePackage;
  readonly main: DrawingPart;
  readonly text: DrawingText;
  readonly slides: readonly Slide[];
  /** By anchor. */
  readonly comments: ReadonlyMap<string, readonly BlockComment[]>;
  readonly language: string | undefined;
  readonly report: ImportReport;
}
