import { textOf } from '#shared/model/content.ts';
import type { Pasted } from '#renderer/editor/paste/from-html.ts';

export { isText } from '#shared/model/content.ts';

export function toText(pasted: Pasted): string {
  return textOf(pasted.content);
}
