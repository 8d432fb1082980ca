import * as fc from 'fast-check';
import { $getRoot, createEditor, type LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { contentLength, plain, textRun, type Content } from '#shared/model/content.ts';
import { $contentOf, $nodesOf } from '#renderer/editor/codec.ts';
import { readLook, writeLook } from '#renderer/editor/look.ts';
import { BorderNode, BreakNode } from '#renderer/editor/nodes/break-nodes.ts';
import { PlaceholderNode } from '#renderer/editor/nodes/placeholder-node.ts';
import { SectionNode } from '#renderer/editor/nodes/section-node.ts';
import { $createUnitNode, UnitNode } from '#renderer/editor/nodes/unit-node.ts';
import { $placeOf, $select, $sizeOf } from '#renderer/editor/positions.ts';
import { $getSelection, $isRangeSelection } from 'lexical';
import { contents } from './content-arbitrary.ts';

function headless(): LexicalEditor {
  const editor = createEditor({
    nodes: [SectionNode, UnitNode, PlaceholderNode, BreakNode, BorderNode],
    onError: (error) => {
      throw error;
    },
  });
  // No page in this process: updates stay in the state.
  return Object.assign(editor, { _headless: true });
}

function through<T>(content: Content, look: (unit: UnitNode) => T): T {
  const editor = headless();
  editor.update(
    () => {
      const unit = $createUnitNode('u');
      unit.append(...$nodesOf(content));
      $getRoot().append(unit);
    },
    { discrete: true },
  );
  return editor.getEditorState().read(() => look($getRoot().getFirstChildOrThrow<UnitNode>()));
}

describe('content and nodes', () => {
  it('content → nodes → content is the identity for canonical content', () => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(through(content, $contentOf)).toEqual(content);
      }),
      { numRuns: 500 },
    );
  });

  it('a unit shows as many positions as its content has', () => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(through(content, $sizeOf)).toBe(contentLength(content));
      }),
      {
        numRuns: 200,
      },
    );
  });

  it('every content position can be selected and read back', () => {
    const content: Content = [
      textRun('ab'),
      { placeholder: 1, kind: 'image', label: '' },
      { placeholder: 2, kind: 'image', label: '' },
      textRun('c', ['bold']),
      textRun('\nd'),
    ];
    const editor = headless();
    const read: number[] = [];
    editor.update(
      () => {
        const unit = $createUnitNode('u');
        unit.append(...$nodesOf(content));
        $getRoot().append(unit);
        for (let at = 0; at <= contentLength(content); at += 1) {
          $select({ unit, at });
          const selection = $getSelection();
          if ($isRangeSelection(selection)) read.push($placeOf(selection.anchor)?.at ?? -1);
        }
      },
      { discrete: true },
    );
    expect(read).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('a tab typed by the browser is a blank', () => {
    expect(through(plain('a b'), $contentOf)).toEqual(plain('a b'));
  });

  it('keeps any link and format on the style of a text node', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (link, format) => {
        expect(readLook(writeLook({ link, format }))).toEqual({ link, format });
      }),
    );
  });
});
