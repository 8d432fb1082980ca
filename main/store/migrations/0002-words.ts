import { textOf, type Content } from '#shared/model/content.ts';
import { countWords } from '#shared/text/count-words.ts';
import type { Migration } from './migration.ts';

/**
 * Words and open findings beside each text, so that the library's rows are sums instead of readings of every text.
 * Words of a block or target, at its last write; findings filled by the checks as units are written.
 */
export const words: Migration = {
  version: 2,
  what: 'words',
  up: (db) => {
    db.exec(`
      ALTER TABLE block ADD COLUMN words INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE target ADD COLUMN words INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE target ADD COLUMN findings INTEGER NOT NULL DEFAULT 0;
    `);
    db.function('words_of', { deterministic: true }, (content: string) =>
      countWords(textOf(JSON.parse(content) as Content)),
    );
    db.exec(`
      UPDATE block SET words = words_of(content);
      UPDATE target SET words = words_of(content);
      UPDATE target SET words = (
        SELECT coalesce(sum(block.words), 0) FROM link JOIN block ON block.id = link.block
        WHERE link.unit = target.unit AND link.side = 'source'
      ) WHERE words = 0;
    `);
  },
};
