/** The lint rules of scripts/lint/layers.ts, in the shape oxlint loads (an ESLint plugin). */
import { relative } from 'node:path';
import { CALLS, CLASSES, type Home, NAMES, SQL_HOME, atHome, judgeImport, looksLikeSql } from './layers.ts';

/** The little of ESLint's interface that is used here. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly source?: Node | null;
  readonly argument?: Node;
  readonly callee?: Node;
  readonly property?: Node;
  readonly quasis?: readonly { readonly value: { readonly raw: string } }[];
}
interface Context {
  readonly filename: string;
  readonly cwd: string;
  report(finding: { node: Node; message: string }): void;
}
type Visitor = Readonly<Record<string, (node: Node) => void>>;

const pathOf = (context: Context): string => relative(context.cwd, context.filename).replaceAll('\\', '/');

function imports(context: Context): Visitor {
  const file = pathOf(context);
  const judge = (node: Node, source: Node | null | undefined): void => {
    if (typeof source?.value !== 'string') return;
    const offence = judgeImport(file, source.value);
    if (offence !== null) context.report({ node, message: offence });
  };
  const bySource = (node: Node): void => judge(node, node.source);
  return {
    ImportDeclaration: bySource,
    ExportNamedDeclaration: bySource,
    ExportAllDeclaration: bySource,
    ImportExpression: bySource,
    TSImportType: (node) => judge(node, node.source ?? node.argument),
  };
}

function homes(context: Context): Visitor {
  const file = pathOf(context);
  const hold = (node: Node, home: Home | undefined): void => {
    if (home !== undefined && !atHome(file, home))
      context.report({ node, message: `${home.what} has one home: ${home.instead}` });
  };
  const sql = (node: Node, text: string): void => {
    if (looksLikeSql(text)) hold(node, SQL_HOME);
  };
  return {
    Identifier: (node) => hold(node, own(NAMES, node.name)),
    CallExpression: ({ callee }) => {
      if (callee !== undefined) hold(callee, own(CALLS, callee.property?.name ?? callee.name));
    },
    NewExpression: ({ callee }) => {
      if (callee !== undefined) hold(callee, own(CLASSES, callee.name));
    },
    Literal: (node) => {
      if (typeof node.value === 'string') sql(node, node.value);
    },
    TemplateLiteral: (node) => sql(node, node.quasis?.map(({ value }) => value.raw).join(' ? ') ?? ''),
  };
}

const own = (table: Readonly<Record<string, Home>>, name: string | undefined): Home | undefined =>
  name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;

export default {
  meta: { name: 'adapta' },
  rules: { layers: { create: imports }, homes: { create: homes } },
};
