import {
  $createTextNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  IS_BOLD,
  IS_ITALIC,
  IS_STRIKETHROUGH,
  IS_SUBSCRIPT,
  IS_SUPERSCRIPT,
  IS_UNDERLINE,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import {
  isText,
  normalizeContent,
  textRun,
  type Content,
  type Mark,
  type Run,
  type TextRun,
} from '#shared/model/content.ts';
import { readLook, writeLook } from './look.ts';
import {
  $createBorderNode,
  $createBreakNode,
  $isBorderNode,
  $isBreakNode,
  NEW_BREAK_RUN,
} from './nodes/break-nodes.ts';
import { $createPlaceholderNode, $isPlaceholderNode } from './nodes/placeholder-node.ts';

const FORMAT_OF: Readonly<Record<Mark, number>> = {
  bold: IS_BOLD,
  italic: IS_ITALIC,
  underline: IS_UNDERLINE,
  strike: IS_STRIKETHROUGH,
  superscript: IS_SUPERSCRIPT,
  subscript: IS_SUBSCRIPT,
};
const MARK_ENTRIES = Object.entries(FORMAT_OF) as readonly (readonly [Mark, number])[];

/** Nodes that show a content, in order; line feeds become block borders. Call inside an update. */
export function $nodesOf(content: Content): LexicalNode[] {
  return content.flatMap((run): LexicalNode[] => {
    if (isText(run)) return $textNodes(run);
    return [run.kind === 'break' ? $createBreakNode(run) : $createPlaceholderNode(run)];
  });
}

function $textNodes(run: TextRun): LexicalNode[] {
  const look = writeLook(run);
  let format = 0;
  for (const mark of run.marks) format |= FORMAT_OF[mark];
  return run.text.split('\n').flatMap((text, index): LexicalNode[] => {
    const border = index === 0 ? [] : [$createBorderNode(run)];
    if (text === '') return border;
    const node = $createTextNode(text).setFormat(format);
    if (look !== '') node.setStyle(look);
    return [...border, node];
  });
}

/** The content a unit's nodes show, canonical; the inverse of {@link $nodesOf}. Whatever is not ours counts as its text. */
export function $contentOf(unit: ElementNode): Content {
  return normalizeContent(unit.getChildren().flatMap($runsOf));
}

function $runsOf(node: LexicalNode): readonly Run[] {
  if ($isTextNode(node)) {
    const format = node.getFormat();
    const marks = format === 0 ? [] : MARK_ENTRIES.flatMap(([mark, bit]) => ((format & bit) === 0 ? [] : mark));
    return [textRun(node.getTextContent().replaceAll('\t', ' '), marks, readLook(node.getStyle()))];
  }
  if ($isPlaceholderNode(node) || $isBreakNode(node) || $isBorderNode(node)) return [node.getRun()];
  if ($isLineBreakNode(node)) return [NEW_BREAK_RUN];
  return $isElementNode(node) ? node.getChildren().flatMap($runsOf) : [];
}
