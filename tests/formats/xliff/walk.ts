import { parseXml, XmlCdata, XmlElement, XmlText } from '@rgrove/parse-xml';

const UNITS: ReadonlySet<string> = new Set(['unit', 'trans-unit']);
/** Holders of native code: what is in them is the code's label. */
const NATIVE: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it']);

/** The text of all translatable units of an XLIFF document, originals and translations, without blanks. */
export function walkText(text: string): { readonly source: string; readonly target: string } {
  const sides = { source: '', target: '' };
  const root = parseXml(text.replace(/^\uFEFF/u, '')).root as XmlElement;
  const visit = (element: XmlElement, isOpen: boolean): void => {
    const own = element.attributes['translate'];
    const isFree = own === undefined ? isOpen : own === 'yes';
    const name = local(element);
    if (UNITS.has(name)) {
      if (isFree) unit(element);
      return;
    }
    for (const child of elements(element)) visit(child, isFree);
  };
  const unit = (element: XmlElement): void => {
    for (const child of elements(element)) {
      const name = local(child);
      if (name === 'segment' || name === 'ignorable') unit(child);
      else if (name === 'source' || name === 'target') sides[name] += textIn(child);
    }
  };
  visit(root, true);
  return { source: bare(sides.source), target: bare(sides.target) };
}

export function bare(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, '');
}

function local({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

function elements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => child instanceof XmlElement);
}

function textIn(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (child instanceof XmlText || child instanceof XmlCdata) return child.text;
      if (!(child instanceof XmlElement)) return '';
      const isCode = NATIVE.has(local(child));
      const isProtected = child.attributes['mtype'] === 'protected' || child.attributes['translate'] === 'no';
      return isCode || isProtected ? '' : textIn(child);
    })
    .join('');
}
