import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  type TextFormatType,
} from 'lexical';
import {
  isText,
  MARKS,
  normalizeContent,
  sliceContent,
  textRun,
  type Content,
  type Mark,
  type Run,
} from '#shared/model/content.ts';
import { $contentOf } from './codec.ts';
import { readLook } from './look.ts';
import { $range, $sizeOf } from './positions.ts';
import { $insertContent, caretAt, newUnitId } from './structure.ts';
import type { EditorSurface } from './surface/editor-surface.ts';

const FORMAT_NAME: Readonly<Record<Mark, TextFormatType>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  superscript: 'superscript',
  subscript: 'subscript',
};

/** Sets or clears a mark on what is selected, or for what is typed next. */
export function toggleMark(surface: EditorSurface, mark: Mark): void {
  surface.editor.dispatchCommand(FORMAT_TEXT_COMMAND, FORMAT_NAME[mark]);
}

/** What the selection looks like: marks of all of it, and the link it lies in. */
export function readSelection(editor: LexicalEditor): { marks: ReadonlySet<Mark>; link: string | null } {
  return editor.getEditorState().read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return { marks: new Set<Mark>(), link: null };
    const marks = new Set(MARKS.filter((mark) => selection.hasFormat(FORMAT_NAME[mark])));
    const node = selection.anchor.getNode();
    const link = $isTextNode(node) ? (readLook(node.getStyle()).link ?? null) : null;
    return { marks, link };
  });
}

/** Gives what is selected a link, or takes it away; with the caret inside a link, the whole of it. */
export function writeLink(surface: EditorSurface, url: string | null): void {
  inUpdate(surface, () => {
    const range = $range();
    if (range === null || !range.start.unit.is(range.end.unit)) return;
    const content = $contentOf(range.start.unit);
    const [from, to] = range.collapsed ? linkAround(content, range.start.at) : [range.start.at, range.end.at];
    const unit = range.start.unit.getUnit();
    const inserted = from === to && url !== null ? [textRun(url, [], { link: url })] : [];
    const middle = sliceContent(content, from, to).map((run) => withLink(run, url));
    const next = normalizeContent([
      ...sliceContent(content, 0, from),
      ...middle,
      ...inserted,
      ...sliceContent(content, to),
    ]);
    const end = from === to && url !== null ? to + url.length : to;
    surface.$run([{ type: 'edit', unit, content: next }], {
      unit,
      at: range.collapsed ? end : from,
      focusUnit: unit,
      focusAt: end,
    });
  });
}

function withLink(run: Run, url: string | null): Run {
  const { link: _old, ...rest } = run;
  return url === null ? rest : { ...rest, link: url };
}

/** The run of text with one link a position lies in or at the end of; nothing when there is none. */
function linkAround(content: Content, at: number): readonly [number, number] {
  let start = 0;
  let found: readonly [number, number] = [at, at];
  let current: string | undefined;
  let position = 0;
  for (const run of content) {
    const end = position + (isText(run) ? run.text.length : 1);
    if (run.link !== current) start = position;
    current = run.link;
    if (run.link !== undefined && start <= at && at <= end) found = [start, end];
    else if (run.link !== undefined && found[0] === start && found[1] === position) found = [start, end];
    position = end;
  }
  return found;
}

/** Puts content at the caret. */
export function insertContent(surface: EditorSurface, content: Content): void {
  inUpdate(surface, () => void $insertContent(surface, content));
}

/** Cuts the unit in two at the caret; at its very start or end there is nothing to cut. */
export function splitAtCaret(surface: EditorSurface): void {
  inUpdate(surface, () => {
    const range = $range();
    if (range === null) return;
    const { unit, at } = range.start;
    const length = $sizeOf(unit);
    if (at === 0 || at === length) return;
    const into = newUnitId();
    surface.$run([{ type: 'split', unit: unit.getUnit(), at, into }], caretAt(into, 0));
  });
}

/** Runs a change in the editor's update; what it throws comes out here, not in the editor's error handler. */
function inUpdate(surface: EditorSurface, change: () => void): void {
  let thrown: { readonly error: unknown } | null = null;
  surface.editor.update(
    () => {
      const selection = $getSelection();
      if (selection !== null) $setSelection(selection.clone());
      try {
        change();
      } catch (error) {
        thrown = { error };
      }
    },
    { discrete: true },
  );
  if (thrown !== null) throw (thrown as { readonly error: unknown }).error;
}
