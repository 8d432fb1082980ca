const WORDS =
  'the city council workshop adapts each module with local examples before municipal staff read it aloud and write one idea on a card while facilitators collect answers about services budgets laws rivers markets schools 12 2030 open digital government people trust institutions goals targets'.split(
    ' ',
  );

/** Numbers that look random and are the same every time. */
function generator(seed: number): (below: number) => number {
  let state = (seed + 1) * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c_1b_3c_6d) + 0x9e_37_79_b9) >>> 0;
    return Math.floor((((state ^ (state >>> 13)) >>> 0) / 2 ** 32) * below);
  };
}

/** Sentences of 1 to 24 words, many of them alike: every third is another with words changed. */
export function sentences(count: number, seed: number): readonly string[] {
  const next = generator(seed);
  const made: string[] = [];
  while (made.length < count) {
    const old = made.length % 3 === 2 ? made[next(made.length)] : undefined;
    const words = old?.split(' ') ?? Array.from({ length: 1 + next(24) }, () => WORDS[next(WORDS.length)] as string);
    for (let change = 0; change < 2; change += 1) words[next(words.length)] = WORDS[next(WORDS.length)] as string;
    made.push(words.join(' '));
  }
  return made;
}

/** One of the sentences with a word or a letter changed, lost or added, up to four times. */
export function damagedSentence(all: readonly string[], seed: number): string {
  const next = generator(seed + 1000);
  const words = (all[next(all.length)] as string).split(' ');
  for (let change = next(5); change > 0; change -= 1) {
    const at = next(words.length);
    const word = words[at] ?? '';
    const kind = next(4);
    if (kind === 0) words.splice(at, 1);
    else if (kind === 1) words.splice(at, 0, WORDS[next(WORDS.length)] as string);
    else if (kind === 2) words[at] = word.toUpperCase();
    else words[at] = `${word.slice(0, next(word.length + 1))}x`;
  }
  return words.join(' ');
}
