import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '#shared/model/commands.ts';
import { EMPTY } from '#shared/model/content.ts';
import { DocumentModel } from '#renderer/editor/model/document-model.ts';
import { unit } from './units.ts';

const context = { author: 'María', now: '2026-01-01T00:00:00Z' };

function model(): DocumentModel {
  const cell = { placement: { container: 'body/t1r1c1', position: 'a0' } };
  const made = new DocumentModel('doc');
  made.append([unit('a', 'a0'), unit('b', 'a1'), unit('cell', '', 'cell', cell), unit('c', 'a2')], []);
  return made;
}

function run(on: DocumentModel, command: Command): Command {
  const applied = applyCommand(on, command, context);
  on.apply(applied.changes);
  return applied.inverse;
}

describe('the document as the page knows it', () => {
  it('puts an added unit right behind the one it follows, before a table', () => {
    const doc = model();
    run(doc, { type: 'insert', unit: 'n', after: 'b', kind: 'paragraph', content: EMPTY });
    expect(doc.order).toEqual(['a', 'b', 'n', 'cell', 'c']);
  });

  it('puts the first unit of a container before its others', () => {
    const doc = model();
    run(doc, { type: 'insert', unit: 'n', after: null, container: 'body/t1r1c1', kind: 'tableCell', content: EMPTY });
    expect(doc.order).toEqual(['a', 'b', 'n', 'cell', 'c']);
  });

  it('brings merged units back where they stood, in one restore', () => {
    const doc = model();
    const inverse = run(doc, { type: 'merge', unit: 'a', with: 'b' });
    expect(doc.order).toEqual(['a', 'cell', 'c']);
    run(doc, inverse);
    expect(doc.order).toEqual(['a', 'b', 'cell', 'c']);
  });

  it('brings a unit back behind the table it stood behind', () => {
    const doc = model();
    run(doc, { type: 'insert', unit: 'n', after: 'c', kind: 'paragraph', content: EMPTY });
    const inverse = run(doc, { type: 'merge', unit: 'c', with: 'n' });
    run(doc, inverse);
    expect(doc.order).toEqual(['a', 'b', 'cell', 'c', 'n']);
  });

  it('puts an added unit behind the text box its neighbour holds', () => {
    const doc = new DocumentModel('doc');
    const box = { placement: { container: 'textBox:1', position: 'a0' } };
    doc.append([unit('a', 'a0'), unit('box', '', 'box', box), unit('b', 'a1')], []);
    run(doc, { type: 'insert', unit: 'n', after: 'a', kind: 'paragraph', content: EMPTY });
    expect(doc.order).toEqual(['a', 'box', 'n', 'b']);
  });

  it('moves a unit within its container and back', () => {
    const doc = model();
    const inverse = run(doc, { type: 'move', unit: 'c', after: 'a' });
    expect(doc.order).toEqual(['a', 'c', 'b', 'cell']);
    expect(doc.next('a', 'body')?.id).toBe('c');
    run(doc, inverse);
    expect(doc.order).toEqual(['a', 'b', 'cell', 'c']);
  });

  it('takes a page only once', () => {
    const doc = model();
    doc.append([unit('a', 'a0', 'again')], []);
    expect(doc.size).toBe(4);
  });
});
