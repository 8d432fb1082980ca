import { isText, normalizeContent, type Content, type Run } from '#shared/model/content.ts';
import type { Format, ReadFile } from '#main/formats/format.ts';
import { compareBlocks, pseudo, unasked, type Expected, type Written } from '#tests/formats/laws/edits-law.ts';
import { seeded } from '#tests/formats/laws/failures.ts';
import { byContainer, containersOf, requestFor } from '#tests/formats/laws/request.ts';
import { restructure } from '#tests/formats/laws/structure.ts';

/** Containers that hold one text whatever is asked. */
export type IsFixed = (container: string, kind: string) => boolean;

/** Content as a page shows it: blanks in a row are one, and none stands at the ends or beside a line break. */
export function asShown(content: Content): Content {
  const out: Run[] = [];
  let blank = true;
  for (const run of content) {
    if (!isText(run)) {
      // What has no width may come to stand outside the text when it is at its edge.
      if (run.kind === 'comment' || run.kind === 'bookmark') continue;
      if (run.kind === 'break') trimEnd(out);
      if (!['open', 'close'].includes(run.kind)) blank = run.kind === 'break';
      out.push(run);
      continue;
    }
    const text = run.text.replaceAll(/[ \t]+/gu, ' ').replace(blank ? /^ / : /^(?!)/u, '');
    if (text === '') continue;
    blank = text.endsWith(' ');
    out.push({ ...run, text });
  }
  trimEnd(out);
  // Nothing is seen of a line break behind which there is nothing.
  for (let last = out.at(-1); last !== undefined && !isText(last) && last.kind === 'break'; last = out.at(-1)) {
    out.pop();
    trimEnd(out);
  }
  return withoutFrame(normalizeContent(out));
}

/** A pair around the whole is a matter of the block, not of its text. */
function withoutFrame(content: Content): Content {
  const [first, last] = [content[0], content.at(-1)];
  if (first === undefined || last === undefined || isText(first) || isText(last)) return content;
  const isFrame = first.kind === 'open' && last.kind === 'close' && first.placeholder === last.placeholder;
  return isFrame ? asShown(content.slice(1, -1)) : content;
}

function trimEnd(runs: Run[]): void {
  const last = runs.at(-1);
  if (last === undefined || !isText(last)) return;
  const text = last.text.replace(/ +$/u, '');
  runs.splice(-1, 1, ...(text === '' ? [] : [{ ...last, text }]));
}

/** Law 3 for files of one piece: units added, omitted, moved, split and merged at seeded places; read again, equal. */
export async function structureLaw(
  format: Format,
  skeleton: Uint8Array,
  file: ReadFile,
  isFixed: IsFixed,
  seed = 1,
  own: (content: Content) => Content = (content) => content,
): Promise<Written> {
  const random = seeded(seed);
  const expected: Expected[] = [];
  const omit: string[] = [];
  const containers = Array.from(byContainer(file.blocks), ([container, blocks]) => {
    const wanted = blocks.some((block) => isFixed(container, block.kind))
      ? 0
      : Math.min(25, Math.ceil(blocks.length / 3));
    const { units, omitted } = restructure(blocks, wanted, random);
    omit.push(...omitted);
    for (const { kind, level, content } of units)
      if (kind !== 'altText') expected.push({ container, kind, level, content: asShown(own(content)) });
    return { container, units };
  });
  const result = await format.write(requestFor(skeleton, containers, omit));
  const again = await format.read(result.bytes);
  // An attribute goes with the block that has it.
  const read = again.blocks
    .filter(({ kind }) => kind !== 'altText')
    .map((block) => ({ ...block, content: asShown(own(block.content)) }));
  // A format may have no way to write a kind at a place, and says so.
  const isLoose = result.findings.some((finding) => finding.code === 'styleMissing');
  const told = <B extends Expected>(blocks: readonly B[]): readonly B[] =>
    isLoose ? blocks.map((block) => ({ ...block, kind: 'paragraph', level: undefined })) : blocks;
  const failures = [
    ...unasked(result.findings, ['omitKept', 'styleMissing']),
    ...compareBlocks('structure', told(expected), told(read)),
  ];
  return { bytes: result.bytes, failures };
}

/** Law 3, every unit changed: read again, each block says what was asked. */
export async function rewriteLaw(
  format: Format,
  skeleton: Uint8Array,
  file: ReadFile,
  own: (content: Content) => Content = (content) => content,
): Promise<Written> {
  const changed = new Map(file.blocks.map((block) => [block.anchor, pseudo(block.content)]));
  const result = await format.write(requestFor(skeleton, containersOf(file, changed)));
  const shown = <B extends Expected>(block: B, content: Content): B => ({ ...block, content: asShown(own(content)) });
  const expected = file.blocks.map((block) => shown(block, changed.get(block.anchor) ?? block.content));
  const again = await format.read(result.bytes);
  const read = again.blocks.map((block) => shown(block, block.content));
  return { bytes: result.bytes, failures: [...unasked(result.findings), ...compareBlocks('rewrite', expected, read)] };
}
