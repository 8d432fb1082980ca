import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  INDENT_CONTENT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  INSERT_TAB_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  PASTE_COMMAND,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  SELECT_ALL_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { $contentOf } from './codec.ts';
import { NEW_BREAK_RUN } from './nodes/break-nodes.ts';
import { $copy, $paste, type PasteReport } from './paste/clipboard.ts';
import { $range, $select, $sizeOf } from './positions.ts';
import { $deleteAtBorder, $deleteSelection, $enter, $insertContent, $spansUnits } from './structure.ts';
import type { EditorSurface } from './surface/editor-surface.ts';
import { isInReadOnlyText } from './surface/fresh-selection.ts';
import { wordEdge } from './words.ts';

/**
 * Everything that could cross a unit's border goes through the model; what stays inside one unit is left to Lexical.
 * Returns the way to stop.
 */
export function registerCommands(surface: EditorSurface, onPaste: (report: PasteReport) => void): () => void {
  const { editor } = surface;
  const writable = (): boolean => editor.isEditable();
  const on = COMMAND_PRIORITY_HIGH;
  return mergeRegister(
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, () => !writable() || $enter(surface), on),
    editor.registerCommand(
      INSERT_LINE_BREAK_COMMAND,
      () => !writable() || $insertContent(surface, [NEW_BREAK_RUN]),
      on,
    ),
    editor.registerCommand(INSERT_TAB_COMMAND, () => true, on),
    editor.registerCommand(INDENT_CONTENT_COMMAND, () => true, on),
    editor.registerCommand(OUTDENT_CONTENT_COMMAND, () => true, on),
    editor.registerCommand(KEY_TAB_COMMAND, () => true, on),
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, on),
    editor.registerCommand(
      DELETE_CHARACTER_COMMAND,
      (backward) => $spanned(surface) || $deleteAtBorder(surface, backward),
      on,
    ),
    editor.registerCommand(DELETE_WORD_COMMAND, (backward) => $deleteTo(surface, backward, 'word'), on),
    editor.registerCommand(DELETE_LINE_COMMAND, (backward) => $deleteTo(surface, backward, 'unit'), on),
    editor.registerCommand(REMOVE_TEXT_COMMAND, () => $spanned(surface), on),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (event) => {
        if (typeof event !== 'string' && event.dataTransfer !== null) {
          onPaste($paste(surface, event.dataTransfer));
          return true;
        }
        $spanned(surface);
        return false;
      },
      on,
    ),
    editor.registerCommand(UNDO_COMMAND, () => back(() => surface.session.undo()), on),
    editor.registerCommand(REDO_COMMAND, () => back(() => surface.session.redo()), on),
    editor.registerCommand(SELECT_ALL_COMMAND, () => $selectAllInSteps(surface), on),
    editor.registerCommand(COPY_COMMAND, (event) => onClipboard(event, (data) => $copy(surface, data)), on),
    editor.registerCommand(
      CUT_COMMAND,
      (event) =>
        onClipboard(event, (data) => {
          if ($copy(surface, data) && writable()) $deleteSelection(surface);
        }),
      on,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) =>
        onClipboard(event, (data) => {
          if (writable()) onPaste($paste(surface, data));
        }),
      on,
    ),
    // Text is not dragged about: a slip of the mouse would tear a unit from its original.
    editor.registerCommand(DRAGSTART_COMMAND, (event) => (event.preventDefault(), true), on),
    editor.registerCommand(DROP_COMMAND, (event) => (event.preventDefault(), true), on),
  );

  /** The history's own update comes after the one this command runs in. */
  function back(step: () => boolean): true {
    if (writable()) queueMicrotask(step);
    return true;
  }
}

function onClipboard(event: unknown, use: (data: DataTransfer) => void): boolean {
  if (!(event instanceof ClipboardEvent) || event.clipboardData === null) return true;
  // Text of an original is copied by the browser itself; there is nothing to cut or to paste into.
  if (isInReadOnlyText(getSelection()?.anchorNode ?? null)) return true;
  event.preventDefault();
  use(event.clipboardData);
  return true;
}

function $spanned(surface: EditorSurface): boolean {
  if (!$spansUnits()) return false;
  $deleteSelection(surface);
  return true;
}

/** Deletes to the edge of the word or of the unit, counted in the model: the browser's own step may cross a border. */
function $deleteTo(surface: EditorSurface, backward: boolean, how: 'word' | 'unit'): boolean {
  if ($spanned(surface) || $deleteAtBorder(surface, backward)) return true;
  const range = $range();
  const selection = $getSelection();
  if (range === null || !$isRangeSelection(selection)) return true;
  if (range.collapsed) {
    const { unit, at } = range.start;
    const edge = backward ? 0 : $sizeOf(unit);
    const to = how === 'unit' ? edge : wordEdge($contentOf(unit), at, backward);
    $select({ unit, at }, { unit, at: to });
  }
  $deleteSelection(surface);
  return true;
}

/** First the unit, then the whole document. */
function $selectAllInSteps(surface: EditorSurface): boolean {
  const range = $range();
  if (range === null) return true;
  const { start, end } = range;
  const whole = start.unit.is(end.unit) && start.at === 0 && end.at === $sizeOf(start.unit);
  if ((!whole && start.unit.is(end.unit)) || $sizeOf(start.unit) === 0) {
    if ($sizeOf(start.unit) > 0) {
      $select({ unit: start.unit, at: 0 }, { unit: start.unit, at: $sizeOf(start.unit) });
      return true;
    }
  }
  const { model } = surface.session;
  const first = model.at(0);
  const last = model.at(model.size - 1);
  const firstNode = first === undefined ? null : surface.sections.$node(first.id);
  const lastNode = last === undefined ? null : surface.sections.$node(last.id);
  if (firstNode !== null && lastNode !== null) {
    $select({ unit: firstNode, at: 0 }, { unit: lastNode, at: $sizeOf(lastNode) });
  }
  return true;
}
