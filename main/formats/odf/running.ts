import type { XmlElement } from '../package/xml.ts';

const RUNNING = /^(?:style|loext):(header|footer)(?:-left|-first)?$/u;

export interface RunningText {
  readonly element: XmlElement;
  readonly kind: 'header' | 'footer';
  /** The page style it belongs to. */
  readonly page: XmlElement;
  /** Its story, which is its container too. */
  readonly story: string;
}

/** Headers and footers of every page style, in the file's order (ODF 1.3 part 3, 16.10 ff.). */
export function* runningTexts(root: XmlElement): Generator<RunningText> {
  const numbers = { header: 0, footer: 0 };
  for (const page of root.child('office:master-styles')?.children ?? []) {
    if (page.name !== 'style:master-page') continue;
    for (const element of page.children) {
      const kind = RUNNING.exec(element.name)?.[1];
      if (kind !== 'header' && kind !== 'footer') continue;
      numbers[kind] += 1;
      yield { element, kind, page, story: `${kind}:${numbers[kind]}` };
    }
  }
}
