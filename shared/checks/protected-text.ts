/** What is no prose: addresses, tags, variables, escapes, options, paths. They follow rules of their own. */
const PROTECTED = new RegExp(
  [
    String.raw`(?:https?|ftp|file|mailto):[^\s<>"«»“”]+|www\.[^\s<>"«»“”]+`,
    String.raw`[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+`,
    String.raw`</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>|<!--[^<>]*-->`,
    String.raw`&#?[A-Za-z0-9]{2,10};`,
    String.raw`\{\{?[\w.:$-]*\}?\}|[$#%]\{[^{}\s]*\}|\$\([\w.]+\)|\$(?!us\b)[A-Za-z_]\w*`,
    String.raw`%\([\w.]+\)[a-z]|(?<!\d)%(?:\d+\$)?[-+#0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh?|ll?|[qjztL])?[diouxXeEfgGcspn@]|%[%1-9]`,
    String.raw`\\[nrtabfv0"'\\]`,
    String.raw`\x60[^\x60]+\x60`,
    String.raw`(?<![\p{L}\p{N}-])(?:--[A-Za-z][\w-]*(?:=\S+)?|-[A-Za-z](?![\p{L}\p{N}]))`,
    String.raw`(?<![\p{L}\p{N}])[~.]?/(?:[\w.-]+/)+[\w.-]*`,
    String.raw`(?<![\p{L}\p{N}])[\w-]+\.(?:txt|html?|xml|json|docx?|xlsx?|pptx?|od[tsp]|pdf|csv|png|jpe?g|svg|gif|zip|exe|conf|py|js|sh|org|com|net)(?![\p{L}\p{N}])`,
  ].join('|'),
  'gu',
);
/** Cheap to test: most prose has none of these, and then no rule can match. */
const DOUBTFUL = /[@<&{}$%\\`/]|(?<![\p{L}\p{N}])-|www\.|\w\.\w|:\/\//u;

/** The text with what is no prose replaced by as many U+FFFC: every position stays what it was. */
export function withoutCode(text: string): string {
  return DOUBTFUL.test(text) ? text.replace(PROTECTED, (piece) => '\uFFFC'.repeat(piece.length)) : text;
}

/** Addresses, tags and variables of a text, as written. */
export function protectedPieces(text: string): readonly RegExpExecArray[] {
  return DOUBTFUL.test(text) ? Array.from(text.matchAll(PROTECTED)) : [];
}
