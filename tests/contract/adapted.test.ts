import { expect, test } from 'vitest';
import type { Command } from '#shared/model/commands.ts';
import { blocksOf, contentLength, isText, plain, textOf, type Content } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { docxFormat } from '#main/formats/docx/index.ts';
import { inRoot } from '#scripts/lib/root.ts';
import { openClient, withModule, type TestClient } from '#tests/builders/client.ts';
import { seeded } from '#tests/faults/typist.ts';
import { exportOf, importFiles } from './real-files.ts';

const SAMPLES = ['activity-1', 'activity-2', 'agenda-2.1', 'guide-2.1', 'reading-2.2', 'self-assessment'];

/** What a person may do to a unit that stands in the body or a table, by a dice. */
function randomCommand(units: readonly UnitRecord[], random: () => number, count: number): Command {
  const of = (list: readonly UnitRecord[]): UnitRecord => list[Math.floor(random() * list.length)] as UnitRecord;
  const unit = of(units);
  const siblings = units.filter((each) => each.placement.container === unit.placement.container);
  const dice = random();
  if (dice < 0.4) return { type: 'edit', unit: unit.id, content: changed(unit.content, ` cambio${count}`) };
  if (dice < 0.55) {
    const at = Math.floor(random() * (contentLength(unit.content) + 1));
    return { type: 'split', unit: unit.id, at, into: `split-${count}` };
  }
  if (dice < 0.7) {
    const content = plain(`agregado${count}`);
    return { type: 'insert', unit: `added-${count}`, after: unit.id, kind: 'paragraph', content };
  }
  if (dice < 0.8) return { type: 'mode', unit: unit.id, mode: 'omitted', why: { reason: 'audience' } };
  if (dice < 0.9) return { type: 'move', unit: unit.id, after: of(siblings).id };
  const next = siblings[siblings.indexOf(unit) + 1];
  if (next === undefined) return { type: 'status', unit: unit.id, status: 'translated' };
  return { type: 'merge', unit: unit.id, with: next.id };
}

function changed(content: Content, word: string): Content {
  return [...content, ...plain(word)];
}

async function bodyUnits(it: TestClient, document: string): Promise<readonly UnitRecord[]> {
  const { units } = await it.client.units.page({ document, from: 0, count: 10_000 });
  return units.filter((unit) => unit.placement.container.startsWith('body'));
}

/** Lines of text by container, blank ones left out. */
function lines(parts: readonly { container: string; content: Content }[]): Record<string, string[]> {
  const out: Record<string, string[]> = {};
  for (const { container, content } of parts) {
    const text = content.map((run) => (isText(run) ? run.text : '')).join('');
    if (text.trim() !== '') (out[container] ??= []).push(text);
  }
  return out;
}

function isBlank(unit: UnitRecord): boolean {
  return textOf(unit.content).trim() === '';
}

test.each(SAMPLES)('%s, adapted at random, goes out as the units say', async (name) => {
  const it = await openClient({ office: 'real' });
  await withModule(it.client);
  const file = (side: string): string => inRoot(`resources/sample/${name}.${side}.docx`);
  const document = await importFiles(it, file('en'), file('es'));
  const random = seeded(name.length);
  for (let count = 1; count <= 40; count += 1) {
    const units = (await bodyUnits(it, document)).filter((unit) => unit.mode !== 'omitted');
    await it.client.units.apply({ document, commands: [randomCommand(units, random, count)] });
  }
  const page = await it.client.units.page({ document, from: 0, count: 10_000 });
  const sources = new Map(page.blocks.map((block) => [block.id, block.content]));
  // An empty half of a split leaves the original to the half with words.
  const speaker = new Map<string, string>();
  for (const unit of [...page.units.filter((each) => !isBlank(each)), ...page.units.filter(isBlank)]) {
    for (const id of unit.source) if (!speaker.has(id)) speaker.set(id, unit.id);
  }
  const asked = page.units
    .filter((unit) => unit.mode !== 'omitted' && unit.placement.container.startsWith('body'))
    .flatMap((unit) => {
      const original = unit.source.filter((id) => speaker.get(id) === unit.id);
      const isOpen = unit.mode === 'faithful' && isBlank(unit) && original.length > 0;
      const contents = isOpen ? original.map((id) => sources.get(id) ?? []) : blocksOf(unit.content);
      return contents.map((content) => ({ container: unit.placement.container, content }));
    });
  const { blocks } = await docxFormat.read(new Uint8Array(await exportOf(it, document)));
  expect(lines(blocks.filter((block) => block.container.startsWith('body')))).toEqual(lines(asked));
});
