import type { Library } from '#shared/contract/library.ts';
import { moduleName } from './order.ts';

export type ThingKind = 'toolkit' | 'module' | 'document';

/** Something in the library that can be named, moved, archived, deleted. */
export interface Thing {
  readonly of: ThingKind;
  readonly id: string;
}

/** The thing's key in trees and lists, and in `data-thing` of its row. */
export function thingKey(thing: Thing): string {
  return `${thing.of}:${thing.id}`;
}

export function thingOf(key: string): Thing | null {
  const [of, ...id] = key.split(':');
  if (of !== 'toolkit' && of !== 'module' && of !== 'document') return null;
  return { of, id: id.join(':') };
}

/** What people call it; empty when it is gone. */
export function nameOf(thing: Thing, library: Library): string {
  switch (thing.of) {
    case 'toolkit':
      return library.toolkits.find((toolkit) => toolkit.id === thing.id)?.name ?? '';
    case 'module': {
      const module = library.modules.find((each) => each.id === thing.id);
      return module === undefined ? '' : moduleName(module);
    }
    case 'document':
      return library.documents.find((document) => document.id === thing.id)?.title ?? '';
  }
}

/** The toolkit a thing stands in. */
export function toolkitOf(thing: Thing, library: Library): string | undefined {
  switch (thing.of) {
    case 'toolkit':
      return thing.id;
    case 'module':
      return library.modules.find((module) => module.id === thing.id)?.toolkit;
    case 'document': {
      const module = library.documents.find((document) => document.id === thing.id)?.module;
      return library.modules.find((each) => each.id === module)?.toolkit;
    }
  }
}

export function isArchived(thing: Thing, library: Library): boolean {
  const list = { toolkit: library.toolkits, module: library.modules, document: library.documents }[thing.of];
  return list.find((each) => each.id === thing.id)?.archived ?? false;
}
