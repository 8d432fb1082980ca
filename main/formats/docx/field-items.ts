import { fieldKind, type Field } from './fields.ts';
import type { Item } from './model.ts';

export const NO_FIELDS: ReadonlySet<Field> = new Set();

/** Link fields among the items that enclose another link. */
export function fieldsAroundLinks(items: readonly Item[]): ReadonlySet<Field> {
  const open: Field[] = [];
  const around = new Set<Field>();
  for (const { kind, mark } of items) {
    const isLinkField = mark !== undefined && fieldKind(mark.field.instruction) === 'link';
    if (kind === 'linkOpen' || (isLinkField && mark.role === 'begin')) for (const field of open) around.add(field);
    if (isLinkField && mark.role === 'begin') open.push(mark.field);
    if (isLinkField && mark.role === 'end') open.splice(open.indexOf(mark.field), 1);
  }
  return around;
}

/** Fields that begin and end among the items. */
export function wholeFields(items: readonly Item[]): ReadonlySet<Field> {
  if (!items.some((item) => item.mark !== undefined)) return NO_FIELDS;
  const begun = new Set<Field>();
  const whole = new Set<Field>();
  for (const { mark } of items) {
    if (mark?.role === 'begin') begun.add(mark.field);
    if (mark?.role === 'end' && begun.has(mark.field)) whole.add(mark.field);
  }
  return whole;
}

/** What a field shows: the text after its `separate`, instructions of fields inside it left out. */
export function resultOf(items: readonly Item[], field: Field, fromBefore: boolean): string {
  let shown = fromBefore && !items.some((item) => item.mark?.field === field && item.mark.role === 'begin');
  let nested = 0;
  let text = '';
  for (const item of items) {
    if (item.mark?.field === field) shown = item.mark.role === 'separate';
    else if (item.mark?.role === 'begin') nested += 1;
    else if (item.mark?.role === 'separate' || (item.mark?.role === 'end' && item.mark.field.separate === undefined))
      nested -= 1;
    if (shown && nested === 0 && item.kind !== 'hidden' && item.kind !== 'drawing') text += item.text;
  }
  return text;
}
