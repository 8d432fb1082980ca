import type { PlaceholderKind, PlaceholderRun } from '#shared/model/content.ts';

/** What stands before the number of each kind: signs every system has, so that no font decides on them. */
const SIGNS: Readonly<Record<PlaceholderKind, string>> = {
  image: 'img ',
  field: '#',
  noteRef: '*',
  break: '¬',
  tab: '»',
  open: '‹',
  close: '›',
  textBox: 'txt ',
  equation: 'f(x) ',
  symbol: '§',
  object: 'obj ',
  comment: '“',
  bookmark: '°',
  value: '¤',
  hidden: '…',
};

const MOST = 28;

/** What a placeholder looks like in running text: its sign and, where it says something, its label; the rest as a tooltip. */
export function chipFor(run: PlaceholderRun): HTMLElement {
  const dom = document.createElement('span');
  dom.className = 'chip';
  dom.dataset['kind'] = run.kind;
  dom.dataset['placeholder'] = String(run.placeholder);
  dom.textContent = chipFace(run);
  if (run.label !== '') dom.title = run.label;
  return dom;
}

/** The text on a chip: its label where that says something, else its sign and number. */
export function chipFace(run: PlaceholderRun): string {
  return showsLabel(run.kind) && run.label !== '' ? short(run.label) : signOf(run);
}

/** Sign and label for lists and menus. */
export function chipText(run: PlaceholderRun): string {
  return [signOf(run), short(run.label)].filter((part) => part !== '').join(' · ');
}

/** `img 3`, `‹4`, `4›`; a tab or break typed here has no number. */
function signOf({ kind, placeholder }: PlaceholderRun): string {
  if (placeholder <= 0) return SIGNS[kind].trim();
  return kind === 'close' ? `${placeholder}${SIGNS[kind]}` : `${SIGNS[kind]}${placeholder}`;
}

function short(label: string): string {
  return label.length > MOST ? `${label.slice(0, MOST - 1)}…` : label;
}

function showsLabel(kind: PlaceholderKind): boolean {
  return kind === 'field' || kind === 'noteRef' || kind === 'value' || kind === 'symbol' || kind === 'image';
}
