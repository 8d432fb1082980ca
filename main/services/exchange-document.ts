import { createHash } from 'node:crypto';
import type { ExchangeDocument, ExchangeUnit } from '#main/formats/exchange.ts';
import type { StoredBlock } from '#main/store/queries/blocks.ts';
import type { Store } from '#main/store/store.ts';
import { EMPTY, fromBlocks, type Content } from '#shared/model/content.ts';
import { toPlainText } from '#shared/model/plain-text.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { needDocument, toolkitOf } from './library-commands.ts';
import { rulesOf } from './segmentation-rules.ts';
import type { Steps } from './slices.ts';
import { blocksOf, unitsInOrder } from './units.ts';

/** Names a text: equal texts have equal versions, whatever their looks. */
export function versionOf(content: Content): string {
  return createHash('sha256').update(toPlainText(content)).digest('hex').slice(0, 16);
}

/** A document as it goes out. Throws unknownDocument. */
export function* exchangeDocument(store: Store, id: string): Steps<ExchangeDocument> {
  const document = needDocument(store, id);
  const { id: toolkit, sourceLanguage, targetLanguage } = toolkitOf(store, document);
  const blocks = yield* blocksOf(store, id);
  const written = Map.groupBy(store.comments.ofDocument(id), (comment) => comment.unit);
  const units: ExchangeUnit[] = [];
  for (const unit of yield* unitsInOrder(store, id)) {
    const { kind, level, content: target, mode, status, audience, adaptation } = unit;
    units.push({
      id: unit.id,
      kind,
      ...(level === undefined ? {} : { level }),
      source: contentOf(unit.source, blocks),
      received: unit.received.length === 0 ? null : contentOf(unit.received, blocks),
      target,
      mode,
      status,
      audience,
      adaptation,
      comments: commentsOf(unit, blocks, written),
      version: versionOf(target),
    });
    yield;
  }
  return { id, title: document.title, sourceLanguage, targetLanguage, rules: rulesOf(store, toolkit), units };
}

function contentOf(ids: readonly string[], blocks: ReadonlyMap<string, StoredBlock>): Content {
  return fromBlocks(ids.map((id) => blocks.get(id)?.content ?? EMPTY));
}

/** Those the files brought along, then those made here. */
function commentsOf(
  { id, source, received }: UnitRecord,
  blocks: ReadonlyMap<string, StoredBlock>,
  written: ReadonlyMap<string, ExchangeUnit['comments']>,
): ExchangeUnit['comments'] {
  const brought = [...source, ...received].flatMap((block) => blocks.get(block)?.comments ?? []);
  return [...brought, ...(written.get(id) ?? [])].map(({ author, at, text }) => ({
    author,
    ...(at === undefined ? {} : { at }),
    text,
  }));
}
