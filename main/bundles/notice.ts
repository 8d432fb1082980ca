import { bundleText, fill } from './text.ts';
import type { BundleProfile, BundleToolkit, ModeCounts } from './types.ts';

/** What kind of work goes out: both need the publisher's leave, but they are announced in different words (domain.md). */
export type NoticeKind = 'translation' | 'adaptation';

/** An adaptation as soon as one unit is not faithful. */
export function noticeKind(modes: readonly ModeCounts[]): NoticeKind {
  return modes.some(({ adapted, added, omitted }) => adapted + added + omitted > 0) ? 'adaptation' : 'translation';
}

/**
 * The right notice, a paragraph an item: wording, work and permission of each toolkit, each toolkit once. Participants
 * are spared the permission record: people write names and letters into it (trust.md, "What leaves the house").
 */
export function rightNotice(
  documents: readonly { readonly toolkit: BundleToolkit; readonly modes: ModeCounts }[],
  language: string,
  profile: BundleProfile,
): readonly string[] {
  const text = bundleText(language).notice;
  const toolkits = new Map(documents.map(({ toolkit }) => [`${toolkit.publisher ?? ''}\n${toolkit.name}`, toolkit]));
  return [...toolkits.values()].flatMap((toolkit) => {
    const own = documents.filter(
      (document) => document.toolkit.name === toolkit.name && document.toolkit.publisher === toolkit.publisher,
    );
    const publisher = toolkit.publisher?.trim() ?? '';
    const kind = noticeKind(own.map(({ modes }) => modes));
    const wording = publisher === '' ? text[`${kind}Unknown`] : fill(text[kind], { publisher });
    const work = fill(text.work, { name: toolkit.name });
    if (profile === 'participants') return [wording, work];
    const permission = toolkit.permission?.trim() ?? '';
    return [wording, work, permission === '' ? text.noPermission : fill(text.permission, { permission })];
  });
}
