import { useEffect, useState } from 'react';
import type { BundleProfile } from '#shared/contract/exports.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { exports } from '#shared/contract/exports.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { useClient, useConnections } from '#renderer/app/session.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';

export type Preview = OutputOf<typeof exports.previewBundle>;

/** A bundle as wished for; `title` may still be empty. */
export interface BundleWish {
  readonly documents: readonly string[];
  readonly profile: BundleProfile;
  readonly title: string;
  readonly date: string;
  readonly place: string;
}

/** ms without a change before the list is made anew. */
const PAUSE = 250;

/** What goes over the wire: `place` only when there is one. */
export function requestOf(wish: BundleWish, untitled: string) {
  const { documents, profile, date } = wish;
  const place = wish.place.trim();
  return { documents, profile, date, title: wish.title.trim() || untitled, ...(place === '' ? {} : { place }) };
}

/** What the bundle will hold, kept up with the wish; null while nothing is chosen. */
export function usePreview(
  wish: BundleWish,
  untitled: string,
): { readonly preview: Preview | null; readonly error: AdaptaError | null } {
  const client = useClient();
  const connections = useConnections();
  const [state, setState] = useState<{ preview: Preview | null; error: AdaptaError | null }>({
    preview: null,
    error: null,
  });
  const asked = JSON.stringify(requestOf(wish, untitled));
  const nothing = wish.documents.length === 0;
  useEffect(() => {
    if (nothing || connections === 0) return;
    let wanted = true;
    const timer = setTimeout(() => {
      client.exports.previewBundle(JSON.parse(asked) as ReturnType<typeof requestOf>).then(
        (preview) => wanted && setState({ preview, error: null }),
        (thrown: unknown) => wanted && setState({ preview: null, error: asAdaptaError(thrown) }),
      );
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [client, asked, nothing, connections]);
  return nothing ? { preview: null, error: null } : state;
}
