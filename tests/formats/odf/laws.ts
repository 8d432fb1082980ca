import type { Format, ReadFile } from '#main/formats/format.ts';
import { odpFormat, odtFormat } from '#main/formats/odf/index.ts';
import { modelOf } from '#main/formats/odf/read.ts';
import { isText, type Content } from '#shared/model/content.ts';
import { compareBlocks, rewriteLaw, unasked, type Expected, type Written } from '../laws/edits-law.ts';
import { seeded } from '../laws/failures.ts';
import { byContainer, requestFor } from '../laws/request.ts';
import { restructure } from '../laws/structure.ts';
import { textLaw } from '../laws/text-law.ts';
import { tryLaws, type CheckOptions, type Verdict } from '../laws/trial.ts';
import { changedLaw, untouchedLaw } from './bytes-law.ts';
import { stripLaw } from './strip-law.ts';
import { walkOdf } from './walk.ts';

/** The format a file is of by its name. */
export function odfFormatOf(path: string): Format {
  return /\.(?:odp|otp|fodp)$/iu.test(path) ? odpFormat : odtFormat;
}

/** Content merged into a block whose own look is that of some of its runs: they no longer have to say it. */
function inBase(content: Content, base: string | undefined): Content {
  return content.map((run) => {
    if (!isText(run) || run.format === undefined || run.format !== base) return run;
    const { format: _, ...rest } = run;
    return rest;
  });
}

/** A block of nothing but fields that are worked out anew need not be told. */
function isTold({ content }: Pick<Expected, 'content'>): boolean {
  return content.some((run) => (isText(run) ? run.text.trim() !== '' : !['field', 'tab', 'break'].includes(run.kind)));
}

/** Law 3, units added, omitted, moved, split and merged at seeded places: read again, every container holds what was asked. */
async function structureLaw(format: Format, skeleton: Uint8Array, file: ReadFile, seed: number): Promise<Written> {
  const random = seeded(seed);
  const expected: Expected[] = [];
  const omit: string[] = [];
  const { byAnchor } = await modelOf(skeleton, format.id === 'odp' ? 'presentation' : 'text');
  const containers = Array.from(byContainer(file.blocks), ([container, blocks]) => {
    const isFixed = blocks.some((block) => byAnchor.get(block.anchor)?.plain === true);
    const many = Math.min(25, Math.ceil(blocks.length / 4) * (blocks.length > 3 || random() < 0.3 ? 1 : 0));
    const { units, omitted } = restructure(blocks, isFixed ? 0 : many, random);
    omit.push(...omitted);
    for (const { kind, level, content, anchors } of units) {
      const base = byAnchor.get(anchors[0] ?? '')?.base.id;
      expected.push({ container, kind, level, content: inBase(content, base) });
    }
    return { container, units };
  });
  const result = await format.write(requestFor(skeleton, containers, omit));
  const again = await format.read(result.bytes);
  const allowed = ['omitKept', 'signatureDropped', 'boxOverflow'] as const;
  const failures = [
    ...unasked(result.findings, allowed),
    ...compareBlocks('structure', expected.filter(isTold), again.blocks.filter(isTold)),
  ];
  return { bytes: result.bytes, failures };
}

/** Tries every law on one file. Never throws: what breaks is a failure. `keep`: where written files are left. */
export function checkFile(path: string, options: CheckOptions = {}): Promise<Verdict> {
  const { seed } = options;
  const format = odfFormatOf(path);
  return tryLaws(format, path, options, async ({ bytes, file, run, write }) => {
    await run('text', () => textLaw(walkOdf(bytes), file.blocks));
    await run('untouched', () => untouchedLaw(format, bytes, file));
    await run('changed', () => changedLaw(format, bytes, file, 7, seed));
    await write('rewrite', async () => {
      const written = await rewriteLaw(format, bytes, file);
      return { ...written, failures: written.failures.filter(({ code }) => code !== 'finding:signatureDropped') };
    });
    await write('structure', () => structureLaw(format, bytes, file, seed ?? 1));
    await run('strip', () => stripLaw(format, bytes, file, seed));
  });
}
