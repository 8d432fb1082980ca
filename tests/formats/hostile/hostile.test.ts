import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { docxFormat } from '#main/formats/docx/index.ts';
import { AdaptaError, ERROR_GROUPS, errorGroup } from '#shared/model/errors.ts';
import { HOSTILE_CASES } from '#tests/builders/hostile/cases.ts';

const CORPUS = new URL('../../../../shared/corpus/hostile/', import.meta.url);

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    await docxFormat.read(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof AdaptaError && errorGroup(error.code) === 'refused') return error.code;
    throw error;
  }
}

describe('a generated file of a stranger', () => {
  test.each(HOSTILE_CASES)('$name', { timeout: 30_000 }, async ({ make, expected }) => {
    const wanted = expected === 'read' ? ['read'] : expected;
    expect(wanted).toContain(await outcome(make()));
  });
});

/** What each file of the corpus is, by its own name and its first bytes. */
const REAL: Readonly<Record<string, readonly string[]>> = {
  'ExternalEntityInText.docx': ['doctype'],
  'protected_agile.docx': ['encrypted'],
  'truncated62886.docx': ['truncated', 'malformedPackage'],
  'zip-slip-win.zip': ['zipSlip'],
  'zip-slip.zip': ['zipSlip'],
};

describe('a file of the hostile corpus is refused with a code or read', () => {
  test.each(readdirSync(CORPUS))('%s', { timeout: 30_000 }, async (name) => {
    const result = await outcome(new Uint8Array(readFileSync(new URL(name, CORPUS))));
    expect(REAL[name] ?? ['read', ...ERROR_GROUPS.refused]).toContain(result);
  });
});
