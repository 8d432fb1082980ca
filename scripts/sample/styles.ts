import {
  AlignmentType,
  LevelFormat,
  LineRuleType,
  type IBaseParagraphStyleOptions,
  type INumberingOptions,
  type IStylesOptions,
} from 'docx';

const SANS = 'Calibri';

/** `size` in half points; `outlineLevel` from 0. */
function heading(size: number, outlineLevel: number): IBaseParagraphStyleOptions {
  return {
    run: { size, bold: true, color: '1F3B57' },
    paragraph: { outlineLevel, keepNext: true, spacing: { before: size * 10, after: 100 } },
  };
}

/** The look of the sample documents; `language` is put into the document defaults. */
export function sampleStyles(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: SANS, size: 22, language: { value: language } },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { size: 44, bold: true, color: '1F3B57' }, paragraph: { spacing: { after: 80 } } },
      heading1: heading(30, 0),
      heading2: heading(25, 1),
      heading3: heading(22, 2),
      footnoteText: { run: { size: 18 } },
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        next: 'Normal',
        run: { size: 26, color: '5A5A5A' },
        paragraph: { spacing: { after: 240 } },
      },
      {
        id: 'FacilitatorNote',
        name: 'Facilitator Note',
        basedOn: 'Normal',
        paragraph: { indent: { left: 284, right: 284 }, shading: { type: 'clear', fill: 'E6E6E6' } },
        run: { size: 20 },
      },
      { id: 'Answer', name: 'Answer', basedOn: 'FacilitatorNote', run: { italics: true } },
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        run: { size: 19, italics: true, color: '444444' },
        paragraph: { spacing: { before: 60, after: 200 } },
      },
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        run: { italics: true },
        paragraph: { indent: { left: 567, right: 567 } },
      },
      {
        id: 'Disclaimer',
        name: 'Disclaimer',
        basedOn: 'Normal',
        run: { size: 17, color: '555555' },
        paragraph: { spacing: { before: 240 } },
      },
    ],
  };
}

/** Bullets and numbered lists; each numbered list is its own instance, so that it starts at 1. */
export const sampleNumbering: INumberingOptions = {
  config: [
    {
      reference: 'bullets',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 567, hanging: 283 } } },
        },
        {
          level: 1,
          format: LevelFormat.BULLET,
          text: '–',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 1134, hanging: 283 } } },
        },
      ],
    },
    {
      reference: 'numbers',
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 567, hanging: 397 } } },
        },
      ],
    },
  ],
};
