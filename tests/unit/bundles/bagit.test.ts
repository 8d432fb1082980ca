import { describe, expect, it } from 'vitest';
import {
  bagInfoText,
  decodeBagPath,
  encodeBagPath,
  manifestText,
  payloadOxum,
  readBagInfo,
  readManifest,
} from '#main/bundles/bagit.ts';

const HASH = 'ab'.repeat(32);

describe('manifests (RFC 8493, 2.1.3)', () => {
  it('are written as hash, two blanks, path, sorted', () => {
    const files = ['data/b.txt', 'data/a.txt'].map((path) => ({ path, size: 1, sha256: HASH }));
    expect(manifestText(files)).toBe(`${HASH}  data/a.txt\n${HASH}  data/b.txt\n`);
  });

  it.each(['data/100%.txt', 'data/a\nb', 'data/a\r\nb', 'data/%0A'])('escape %j and read it back', (path) => {
    const encoded = encodeBagPath(path);
    expect(encoded).not.toMatch(/[\r\n]/u);
    expect(decodeBagPath(encoded)).toBe(path);
  });

  it('are read with an asterisk, upper case and any line end', () => {
    const reading = readManifest(`${HASH.toUpperCase()} *data/a.txt\r\n${HASH}\tdata/b c.txt\n`);
    expect(reading.ok && [...reading.hashes]).toEqual([
      ['data/a.txt', HASH],
      ['data/b c.txt', HASH],
    ]);
  });

  it.each([
    ['a line of another form', 'hello\n'],
    ['a path twice', `${HASH}  data/a\n${HASH}  data/a\n`],
    ['a path that leaves the bag', `${HASH}  data/../../etc/passwd\n`],
    ['an absolute path', `${HASH}  /etc/passwd\n`],
    ['a home folder', `${HASH}  ~/.ssh/id\n`],
    ['a drive', `${HASH}  C:/Windows/x\n`],
  ])('are refused for %s', (_what, text) => {
    expect(readManifest(text).ok).toBe(false);
  });
});

describe('bag-info.txt (RFC 8493, 2.2.2)', () => {
  it('is written one line a value, without empty ones', () => {
    const text = bagInfoText([
      ['External-Description', 'Gobierno\ndigital: día 1'],
      ['Workshop-Place', ' '],
    ]);
    expect(text).toBe('External-Description: Gobierno digital: día 1\n');
  });

  it('is read with continued lines and labels in any case', () => {
    const info = readBagInfo('External-Description: uno\r\n  dos\r\nPAYLOAD-OXUM: 5.1\n');
    expect([...info]).toEqual([
      ['external-description', 'uno dos'],
      ['payload-oxum', '5.1'],
    ]);
  });

  it('counts octets and files', () => {
    expect(
      payloadOxum([
        { path: 'data/a', size: 3, sha256: '' },
        { path: 'data/b', size: 4, sha256: '' },
      ]),
    ).toBe('7.2');
  });
});
