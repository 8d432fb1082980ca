import { describe, expect, it } from 'vitest';
import { align } from '#shared/align/align.ts';
import { corpusPair, samplePairs } from '#tests/builders/align-pairs.ts';
import { scoreLinks } from '#tests/builders/align-score.ts';
import { damage } from '#tests/builders/damage.ts';

const UNDAMAGED = 0.98;
const DAMAGED = 0.93;

describe('alignment of a short manual', async () => {
  const pair = await corpusPair('d20');

  it('holds undamaged, with the styles of the translation flattened', () => {
    const whole = damage(pair.source, pair.received, {
      seed: 1,
      side: 'received',
      dropped: 0,
      merged: 0,
      moved: 0,
      flatten: true,
    });
    const { overall } = scoreLinks(align(whole.source, whole.received), whole);
    expect(overall.precision).toBeGreaterThanOrEqual(UNDAMAGED);
    expect(overall.recall).toBeGreaterThanOrEqual(UNDAMAGED);
  });

  it.each([
    ['received', 21],
    ['source', 23],
  ] as const)('holds with the %s side damaged, seed %i', (side, seed) => {
    const hurt = damage(pair.source, pair.received, { seed, side, flatten: true });
    const { overall } = scoreLinks(align(hurt.source, hurt.received), hurt);
    expect(overall.precision).toBeGreaterThanOrEqual(DAMAGED);
    expect(overall.recall).toBeGreaterThanOrEqual(DAMAGED);
  });
});

describe('alignment of a long manual', async () => {
  const pair = await corpusPair('d200');

  const hurt = damage(pair.source, pair.received, { seed: 31, side: 'received', flatten: true });
  const { overall, byType, calibration } = scoreLinks(align(hurt.source, hurt.received), hurt);

  it('holds damaged', () => {
    expect(overall.precision).toBeGreaterThanOrEqual(DAMAGED);
    expect(overall.recall).toBeGreaterThanOrEqual(DAMAGED);
  });

  it.each([
    ['1-1', 0.99, 0.99],
    ['1-0', 0.9, 0.95],
    ['2-1', 0.95, 0.95],
    ['moved', 1, 0.75],
  ])('holds for links %s: precision %f, recall %f', (type, precision, recall) => {
    expect(byType[type]?.precision).toBeGreaterThanOrEqual(precision);
    expect(byType[type]?.recall).toBeGreaterThanOrEqual(recall);
  });

  it('gives confidences that can be relied on: nine in ten links above the threshold, 98 % of them right', () => {
    const sure = calibration.at(-1);
    const all = calibration.reduce((sum, tenth) => sum + tenth.links, 0);
    expect((sure?.links ?? 0) / all).toBeGreaterThan(0.9);
    expect(sure?.right).toBeGreaterThan(0.98);
  });
});

describe('alignment of the sample toolkit', async () => {
  const samples = await samplePairs();

  it.each(samples.map((sample) => [sample.name, sample] as const))('finds the links of %s', (_, sample) => {
    const { overall } = scoreLinks(align(sample.source, sample.received), sample);
    expect(overall.precision).toBeGreaterThanOrEqual(UNDAMAGED);
    expect(overall.recall).toBeGreaterThanOrEqual(UNDAMAGED);
  });
});
