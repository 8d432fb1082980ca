const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/** The address as it may stand in a text, or nothing: http, https and mailto only (trust.md, "Files from strangers"). */
export function safeUrl(address: string): string | undefined {
  const trimmed = address.trim();
  if (trimmed === '' || trimmed.length > 2000 || !URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  return ALLOWED.has(url.protocol) ? url.href : undefined;
}

/** What a person types as an address: a bare host gets https, an e-mail address mailto. */
export function urlTyped(typed: string): string | undefined {
  const trimmed = typed.trim();
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/u.test(trimmed)) return safeUrl(`mailto:${trimmed}`);
  if (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#:]|$)/u.test(trimmed)) return safeUrl(`https://${trimmed}`);
  return safeUrl(trimmed);
}
