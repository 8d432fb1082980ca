import { AdaptaError } from '#shared/model/errors.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';

/**
 * A broken rule of the standard. `rule` is the name of a constraint of XLIFF 2.1 as the files of this folder state it (or of
 * XLIFF 1.2 where the version says so); `element` is where it is broken.
 */
export interface Violation {
  readonly rule: string;
  readonly element: XmlElement;
  /** What stands there and must not, or is missing: an attribute, an element. */
  readonly detail?: string;
}

/** Takes what a rule finds. */
export type Report = (rule: string, element: XmlElement, detail?: string) => void;

/** The error of the first of a file's violations: invalidXliff with the rule, the place and its line, counted from 1. */
export function violationError({ rule, element, detail }: Violation, text: string): AdaptaError {
  const name = element.name.slice(element.name.indexOf(':') + 1);
  return new AdaptaError('invalidXliff', {
    rule,
    element: (detail === undefined ? name : `${name}/${detail}`).slice(0, 120),
    line: text.slice(0, element.start).split('\n').length,
  });
}
