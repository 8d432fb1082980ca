import { resolve } from 'node:path';
import { documentKindSchema, type DocumentKind, type Library } from '#shared/contract/library.ts';
import type { ImportPlan } from '#shared/contract/imports.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { text, type CliCommand, type CommandLine } from '../command.ts';
import { withSession, type Session } from '../session.ts';
import { optionalText, optionalWords } from '../values.ts';

const TARGET = 'es-BO';
const DEFAULT_TOOLKIT = 'Kit de herramientas';
const DEFAULT_MODULE = '1';

/** Reads, aligns and stores a document; toolkit and module are made when missing. */
export const command: CliCommand = {
  positionals: ['SOURCE'],
  options: { received: text, toolkit: text, module: text, kind: text, title: text, workspace: text },
  required: ['workspace'],
  run: async (line) => {
    const wish = wishOf(line);
    const value = await withSession(line, async (session) => await importInto(session, line, wish), { create: true });
    return { value };
  },
};

/** Where a document goes, as far as the person says. */
interface Wish {
  readonly toolkit: string | undefined;
  readonly module: string | undefined;
  readonly kind: DocumentKind | undefined;
  readonly title: string | undefined;
}

/** Checked before anything is made: a refusal must leave no toolkit behind. */
function wishOf(line: CommandLine): Wish {
  return {
    toolkit: optionalWords(line, 'toolkit'),
    module: optionalWords(line, 'module'),
    kind: kindOf(line),
    title: optionalWords(line, 'title'),
  };
}

/** `facilitatorGuide`, or as people type it on a command line, `facilitator-guide`. */
function kindOf(line: CommandLine): DocumentKind | undefined {
  const kind = optionalText(line, 'kind');
  if (kind === undefined) return undefined;
  const known = documentKindSchema.safeParse(
    kind.replaceAll(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase()),
  );
  if (!known.success) throw new AdaptaError('badRequest', { at: '--kind', reason: kind });
  return known.data;
}

async function importInto(session: Session, line: CommandLine, wish: Wish): Promise<unknown> {
  const { client, engine } = session;
  const grant = (path: string): string => engine.grants.allow(resolve(path), 'read');
  const received = optionalText(line, 'received');
  const plan = await client.imports.plan({
    source: grant(line.positionals[0] ?? ''),
    ...(received === undefined ? {} : { received: grant(received) }),
  });
  const module = await moduleFor(session, wish, plan);
  const result = await client.imports.commit({
    plan: plan.plan,
    links: plan.links,
    module,
    kind: wish.kind ?? plan.suggestedKind,
    title: wish.title ?? plan.suggestedTitle,
  });
  return {
    ...result,
    report: { ...plan.sourceReport, received: plan.receivedReport },
    known: plan.known.map((each) => each.document),
  };
}

async function moduleFor({ client }: Session, wish: Wish, plan: ImportPlan): Promise<string> {
  const library = await client.library.read({});
  const toolkit = findToolkit(library, wish.toolkit) ?? (await newToolkit(client, wish, plan));
  const number = wish.module ?? DEFAULT_MODULE;
  const found = library.modules.find((module) => module.toolkit === toolkit && module.number === number);
  if (found !== undefined) return found.id;
  const id = crypto.randomUUID();
  await client.library.apply({ command: { type: 'createModule', id, toolkit, number, title: number } });
  return id;
}

/** By id or name; without a wish the first that is not the sample. */
function findToolkit({ toolkits }: Library, wish: string | undefined): string | undefined {
  if (wish === undefined) return toolkits.find((toolkit) => !toolkit.sandbox)?.id;
  return toolkits.find((toolkit) => toolkit.id === wish || toolkit.name === wish)?.id;
}

async function newToolkit(client: Session['client'], wish: Wish, plan: ImportPlan): Promise<string> {
  const id = crypto.randomUUID();
  await client.library.apply({
    command: {
      type: 'createToolkit',
      id,
      name: wish.toolkit ?? DEFAULT_TOOLKIT,
      publisher: '',
      sourceLanguage: plan.sourceLanguage ?? 'en',
      targetLanguage: TARGET,
    },
  });
  return id;
}
