import { setDOMUnmanaged } from 'lexical';
import type { BlockView } from '#shared/contract/unit.ts';
import type { Mode, Status, UnitRecord } from '#shared/model/unit.ts';
import { contentView } from './content-view.ts';
import { tableOf } from './where.ts';

/** The words a row needs, in the language of the interface. */
export interface RowWords {
  status(status: Status): string;
  mode(mode: Mode): string;
  /** The name of a place that is not the body: a note, a header, a cell. */
  where(unit: UnitRecord): string;
  readonly noSource: string;
  readonly facilitator: string;
  readonly stale: string;
  readonly omitted: (unit: UnitRecord) => string;
}

export interface RowContext {
  readonly words: RowWords;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  sourceOf(unit: UnitRecord): readonly BlockView[];
  receivedOf(unit: UnitRecord): readonly BlockView[];
}

let template: HTMLElement | null = null;

function bare(): HTMLElement {
  if (template === null) {
    template = document.createElement('div');
    template.className = 'unit';
    const source = part('source');
    const state = part('gutter state');
    state.append(signButton('status'));
    const target = document.createElement('div');
    target.className = 'target';
    const mode = part('gutter mode');
    mode.append(signButton('mode'));
    template.append(source, state, target, mode, part('extra'));
  }
  return template.cloneNode(true) as HTMLElement;
}

function part(name: string): HTMLElement {
  const dom = document.createElement('div');
  dom.className = name;
  dom.contentEditable = 'false';
  return dom;
}

/** Outside the Tab order: the row's menu (Alt+Enter) does the same by keyboard. */
function signButton(name: 'status' | 'mode'): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sign';
  button.dataset['act'] = name;
  button.tabIndex = -1;
  return button;
}

/** A fresh row. Parts in order: source, state, target, mode, extra (received translation, when shown). */
export function makeRow(unit: UnitRecord, context: RowContext): HTMLElement {
  const row = bare();
  row.dataset['unit'] = unit.id;
  for (const child of row.children) {
    if (child instanceof HTMLElement && child.className !== 'target')
      setDOMUnmanaged(child, { captureSelection: true });
  }
  paintSource(row, unit, context);
  paintState(row, unit, context);
  return row;
}

/** The original beside the text; a unit without one says so. */
export function paintSource(row: HTMLElement, unit: UnitRecord, context: RowContext): void {
  const [source] = row.children;
  if (!(source instanceof HTMLElement)) return;
  source.lang = context.sourceLanguage;
  source.replaceChildren();
  const blocks = context.sourceOf(unit);
  const where = context.words.where(unit);
  if (where !== '') source.append(small('where', where));
  if (blocks.length === 0) source.append(small('none', context.words.noSource));
  for (const block of blocks) {
    const dom = document.createElement('div');
    dom.className = 'block';
    if (block.label !== undefined) dom.dataset['label'] = block.label;
    dom.append(contentView(block.content));
    source.append(dom);
  }
}

function small(name: string, text: string): HTMLElement {
  const dom = document.createElement('span');
  dom.className = name;
  dom.textContent = text;
  return dom;
}

/** Signs, language and shape of a row: everything but its two texts. Cheap; called on every change of a unit. */
export function paintState(row: HTMLElement, unit: UnitRecord, context: RowContext): void {
  const { dataset } = row;
  dataset['status'] = unit.status;
  dataset['mode'] = unit.mode;
  dataset['kind'] = unit.kind;
  if (unit.level === undefined) delete dataset['level'];
  else dataset['level'] = String(unit.level);
  toggle(dataset, 'stale', unit.stale);
  toggle(dataset, 'facilitator', unit.audience === 'facilitator');
  dataset['table'] = tableOf(unit.placement.container) ?? '';
  const [, state, target, mode] = row.children;
  if (!(target instanceof HTMLElement)) return;
  if (target.lang !== context.targetLanguage) target.lang = context.targetLanguage;
  const label = [...context.receivedOf(unit), ...context.sourceOf(unit)].find((block) => block.label !== undefined);
  if (label?.label === undefined) delete target.dataset['label'];
  else target.dataset['label'] = label.label;
  const { words } = context;
  const status = unit.stale ? `${words.status(unit.status)} · ${words.stale}` : words.status(unit.status);
  paintSign(state?.firstElementChild, status);
  const audience = unit.audience === 'facilitator' ? ` · ${words.facilitator}` : '';
  paintSign(mode?.firstElementChild, words.mode(unit.mode) + audience);
  if (unit.mode === 'omitted') target.dataset['note'] = words.omitted(unit);
  else delete target.dataset['note'];
}

/** The sign itself is drawn by the row's status and mode (text.css). */
function paintSign(button: Element | null | undefined, name: string): void {
  if (!(button instanceof HTMLElement) || button.title === name) return;
  button.title = name;
  button.setAttribute('aria-label', name);
}

function toggle(dataset: DOMStringMap, name: string, on: boolean): void {
  if (on) dataset[name] = '';
  else delete dataset[name];
}
