import { modelOf } from '#main/formats/docx/read.ts';
import type { Format, ReadFile } from '#main/formats/format.ts';
import { isText, type Content } from '#shared/model/content.ts';
import { compareBlocks, unasked, type Expected, type Written } from './edits-law.ts';
import { seeded } from './failures.ts';
import { byContainer, requestFor } from './request.ts';
import { restructure } from './structure.ts';

/** Content merged into a block whose own look is that of some of its runs: they no longer have to say it. */
function inBase(content: Content, base: string | undefined): Content {
  return content.map((run) => {
    if (!isText(run) || run.link !== undefined || run.format === undefined || run.format !== base) return run;
    const { format: _, ...rest } = run;
    return rest;
  });
}

/** Law 3, units added, omitted, moved, split and merged at seeded places: read again, every container holds what was asked. */
export async function structureLaw(format: Format, skeleton: Uint8Array, file: ReadFile, seed = 1): Promise<Written> {
  const random = seeded(seed);
  const expected: Expected[] = [];
  const omit: string[] = [];
  const { byAnchor, drawn } = await modelOf(skeleton);
  const containers = Array.from(byContainer(file.blocks), ([container, blocks]) => {
    const isFixed = blocks.some(
      ({ kind, anchor }) => kind === 'altText' || drawn.byAnchor.get(anchor)?.form === 'value',
    );
    const wanted = isFixed
      ? 0
      : Math.min(25, Math.ceil(blocks.length / 4) * (blocks.length > 3 || random() < 0.3 ? 1 : 0));
    const { units, omitted } = restructure(blocks, wanted, random);
    omit.push(...omitted);
    for (const { kind, level, content, anchors } of units) {
      const label = drawn.byAnchor.get(anchors[0] ?? '');
      const base = (byAnchor.get(anchors[0] ?? '') ?? (label?.form === 'paragraph' ? label.places[0] : undefined))?.base
        .id;
      expected.push({ container, kind, level, content: inBase(content, base) });
    }
    return { container, units };
  });
  const result = await format.write(requestFor(skeleton, containers, omit));
  const again = await format.read(result.bytes);
  const failures = [
    ...unasked(result.findings, ['omitKept', 'chartWorkbookKept']),
    ...compareBlocks('structure', expected, again.blocks),
  ];
  return { bytes: result.bytes, failures };
}
