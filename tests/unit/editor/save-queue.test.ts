import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command, UnitChange } from '#shared/model/commands.ts';
import { plain } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { SaveQueue, type SaveState } from '#renderer/editor/model/save-queue.ts';
import { unit } from './units.ts';

function queue(answer: (commands: readonly Command[], call: number) => Promise<readonly UnitChange[]>) {
  const sent: (readonly Command[])[] = [];
  const states: SaveState['state'][] = [];
  const made = new SaveQueue({
    send: (commands) => answer(commands, sent.push(commands)),
    read: (id) => unit(id, 'a0', 'on screen'),
    onState: ({ state }) => states.push(state),
    onAcknowledged: () => undefined,
  });
  return { made, sent, states };
}

const edit = (id: string, text: string): Command => ({ type: 'edit', unit: id, content: plain(text) });

describe('saving', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('waits for a pause of 300 ms and says saved only after the answer', async () => {
    const { made, sent, states } = queue(async () => []);
    made.push(edit('a', '1'), ['a']);
    await vi.advanceTimersByTimeAsync(290);
    expect(sent).toHaveLength(0);
    expect(states).toEqual(['saving']);
    await vi.advanceTimersByTimeAsync(20);
    expect(sent).toHaveLength(1);
    expect(states.at(-1)).toBe('saved');
  });

  it('sends at the latest after 1 s of typing without a pause, the last text of each unit', async () => {
    const { made, sent } = queue(async () => []);
    for (let key = 0; key < 11; key += 1) {
      made.push(edit('a', String(key)), ['a']);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(sent).toEqual([[edit('a', '9')]]);
  });

  it('keeps what was not answered and sends it again as it stands on screen', async () => {
    const { made, sent, states } = queue(async (_commands, call) => {
      if (call === 1) throw new AdaptaError('engineGone');
      return [];
    });
    made.push({ type: 'split', unit: 'a', at: 1, into: 'b' }, ['a', 'b']);
    await vi.advanceTimersByTimeAsync(301);
    expect(states.at(-1)).toBe('unsaved');
    expect(made.isPending('b')).toBe(true);
    made.push(edit('c', 'later'), ['c']);
    await made.resume();
    expect(sent[1]).toEqual([
      {
        type: 'restore',
        records: ['a', 'b', 'c'].map((id) => ({ unit: id, record: unit(id, 'a0', 'on screen') })),
      },
    ]);
    expect(states.at(-1)).toBe('saved');
    expect(made.isClean).toBe(true);
  });

  it('tries again by itself after a full disk', async () => {
    const { made, states } = queue(async (_commands, call) => {
      if (call < 3) throw new AdaptaError('diskFull');
      return [];
    });
    made.push(edit('a', '1'), ['a']);
    await vi.advanceTimersByTimeAsync(5000);
    expect(states).toContain('unsaved');
    expect(states.at(-1)).toBe('saved');
  });

  it('never has two batches under way', async () => {
    let running = 0;
    const { made } = queue(async () => {
      running += 1;
      expect(running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 500));
      running -= 1;
      return [];
    });
    made.push(edit('a', '1'), ['a']);
    await vi.advanceTimersByTimeAsync(350);
    made.push(edit('a', '2'), ['a']);
    await vi.advanceTimersByTimeAsync(2000);
    expect(made.isClean).toBe(true);
  });

  it('sends nothing while held', async () => {
    const { made, sent } = queue(async () => []);
    const release = made.hold();
    made.push(edit('a', '1'), ['a']);
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent).toHaveLength(0);
    release();
    await vi.advanceTimersByTimeAsync(1);
    expect(made.isClean).toBe(true);
  });
});
