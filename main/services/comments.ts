import type { UnitComment } from '#shared/contract/comments.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { ServiceDeps } from './deps.ts';
import { needDocument } from './library-commands.ts';
import type { Services } from './services.ts';
import { authorOf } from './settings.ts';

export function commentsService({ store, emit, now }: ServiceDeps): Services['comments'] {
  return {
    ofDocument: ({ document }) => {
      needDocument(store, document);
      return { comments: store.comments.ofDocument(document) };
    },
    add: ({ unit, text }) => {
      const document = store.units.documentOf(unit);
      if (document === undefined) throw new AdaptaError('unknownUnit', { unit });
      const comment: UnitComment = { id: store.newId(), unit, author: authorOf(store), at: now(), text };
      store.transaction(() => {
        store.comments.insert(document, comment);
      });
      emit('commentsChanged', { document });
      return { comment };
    },
    remove: ({ comment }) => {
      const document = store.comments.get(comment)?.document;
      if (document === undefined) return {};
      store.transaction(() => {
        store.comments.remove(comment);
      });
      emit('commentsChanged', { document });
      return {};
    },
  };
}
