/** The address as a link people may follow; undefined for schemes other than http, https and mailto, and for places in the site. */
export function webLink(href: string): string | undefined {
  const address = href.trim();
  if (!/^(?:https?|mailto):/iu.test(address) || !URL.canParse(address)) return undefined;
  return address;
}

/** Whether following it would run something. */
export function isScriptLink(href: string): boolean {
  return /^(?:javascript|vbscript|data):/iu.test(href.replaceAll(/[\u0000-\u0020]+/gu, ''));
}

/** The host of an address elsewhere. */
export function hostOf(address: string): string | undefined {
  const url = /^(?:https?:)?\/\//iu.test(address) ? address.replace(/^\/\//u, 'https://') : '';
  return URL.canParse(url) ? new URL(url).host : undefined;
}
