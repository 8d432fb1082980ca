import type { XmlElement } from '../package/xml.ts';
import type { OdfPart, SlidePlace } from './model.ts';
import type { Place } from './place.ts';
import type { StoryReader } from './stories.ts';

const DECLARATIONS: Readonly<Record<string, 'header' | 'footer'>> = {
  'presentation:header-decl': 'header',
  'presentation:footer-decl': 'footer',
  'presentation:date-time-decl': 'footer',
};

/** Reads the slides of a presentation and their notes, and the words the slides share at their feet. */
export function readSlides(body: XmlElement, part: OdfPart, reader: StoryReader): readonly SlidePlace[] {
  const slides: SlidePlace[] = [];
  for (const page of body.children) {
    if (page.name !== 'draw:page') continue;
    const number = slides.length + 1;
    const story = `slide:${number}`;
    const boxes = new Map<XmlElement, string>();
    reader.shapes(page, { part, story, kind: 'paragraph', slide: { boxes } });
    const notes = page.child('presentation:notes');
    if (notes !== undefined) {
      const place: Place = { part, story: `notes:${number}`, kind: 'speakerNote', slide: { boxes: new Map() } };
      reader.shapes(notes, place);
    }
    slides.push({ page, story, hidden: isHidden(page, part), boxes });
  }
  readDeclarations(body, part, reader);
  return slides;
}

/** What fields of the master pages show (ODF 1.3 part 3, 10.9.2). */
function readDeclarations(body: XmlElement, part: OdfPart, reader: StoryReader): void {
  const numbers = { header: 0, footer: 0 };
  for (const element of body.children) {
    const kind = DECLARATIONS[element.name];
    if (kind === undefined || element.attributes['presentation:source'] === 'current-date') continue;
    numbers[kind] += 1;
    const story = `${kind}:${numbers[kind]}`;
    reader.plain(element, { part, story, kind }, story);
  }
}

function isHidden({ attributes }: XmlElement, { scope }: OdfPart): boolean {
  const style = attributes['draw:style-name'];
  const visibility = 'presentation:visibility';
  return (
    attributes[visibility] === 'hidden' ||
    scope.property('drawing-page', style, 'style:drawing-page-properties', visibility) === 'hidden'
  );
}
