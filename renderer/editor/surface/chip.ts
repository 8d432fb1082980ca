import type { PlaceholderKind, PlaceholderRun } from '#shared/model/content.ts';

/** A short sign for each kind; paired ones open and close. */
const SIGNS: Readonly<Record<PlaceholderKind, string>> = {
  image: '▣',
  field: '⧉',
  noteRef: '※',
  break: '↵',
  tab: '⇥',
  open: '⟨',
  close: '⟩',
  textBox: '▤',
  equation: '∑',
  symbol: '§',
  object: '◫',
  comment: '✎',
  bookmark: '⚑',
  value: '¤',
  hidden: '◌',
};

const MOST = 28;

/** What a placeholder looks like in running text: its sign and, where it says something, its label; the rest as a tooltip. */
export function chipFor(run: PlaceholderRun): HTMLElement {
  const dom = document.createElement('span');
  dom.className = 'chip';
  dom.dataset['kind'] = run.kind;
  dom.dataset['placeholder'] = String(run.placeholder);
  const label = run.label.length > MOST ? `${run.label.slice(0, MOST - 1)}…` : run.label;
  dom.textContent = showsLabel(run.kind) && label !== '' ? label : SIGNS[run.kind];
  if (run.label !== '') dom.title = run.label;
  return dom;
}

/** Sign and label for lists and menus. */
export function chipText(run: PlaceholderRun): string {
  return [SIGNS[run.kind], run.label].filter((part) => part !== '').join(' ');
}

function showsLabel(kind: PlaceholderKind): boolean {
  return kind === 'field' || kind === 'noteRef' || kind === 'value' || kind === 'symbol' || kind === 'image';
}
