import type { Format, ReadFile } from '#main/formats/format.ts';
import { modelOf } from '#main/formats/pptx/read.ts';
import { isText, type Content } from '#shared/model/content.ts';
import { compareBlocks, unasked, type Expected, type Written } from '#tests/formats/laws/edits-law.ts';
import { seeded } from '#tests/formats/laws/failures.ts';
import { byContainer, requestFor } from '#tests/formats/laws/request.ts';
import { restructure } from '#tests/formats/laws/structure.ts';

/** Content merged into a block whose own look is that of some of its runs: they no longer have to say it. */
function inBase(content: Content, base: string | undefined): Content {
  return content.map((run) => {
    if (!isText(run) || run.format === undefined || run.format !== base) return run;
    const { format: _, ...rest } = run;
    return rest;
  });
}

/** Law 3, units added, omitted, moved, split and merged at seeded places: read again, every container holds what was asked. */
export async function structureLaw(
  format: Format,
  skeleton: Uint8Array,
  file: ReadFile,
  seed: number,
): Promise<Written> {
  const random = seeded(seed);
  const expected: Expected[] = [];
  const omit: string[] = [];
  const { byAnchor } = (await modelOf(skeleton)).text;
  const containers = Array.from(byContainer(file.blocks), ([container, blocks]) => {
    const isFixed = byAnchor.get(blocks[0]?.anchor ?? '')?.form === 'value';
    const wanted = isFixed
      ? 0
      : Math.min(25, Math.ceil(blocks.length / 3) * (blocks.length > 2 || random() < 0.3 ? 1 : 0));
    const { units, omitted } = restructure(blocks, wanted, random);
    omit.push(...omitted);
    for (const { kind, level, content, anchors } of units) {
      const block = byAnchor.get(anchors[0] ?? '');
      const base = block?.form === 'paragraph' ? block.places[0]?.base.id : undefined;
      expected.push({ container, kind, level, content: inBase(content, base) });
    }
    return { container, units };
  });
  const result = await format.write(requestFor(skeleton, containers, omit));
  const again = await format.read(result.bytes);
  const failures = [
    ...unasked(result.findings, ['boxOverflow', 'chartWorkbookKept']),
    ...compareBlocks('structure', expected, again.blocks),
  ];
  return { bytes: result.bytes, failures };
}
