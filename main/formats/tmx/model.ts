import type { Content, PlaceholderId } from '#shared/model/content.ts';

/** `<prop>`: what a program keeps beside a text. */
export interface TmxProperty {
  readonly type: string;
  readonly value: string;
  readonly language?: string;
}

/** Attributes that header, units and variants share (TMX 1.4b, 3.2); dates are ISO 8601, UTC. */
export interface TmxFacts {
  readonly created?: string;
  readonly creator?: string;
  readonly changed?: string;
  readonly changer?: string;
  readonly usageCount?: number;
  readonly lastUsed?: string;
  readonly properties: readonly TmxProperty[];
  readonly notes: readonly string[];
}

export interface TmxHeader extends TmxFacts {
  readonly version: string;
  readonly tool: string;
  readonly toolVersion: string;
  readonly segmentation: string;
  /** The format of the memory the file was made from. */
  readonly memoryFormat: string;
  readonly adminLanguage: string;
  /** `*all*`: any variant can be the source. */
  readonly sourceLanguage: string;
  readonly dataType: string;
}

/** An inline code as the file has it, behind a placeholder of a variant's content. */
export interface TmxCode {
  readonly element: 'bpt' | 'it' | 'ph' | 'hi' | 'ut';
  readonly type?: string;
  /** The number that ties codes of several variants (`x`). */
  readonly match?: string;
  /** Native code; of a pair, what opens it and what closes it. Text of `<sub>` inside is part of it. */
  readonly data: string;
  readonly closing?: string;
  /** Of `it`: whether it begins or ends something. */
  readonly position?: 'begin' | 'end';
}

/** A text in one language. Codes that several variants share have one number in all of them. */
export interface TmxVariant extends TmxFacts {
  readonly language: string;
  readonly content: Content;
  readonly codes: ReadonlyMap<PlaceholderId, TmxCode>;
}

export interface TmxUnit extends TmxFacts {
  readonly id?: string;
  /** When another than the header's. */
  readonly sourceLanguage?: string;
  readonly segmentation?: string;
  readonly variants: readonly TmxVariant[];
  /** Where the unit begins in the file. */
  readonly line: number;
}

export const NO_FACTS: TmxFacts = { properties: [], notes: [] };
