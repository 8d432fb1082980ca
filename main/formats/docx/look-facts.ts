import type { LookFacts } from '../file-layout.ts';
import type { RunLook } from './look.ts';

/** Colours of `w:highlight` (ST_HighlightColor, 17.18.40), the dark ones lightened so that text on them stays readable. */
const HIGHLIGHTS: Readonly<Record<string, string>> = {
  yellow: '#ffff00',
  green: '#99ff99',
  cyan: '#99ffff',
  magenta: '#ffb3ff',
  blue: '#b3c6ff',
  red: '#ffb3b3',
  darkYellow: '#e6e08a',
  lightGray: '#e0e0e0',
  darkGray: '#cccccc',
};

function valueOf(xml: string): string {
  return /:?val\s*=\s*["']([^"']*)["']/u.exec(xml)?.[1] ?? '';
}

function isOn(look: RunLook, name: string): boolean {
  const property = look.properties.find((candidate) => candidate.name === name);
  return property !== undefined && !['0', 'false', 'off'].includes(valueOf(property.xml));
}

/** What a run's own properties say of colour and capitals; fonts and sizes are the print's own. */
export function describeLook(look: RunLook): LookFacts {
  const value = (name: string): string =>
    valueOf(look.properties.find((property) => property.name === name)?.xml ?? '');
  const color = value('w:color');
  const background = HIGHLIGHTS[value('w:highlight')];
  return {
    ...(/^[0-9a-f]{6}$/iu.test(color) && color !== '000000' ? { color: `#${color.toLowerCase()}` } : {}),
    ...(background === undefined ? {} : { background }),
    ...(isOn(look, 'w:smallCaps') ? { smallCaps: true } : {}),
    ...(isOn(look, 'w:caps') ? { capitals: true } : {}),
  };
}
