import { describe, expect, it, vi } from 'vitest';
import { plain, toText } from './texts.ts';
import type { UnitChange } from '#shared/model/commands.ts';
import { EditSession, type EditSessionOptions } from '#renderer/editor/model/edit-session.ts';
import { unit } from './units.ts';

function session(options: Partial<EditSessionOptions> = {}): EditSession {
  const made = new EditSession({
    document: 'doc',
    author: () => 'María',
    send: async () => [],
    onSaveState: () => undefined,
    ...options,
  });
  made.model.append([unit('a', 'a0', 'uno'), unit('b', 'a1', 'dos', { status: 'approved' })], []);
  return made;
}

const carets = { before: null, after: null };

describe('undo and redo', () => {
  it('takes a run of typing back in one step', () => {
    const made = session();
    for (const text of ['unox', 'unoxy', 'unoxyz']) made.typed([{ unit: 'a', content: plain(text) }], carets);
    made.undo();
    expect(toText(made.model.get('a'))).toBe('uno');
    made.redo();
    expect(toText(made.model.get('a'))).toBe('unoxyz');
  });

  it('starts a new step after a pause and after the caret moved', () => {
    vi.useFakeTimers();
    const made = session();
    made.typed([{ unit: 'a', content: plain('unox') }], carets);
    vi.advanceTimersByTime(1500);
    made.typed([{ unit: 'a', content: plain('unoxy') }], carets);
    made.undoStack.close();
    made.typed([{ unit: 'a', content: plain('unoxyz') }], carets);
    vi.useRealTimers();
    made.undo();
    expect(toText(made.model.get('a'))).toBe('unoxy');
    made.undo();
    expect(toText(made.model.get('a'))).toBe('unox');
  });

  it('brings back the approval an edit took away', () => {
    const made = session();
    made.typed([{ unit: 'b', content: plain('dos!') }], carets);
    expect(made.model.get('b')?.status).toBe('draft');
    made.undo();
    expect(made.model.get('b')?.status).toBe('approved');
  });

  it('goes back over text, structure, status, mode and audience in turn', () => {
    const made = session();
    const start = [...made.model.units()];
    made.typed([{ unit: 'a', content: plain('unos') }], carets);
    made.run([{ type: 'split', unit: 'a', at: 2, into: 'n' }]);
    made.run([{ type: 'status', unit: 'n', status: 'translated' }]);
    made.run([{ type: 'mode', unit: 'a', mode: 'adapted', why: { reason: 'law' } }]);
    made.run([{ type: 'audience', unit: 'b', audience: 'facilitator' }]);
    made.run([{ type: 'move', unit: 'b', after: null }]);
    const end = [...made.model.units()];
    while (made.undoStack.canUndo) made.undo();
    expect([...made.model.units()]).toEqual(start);
    while (made.undoStack.canRedo) made.redo();
    expect([...made.model.units()]).toEqual(end);
  });

  it('leaves alone what somebody else changed since', () => {
    const made = session();
    made.typed([{ unit: 'a', content: plain('mío!') }], carets);
    const before = made.model.get('a') ?? null;
    vi.spyOn(made.queue, 'isPending').mockReturnValue(false);
    made.heard([{ unit: 'a', before, after: unit('a', 'a0', 'ajeno') }]);
    made.undo();
    expect(toText(made.model.get('a'))).toBe('ajeno');
  });

  it('does all of several commands or none', () => {
    const made = session();
    const run = () =>
      made.run([
        { type: 'edit', unit: 'a', content: plain('x') },
        { type: 'remove', unit: 'b' },
      ]);
    expect(run).toThrow('cannotRemove');
    expect(toText(made.model.get('a'))).toBe('uno');
    expect(made.undoStack.canUndo).toBe(false);
    expect(made.queue.isClean).toBe(true);
  });
});

describe('what confirming a unit filled', () => {
  const confirm = { type: 'status', unit: 'a', status: 'translated' } as const;
  const filled = {
    unit: 'c',
    before: unit('c', 'a2', ''),
    after: unit('c', 'a2', 'uno', { status: 'translated' }),
  } as const;
  const elsewhere = {
    unit: 'z',
    before: { ...unit('z', 'a0', ''), document: 'other' },
    after: { ...unit('z', 'a0', 'uno', { status: 'translated' }), document: 'other' },
  } as const;

  function withRepetition() {
    const takeBackElsewhere = vi.fn<(changes: readonly UnitChange[]) => void>();
    const made = session({ takeBackElsewhere });
    made.model.append([filled.before], []);
    made.run([confirm]);
    return { made, takeBackElsewhere };
  }

  it('goes with the step that confirmed it', () => {
    const { made, takeBackElsewhere } = withRepetition();
    made.filled('a', [filled]);
    made.filled('a', [elsewhere]);
    expect(toText(made.model.get('c'))).toBe('uno');
    made.undo();
    expect([made.model.get('a')?.status, made.model.get('c')]).toEqual(['draft', filled.before]);
    expect(takeBackElsewhere.mock.calls).toEqual([[[elsewhere]]]);
    expect(made.undoStack.canUndo).toBe(false);
  });

  it('is taken back at once when the step was taken back before it came', () => {
    const { made, takeBackElsewhere } = withRepetition();
    made.undo();
    made.filled('a', [filled, elsewhere]);
    expect(made.model.get('c')).toEqual(filled.before);
    expect(takeBackElsewhere.mock.calls).toEqual([[[elsewhere]]]);
  });

  it('stays where somebody has written since', () => {
    const { made } = withRepetition();
    made.filled('a', [filled]);
    made.heard([{ ...filled, before: filled.after, after: unit('c', 'a2', 'ajeno') }]);
    made.undo();
    expect(toText(made.model.get('c'))).toBe('ajeno');
  });

  it('comes again when the step is done again', () => {
    const { made } = withRepetition();
    made.filled('a', [filled]);
    made.undo();
    made.redo();
    expect(made.model.get('c')).toMatchObject({ status: 'translated' });
  });
});
