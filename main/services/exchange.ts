import { writeBytesSafely } from '#main/bundles/safe-write.ts';
import type { ExchangeFormatId } from '#shared/contract/exchange.ts';
import { contentEquals } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { ServiceDeps } from './deps.ts';
import { exchangeDocument } from './exchange-document.ts';
import { commandsOf, planReturn, type ReturnPlan } from './exchange-return.ts';
import { needDocument } from './library-commands.ts';
import { naming, openFile } from './open-file.ts';
import type { OfficeFile } from './office.ts';
import type { Services } from './services.ts';
import { authorOf } from './settings.ts';
import { readSteadily, type Steps } from './slices.ts';
import { applyCommands } from './unit-changes.ts';

/** A forgotten one makes room for the newest. */
const PLANS_KEPT = 4;

/** Documents that go out to people with other programs, and come back. */
export function exchangeService(deps: ServiceDeps): Services['exchange'] {
  const { store, grants, office, emit, now } = deps;
  const plans = new Map<string, ReturnPlan>();
  return {
    out: async ({ document, as, to }, { signal, progress }) => {
      const path = grants.pathOf(to, 'write');
      const subject = needDocument(store, document).title;
      progress({ step: 'document', progress: 0.2, subject });
      const whole = await readSteadily(store, () => exchangeDocument(store, document), signal);
      const bytes = await office.writeExchange(as, whole, signal);
      progress({ step: 'write', progress: 0.9 });
      const { size, sha256 } = await writeBytesSafely(path, bytes, { signal });
      return { bytes: size, sha256, units: whole.units.length };
    },
    read: async ({ file }, { signal, progress }) => {
      const given = await openFile(grants.pathOf(file, 'read'));
      progress({ step: 'readReceived', progress: 0.1, subject: given.name });
      const as = formatOf(given);
      const back = await naming(given, office.readExchange(as, given, signal));
      const title = titleOf(deps, back.document);
      const compare = function* (): Steps<ReturnPlan> {
        return yield* planReturn(back, yield* exchangeDocument(store, back.document), as !== 'review');
      };
      const plan = await readSteadily(store, compare, signal);
      const id = store.newId();
      plans.set(id, plan);
      for (const old of [...plans.keys()].slice(0, -PLANS_KEPT)) plans.delete(old);
      return { ...plan, plan: id, title, comments: plan.comments.length };
    },
    take: ({ plan: id, units }) => {
      const plan = plans.get(id);
      if (plan === undefined) throw new AdaptaError('unknownPlan', { plan: id });
      const { document } = plan;
      needDocument(store, document);
      const wanted = new Set(units);
      const signature = { author: authorOf(store), now: now() };
      const changes = store.transaction(() => {
        const commands = plan.changes
          .filter(({ unit }) => wanted.has(unit))
          .flatMap((change) => {
            const record = store.units.get(change.unit);
            // Written since the file was read: what people saw and agreed to no longer holds.
            if (record === undefined || !contentEquals(record.content, change.before)) {
              throw new AdaptaError('unknownPlan', { plan: id });
            }
            return commandsOf(change, record);
          });
        for (const { unit, comment } of plan.comments) {
          const { author, at = signature.now, text } = comment;
          store.comments.insert(document, { id: store.newId(), unit, author, at, text });
        }
        return applyCommands(store, document, commands, signature);
      });
      plans.delete(id);
      if (changes.length > 0) emit('unitsChanged', { document, changes });
      if (plan.comments.length > 0) emit('commentsChanged', { document });
      return { changes, comments: plan.comments.length };
    },
  };
}

/** The file names its document: it must be one of this library. */
function titleOf({ store }: ServiceDeps, document: string): string {
  try {
    return needDocument(store, document).title;
  } catch (cause) {
    throw new AdaptaError('notReturned', {}, { cause });
  }
}

function formatOf({ name, bytes }: OfficeFile): ExchangeFormatId {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip || /\.docx$/iu.test(name)) return 'review';
  // Both versions are read by the same reader: the file says itself which it is.
  return 'xliff21';
}
