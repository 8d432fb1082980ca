/** A stretch of a text that is no prose. */
export interface Piece {
  readonly text: string;
  readonly at: number;
}

/** What is no prose, by what a text must hold for the rule to be worth trying: most texts hold none of it. */
const RULES: readonly (readonly [needs: string, rule: RegExp])[] = [
  ['<', /<\/?[A-Za-z][\w:.-]*(?:\s[^<>]*)?\/?>|<!--[^<>]*-->/gu],
  ['://', /(?:https?|ftp|file):[^\s<>"«»“”]*[^\s<>"«»“”.,;:!?…)\]]/gu],
  ['www.', /www\.[^\s<>"«»“”]*[^\s<>"«»“”.,;:!?…)\]]/gu],
  ['@', /(?:mailto:)?[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ['&', /&#?[A-Za-z0-9]{2,10};/gu],
  ['{', /\{\{?[\w.:$-]*\}?\}|[$#%]\{[^{}\s]*\}/gu],
  [
    '%',
    /%\([\w.]+\)[a-z]|(?<!\d)%(?:\d+\$)?[-+#0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh?|ll?|[qjztL])?[diouxXeEfgGcspn@]|%[%1-9]/gu,
  ],
  ['$', /\$\([\w.]+\)|\$(?!us\b)[A-Za-z_]\w*/gu],
  ['\\', /\\[nrtabfv0"'\\]/gu],
  ['`', /`[^`]+`/gu],
  ['-', /(?<![\p{L}\p{N}-])(?:--[A-Za-z][\w-]*(?:=\S+)?|-[A-Za-z](?![\p{L}\p{N}]))/gu],
  ['/', /(?<![\p{L}\p{N}])[~.]?\/(?:[\w.-]+\/)+[\w.-]*/gu],
];
const FILE =
  /(?<![\p{L}\p{N}])[\w-]+\.(?:txt|html?|xml|json|docx?|xlsx?|pptx?|od[tsp]|pdf|csv|png|jpe?g|svg|gif|zip|exe|conf|py|js|sh|org|com|net)(?![\p{L}\p{N}])/gu;
const MAYBE_FILE = /\w\.[a-z]/;
const DOUBTFUL = /[@<&{$%\\`/]|(?:^|[^\w-])-|www\.|\w\.[a-z]/;
const NONE: readonly Piece[] = [];

/** Addresses, tags, variables, escapes, options and paths, as they stand in a text, in order. */
export function protectedPieces(text: string): readonly Piece[] {
  if (!DOUBTFUL.test(text)) return NONE;
  const pieces: Piece[] = [];
  let left = text;
  for (const [needs, rule] of RULES) if (left.includes(needs)) left = taken(left, rule, text, pieces);
  if (MAYBE_FILE.test(left)) taken(left, FILE, text, pieces);
  return pieces.length < 2 ? pieces : pieces.toSorted((a, b) => a.at - b.at);
}

/** What is left of a text when a rule has taken its pieces. */
function taken(left: string, rule: RegExp, text: string, pieces: Piece[]): string {
  const first = pieces.length;
  rule.lastIndex = 0;
  for (let match = rule.exec(left); match !== null; match = rule.exec(left)) {
    const { index, 0: found } = match;
    pieces.push({ text: text.slice(index, index + found.length), at: index });
  }
  return pieces.length === first ? left : without(left, pieces.slice(first));
}

/** The text with those pieces replaced by as many U+FFFC: every position stays what it was. */
export function without(text: string, pieces: readonly Piece[]): string {
  if (pieces.length === 0) return text;
  let out = '';
  let from = 0;
  for (const { at, text: piece } of pieces) {
    // Inside another: an address in backquotes.
    if (at < from) continue;
    out += text.slice(from, at) + '\uFFFC'.repeat(piece.length);
    from = at + piece.length;
  }
  return out + text.slice(from);
}
