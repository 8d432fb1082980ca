import type { Check, Finding } from '../check.ts';

const URL = /(?:https?|ftp):\/\/[^\s<>"«»“”()\uFFFC]+|(?<![\w@./])www\.[^\s<>"«»“”()\uFFFC]+/gu;
const EMAIL = /[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** Made up for an example, and so may be the target's. */
const EXAMPLE = /(?:^|[./@])(?:example|domain|server|host|hostname|yourdomain|user)(?:\.\w+)?(?:[/:@]|$)/u;

/**
 * Web and mail addresses of the original that are not in the target. Another page of the same host is a page in Spanish, and
 * in an adapted unit other addresses are likely meant: severity info.
 */
export const addressesKept: Check = {
  name: 'addresses-kept',
  modes: ['faithful', 'adapted'],
  run({ sourceText, targetText, record }) {
    if (targetText === '' || !/:\/\/|www\.|@/u.test(sourceText)) return [];
    const target = new Set(addressesOf(targetText).map(bare));
    const hosts = new Set([...target].map(hostOf));
    return addressesOf(sourceText)
      .filter((address) => !target.has(bare(address)))
      .flatMap((address): readonly Finding[] => {
        if (EXAMPLE.test(address) && target.size > 0) return [];
        const isElsewhere = record.mode === 'adapted' || hosts.has(hostOf(address));
        return [{ code: 'addressMissing', params: { address }, severity: isElsewhere ? 'info' : 'warning' }];
      });
  },
};

function addressesOf(text: string): readonly string[] {
  const urls = Array.from(text.matchAll(URL), ([url]) => url.replace(/[.,;:!?'’\]}]+$/u, '').replace(/\/$/u, ''));
  return [...urls, ...Array.from(text.replace(URL, '').matchAll(EMAIL), ([email]) => email.toLowerCase())];
}

/** Without scheme and www: a page that moved to https is the same page. */
function bare(address: string): string {
  return address.replace(/^(?:\w+:\/\/)?(?:www\.)?/u, '');
}

/** Of an English Wikipedia and a Spanish one it is the same. */
function hostOf(address: string): string {
  const host = /^(?:\w+:\/\/)?(?:www\.)?([^/?#]+)/u.exec(address)?.[1] ?? address;
  return host.split('@').at(-1)?.split('.').slice(-2).join('.') ?? host;
}
