import { readdirSync } from 'node:fs';
import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import bundleEn from '#resources/locales/bundle.en.json' with { type: 'json' };
import bundleEs from '#resources/locales/bundle.es.json' with { type: 'json' };
import { RESOURCES } from '#renderer/i18n/resources.ts';
import { exportFindingSchema } from '#shared/contract/exports.ts';
import { MENU_COMMANDS } from '#shared/contract/menu.ts';
import { ERROR_CODES } from '#shared/model/errors.ts';

type Tree = { readonly [key: string]: string | Tree };

function paths(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : paths(value, `${prefix}${key}.`),
  );
}

function texts(tree: Tree): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)));
}

function parameters(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([name]) => name).toSorted();
}

function lower(words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).map(([code, word]) => [code, word.toLowerCase()]));
}

function at(tree: Tree, path: string): string {
  return path.split('.').reduce<string | Tree>((node, key) => (node as Tree)[key] ?? '', tree) as string;
}

const es = RESOURCES.es as unknown as Tree;
const en = RESOURCES.en as unknown as Tree;

describe('the locales', () => {
  test('have the same sentences in Spanish and English', () => {
    expect(paths(en).toSorted()).toEqual(paths(es).toSorted());
  });

  test('have the same parameters in both', () => {
    for (const path of paths(es)) expect([path, parameters(at(en, path))]).toEqual([path, parameters(at(es, path))]);
  });

  test('leave nothing empty', () => {
    expect([...texts(es), ...texts(en)].filter((text) => text.trim() === '')).toEqual([]);
  });

  test('are all in the page: a file per feature and language', () => {
    const files = readdirSync(new URL('../../../resources/locales/es', import.meta.url)).map((name) =>
      name.replace('.json', ''),
    );
    expect(files.filter((name) => !Object.hasOwn(es, name))).toEqual([]);
  });

  test.each(ERROR_CODES)('say what happened and what to do for %s', (code) => {
    for (const language of ['es', 'en'] as const) {
      const sentences = (RESOURCES[language].errors.code as Record<string, { what?: string; do?: string }>)[code];
      expect(sentences?.what).toBeTruthy();
      expect(sentences?.do).toBeTruthy();
    }
  });

  test('name every finding of an export', () => {
    const known = paths(RESOURCES.es.bundles.finding as Tree).map((path) => path.replace(/_(one|many|other)$/u, ''));
    expect(exportFindingSchema.shape.code.options.filter((code) => !known.includes(code))).toEqual([]);
  });

  test('name every command of the menu', () => {
    expect(MENU_COMMANDS.filter((command) => !Object.hasOwn(RESOURCES.es.menu.commands, command))).toEqual([]);
  });

  test('never use the jargon of translation tools', () => {
    const jargon = /\b(segmentos?|TU|fuzzy|string|localizaci[oó]n)\b/u;
    expect(texts(es).filter((text) => jargon.test(text))).toEqual([]);
  });

  test.each([
    ['es', bundleEs],
    ['en', bundleEn],
  ] as const)('in %s a bundle calls kinds, modes and reasons what the page calls them', (language, bundle) => {
    const { documentKind, mode, reason } = RESOURCES[language].common;
    const { none: _none, other: _other, ...reasons } = bundle.reason;
    expect(bundle.kind).toEqual(lower(documentKind));
    expect(bundle.mode).toEqual(mode);
    expect(reason).toMatchObject(reasons);
  });

  test('have one name for the sample and one for placeholders', () => {
    const strayed =
      /kit de práctica|el de práctica|practice (?:toolkit|one)|\bmarcas? (?:que falta|del original|no se peg)|\bsigns? (?:of the original|was|were)/u;
    expect([...texts(es), ...texts(en)].filter((text) => strayed.test(text))).toEqual([]);
  });

  test('count one word as one', async () => {
    const i18n = createInstance();
    await i18n.init({ lng: 'es', resources: RESOURCES });
    const spanish = i18n.getFixedT('es', 'library');
    expect(spanish('words.adapted', { count: 1, n: '1' })).toBe('1 palabra adaptada');
    expect(spanish('words.approved', { count: 1, n: '1' })).toBe('1 aprobada');
    expect(spanish('words.approved', { count: 0, n: '0' })).toBe('0 aprobadas');
  });
});
