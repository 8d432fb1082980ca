import type { Migration } from './migration.ts';

/** What people wrote in the margin of a block in its file, as JSON; null where nobody did. */
export const comments: Migration = {
  version: 3,
  what: 'comments',
  up: (db) => {
    db.exec('ALTER TABLE block ADD COLUMN comments TEXT');
  },
};
