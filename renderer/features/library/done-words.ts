import type { Library, LibraryCommand } from '#shared/contract/library.ts';
import { nameOf, type Thing } from './things.ts';

export type Deed = 'create' | 'change' | 'move' | 'archive' | 'unarchive' | 'delete' | 'undelete';

/** What a command does, in one of a few words. */
export function deedOf(command: LibraryCommand): Deed {
  switch (command.type) {
    case 'createToolkit':
    case 'createModule':
      return 'create';
    case 'renameToolkit':
    case 'renameModule':
    case 'renameDocument':
      return 'change';
    case 'moveModule':
    case 'moveDocument':
      return 'move';
    case 'archive':
      return command.archived ? 'archive' : 'unarchive';
    case 'delete':
    case 'undelete':
      return command.type;
  }
}

/** What it was done to: by its present name, or the one it had when it is gone. */
export function nameDone(command: LibraryCommand, now: Library | null, before: Library | null): string {
  const thing = thingOf(command);
  const names = [now, before].map((library) => (library === null ? '' : nameOf(thing, library)));
  return names.find((name) => name !== '') ?? '';
}

function thingOf(command: LibraryCommand): Thing {
  switch (command.type) {
    case 'createToolkit':
    case 'renameToolkit':
      return { of: 'toolkit', id: command.id };
    case 'createModule':
    case 'renameModule':
    case 'moveModule':
      return { of: 'module', id: command.id };
    case 'renameDocument':
    case 'moveDocument':
      return { of: 'document', id: command.id };
    case 'archive':
    case 'delete':
    case 'undelete':
      return { of: command.of, id: command.id };
  }
}
