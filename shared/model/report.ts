/** What an import found: shown before and after it, never silently accepted or lost. Counts are of the whole file. */
export interface ImportReport {
  readonly format: string;
  readonly bytes: number;
  readonly units: number;
  readonly words: number;
  readonly headings: number;
  readonly tables: number;
  readonly images: number;
  readonly footnotes: number;
  readonly endnotes: number;
  readonly comments: number;
  readonly textBoxes: number;
  readonly links: number;
  readonly trackedInsertions: number;
  readonly trackedDeletions: number;
  readonly trackedMoves: number;
  /** Of presentations only. */
  readonly slides?: number;
  readonly hiddenSlides?: number;
  readonly speakerNotes?: number;
  /** What became a placeholder, by kind. */
  readonly placeholders: Readonly<Record<string, number>>;
  /** What was left out of the units and stays in the file as it is, or is a risk people should know of. */
  readonly notes: readonly ReportNote[];
}

export interface ReportNote {
  readonly code:
    | 'tableOfContents'
    | 'externalTarget'
    | 'remoteTemplate'
    | 'macros'
    | 'oleObject'
    | 'dde'
    | 'smartArt'
    | 'chart'
    | 'equation'
    | 'altChunk'
    | 'subDocument'
    | 'unreadPart'
    | 'hugeImage'
    | 'svg'
    | 'nestedArchive'
    | 'hiddenText'
    | 'deletedText'
    /** Data about the file at its beginning, for the program that shows it. */
    | 'frontMatter'
    /** Lines of a program, shown as they are. */
    | 'codeBlock'
    /** HTML in a text of another format. */
    | 'rawHtml'
    /** Pages that are pictures of text. */
    | 'scanned'
    /** Video, sound: stays in the file. */
    | 'media'
    /** Scripts, forms, frames of a page: never run, kept or dropped as the format says. */
    | 'activeContent'
    /** The file can be read beside others but not written (PDF). */
    | 'referenceOnly'
    /** Order and headings are worked out from the places of the letters. */
    | 'readingOrder'
    /** The program that wrote it marked it as not to be translated. */
    | 'notTranslatable'
    /** Other translations of a unit beside the one that counts: stay in the file. */
    | 'alternativeTranslations'
    /** Made from a file of an older format by another program. */
    | 'converted';
  readonly count: number;
  /** A name to show (a part, a host), as in the file. */
  readonly detail?: string;
}
