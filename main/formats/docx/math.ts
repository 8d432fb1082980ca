import type { XmlElement } from '../package/xml.ts';

const SIMPLE = /^[\p{L}\p{N}.,′]*$/u;
const GONE = new Set(['w:del', 'w:moveFrom', 'w:rPr', 'm:rPr']);

/** An equation (22.1) in one line, as one would type it: `x=(a+b)/2`, `√(x^2)`. The signs come in the file's order. */
export function linearMath(element: XmlElement): string {
  const { name } = element;
  if (name === 'm:t' || name === 'w:t') return element.text;
  const part = (child: string): string => {
    const found = element.child(child);
    return found === undefined ? '' : linearMath(found);
  };
  switch (name) {
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`;
    case 'm:sSup':
      return grouped(part('m:e')) + raised(part('m:sup'));
    case 'm:sSub':
      return grouped(part('m:e')) + lowered(part('m:sub'));
    case 'm:sSubSup':
      return grouped(part('m:e')) + lowered(part('m:sub')) + raised(part('m:sup'));
    case 'm:limLow':
      return part('m:e') + lowered(part('m:lim'));
    case 'm:limUpp':
      return part('m:e') + raised(part('m:lim'));
    case 'm:rad':
      return `${part('m:deg')}√(${part('m:e')})`;
    case 'm:nary': {
      const sign = said(element, 'm:naryPr', 'm:chr') ?? '∫';
      return `${sign}${lowered(part('m:sub'))}${raised(part('m:sup'))} ${part('m:e')}`;
    }
    case 'm:func':
      return `${part('m:fName')} ${part('m:e')}`;
    case 'm:d': {
      const [begin, separator, end] = ['m:begChr', 'm:sepChr', 'm:endChr'].map((sign) => said(element, 'm:dPr', sign));
      return `${begin ?? '('}${each(element, 'm:e', separator ?? '|')}${end ?? ')'}`;
    }
    case 'm:m':
      return `[${each(element, 'm:mr', '; ')}]`;
    case 'm:mr':
      return each(element, 'm:e', ', ');
    case 'm:eqArr':
      return each(element, 'm:e', '; ');
    case 'm:oMathPara':
      return each(element, 'm:oMath', ' ');
    default:
      return element.children.map((child) => (GONE.has(child.name) ? '' : linearMath(child))).join('');
  }
}

function grouped(text: string): string {
  return SIMPLE.test(text) ? text : `(${text})`;
}

function raised(text: string): string {
  return text === '' ? '' : `^${grouped(text)}`;
}

function lowered(text: string): string {
  return text === '' ? '' : `_${grouped(text)}`;
}

function said(element: XmlElement, properties: string, name: string): string | undefined {
  return element.child(properties)?.child(name)?.attributes['m:val'];
}

function each(element: XmlElement, name: string, separator: string): string {
  return element.children
    .filter((child) => child.name === name)
    .map((child) => linearMath(child))
    .join(separator);
}
