/** How a link was found. */
export type LinkForm = 'single' | 'merged' | 'loose' | 'moved';

/**
 * Slope and shift of the log odds. Fitted on damaged pairs, where posteriors of merges and of blocks without counterpart
 * turned out too bold (words are not as independent as the model has it) and those of plain links too shy.
 */
const FIT: Readonly<Record<LinkForm, readonly [number, number]>> = {
  single: [0.8, 0.8],
  merged: [0.65, -1],
  loose: [0.4, -0.3],
  moved: [0.5, 0],
};
const MOST = 12;

/** The confidence of a link, 0–1, from its log odds in the model: about that share of such links is right. */
export function confidenceOf(form: LinkForm, logOdds: number): number {
  const [slope, shift] = FIT[form];
  const bounded = Math.max(-MOST, Math.min(MOST, logOdds));
  return 1 / (1 + Math.exp(-(slope * bounded + shift)));
}

/** Log odds of a probability. */
export function logOddsOf(probability: number): number {
  return Math.log(probability) - Math.log1p(-Math.min(probability, 1 - Number.EPSILON));
}
