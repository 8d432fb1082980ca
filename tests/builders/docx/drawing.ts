import { escape, relate, render, type Context, type Xml } from './context.ts';

/** A PNG of one transparent pixel. */
export const PIXEL: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const WPS = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';
const PIC = 'http://schemas.openxmlformats.org/drawingml/2006/picture';

/** A drawing in the line of text that shows `graphic`. */
export function inlineDrawing(context: Context, alt: string, uri: string, graphic: string): string {
  const descr = alt === '' ? '' : ` descr="${escape(alt)}"`;
  return (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="914400" cy="914400"/>' +
    `<wp:docPr id="${context.next()}" name="Drawing"${descr}/>` +
    `<a:graphic><a:graphicData uri="${uri}">${graphic}</a:graphicData></a:graphic></wp:inline></w:drawing>`
  );
}

const EXTENT =
  '<a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';

/** A picture in the line, with alternative text; the bytes are {@link PIXEL} unless given. */
export function image(alt = '', bytes: Uint8Array = PIXEL): Xml {
  return (context) => {
    const name = `image${context.media.length + 1}.png`;
    context.media.push({ name, bytes });
    const id = relate(context, 'image', `media/${name}`);
    const picture =
      `<pic:pic xmlns:pic="${PIC}"><pic:nvPicPr><pic:cNvPr id="0" name="${name}"/><pic:cNvPicPr/></pic:nvPicPr>` +
      `<pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
      `<pic:spPr>${EXTENT}</pic:spPr></pic:pic>`;
    return `<w:r>${inlineDrawing(context, alt, PIC, picture)}</w:r>`;
  };
}

function vmlBox(content: string): string {
  return (
    '<w:pict><v:shape style="width:72pt;height:72pt"><v:textbox>' +
    `<w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict>`
  );
}

/** A text box as Word writes it: DrawingML in the Choice, VML with the same text in the Fallback. */
export function textBox(...blocks: readonly Xml[]): Xml {
  return (context) => twoWrittenBox(render(blocks, context), undefined, context);
}

/** A text box whose two branches are not written alike, as other programs leave them. */
export function unlikeTextBox(choice: readonly Xml[], fallback: readonly Xml[]): Xml {
  return (context) => twoWrittenBox(render(choice, context), render(fallback, context), context);
}

function twoWrittenBox(choice: string, fallback: string | undefined, context: Context): string {
  const shape = `<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>${EXTENT}</wps:spPr><wps:txbx><w:txbxContent>${choice}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>`;
  return (
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${inlineDrawing(context, '', WPS, shape)}</mc:Choice>` +
    `<mc:Fallback>${vmlBox(fallback ?? choice)}</mc:Fallback></mc:AlternateContent></w:r>`
  );
}

/** A text box of older files: VML alone. */
export function oldTextBox(...blocks: readonly Xml[]): Xml {
  return (context) => `<w:r>${vmlBox(render(blocks, context))}</w:r>`;
}
