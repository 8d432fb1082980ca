import type { WriteRequest } from '#main/formats/format.ts';
import type { PptxModel, Shape, Slide } from '../model.ts';

const SLIDE = /^(?:slide|notes):(\d+)/u;
const SHAPE = /^slide:\d+\/[^/]+/u;

/** Which slides and shapes of the document's other file are which of the skeleton's. */
export class Counterparts {
  readonly #linked: ReadonlySet<string>;
  readonly #slides: ReadonlyMap<number, Slide>;
  readonly #shapes: ReadonlyMap<string, Shape>;

  /** By the texts people see side by side; a slide without any by its number in the file (`p:sldId`), which copies keep. */
  constructor(request: WriteRequest, donor: PptxModel, skeleton: PptxModel) {
    const pairs = Object.entries(request.counterparts ?? {});
    this.#linked = new Set(pairs.map(([from]) => from));
    const shapes = new Map(skeleton.slides.flatMap((slide) => slide.shapes.map((shape) => [shape.name, shape])));
    this.#shapes = new Map(
      Array.from(commonest(pairs, SHAPE), ([from, to]): [string, Shape | undefined] => [from, shapes.get(to)]).filter(
        (pair): pair is [string, Shape] => pair[1] !== undefined,
      ),
    );
    this.#slides = slidesBy(commonest(pairs, SLIDE), donor, skeleton);
  }

  /** Whether a container's texts stand somewhere in the skeleton. */
  isLinked(container: string): boolean {
    return this.#linked.has(container);
  }

  slide(number: number): Slide | undefined {
    return this.#slides.get(number);
  }

  shape(name: string): Shape | undefined {
    return this.#shapes.get(name);
  }
}

/** For what the pattern finds in the first of each pair, what it finds most often in the second. */
function commonest(pairs: readonly (readonly [string, string])[], pattern: RegExp): ReadonlyMap<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const [from, to] of pairs) {
    const [one, other] = [from, to].map((name) => pattern.exec(name)?.at(-1));
    if (one === undefined || other === undefined) continue;
    const counts = votes.get(one) ?? new Map<string, number>();
    votes.set(one, counts.set(other, (counts.get(other) ?? 0) + 1));
  }
  return new Map(
    Array.from(votes, ([from, counts]) => [
      from,
      [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0],
    ]),
  );
}

function slidesBy(
  known: ReadonlyMap<string, string>,
  donor: PptxModel,
  skeleton: PptxModel,
): ReadonlyMap<number, Slide> {
  const slides = new Map<number, Slide>();
  for (const [from, to] of known) {
    const slide = skeleton.slides[Number(to) - 1];
    if (slide !== undefined) slides.set(Number(from), slide);
  }
  const taken = new Set(slides.values());
  const [ids, own] = [idsOf(donor), idsOf(skeleton)];
  for (const { number, part } of donor.slides) {
    const slide = skeleton.slides.find((each) => own.get(each.part.name) === ids.get(part.name));
    if (!slides.has(number) && slide !== undefined && !taken.has(slide)) slides.set(number, slide);
  }
  return slides;
}

function idsOf({ main }: PptxModel): ReadonlyMap<string, string> {
  return new Map(
    (main.root.child('p:sldIdLst')?.children ?? []).map(({ attributes }) => [
      main.relationships.get(attributes['r:id'] ?? '')?.part ?? '',
      attributes['id'] ?? '',
    ]),
  );
}
