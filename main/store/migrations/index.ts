import { library } from './0001-library.ts';
import { words } from './0002-words.ts';
import { comments } from './0003-comments.ts';
import { knowledge } from './0004-knowledge.ts';
import type { Migration } from './migration.ts';

/** In order, without gaps; `tests/store/migrations.test.ts` holds a case for each. */
export const MIGRATIONS: readonly Migration[] = [library, words, comments, knowledge];

export const NEWEST = MIGRATIONS.length;
