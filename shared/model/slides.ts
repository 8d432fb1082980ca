export const SLIDE_BOXES = ['title', 'text', 'table', 'picture', 'chart', 'diagram'] as const;

/** Where a box of text stands on its slide; all in millimetres from the slide's upper left corner. */
export interface SlideBox {
  /** The container of its units; a table names its cells' common beginning. */
  readonly container: string;
  readonly what: (typeof SLIDE_BOXES)[number];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise; absent when upright. */
  readonly rotation?: number;
  /** How tall letters are in the box, in points, where its text is one size: the commonest otherwise. */
  readonly fontSize?: number;
  /** Whether the program that shows the slide makes room by itself: shrinks the text or grows the box. */
  readonly fits?: 'shrinks' | 'grows';
}

/** One slide, as the strip beside its units draws it. */
export interface SlideFacts {
  /** 1, 2, 3 … as people count, hidden ones included. */
  readonly number: number;
  /** Containers of the slide's story begin with it. */
  readonly story: string;
  readonly hidden: boolean;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly SlideBox[];
}

/** Formats of documents that have slides. */
export const PRESENTATION_FORMATS: readonly string[] = ['pptx', 'odp'];
