import { openZip } from '#main/formats/package/zip-read.ts';
import { rewriteZip } from '#main/formats/package/zip-write.ts';

export type Random = () => number;

const WORDS = [
  '',
  ' ',
  '0',
  '-1',
  '99999999999',
  'NaN',
  '\u0000',
  '&#xFFFF;',
  '&lol;',
  '../../../etc/passwd',
  'http://127.0.0.1:9/x',
];

/** A file damaged the way programs and attackers do: its XML stays mostly XML, its package mostly a package. */
export async function mutate(bytes: Uint8Array, random: Random): Promise<Uint8Array> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const roll = random();
  if (roll < 0.06) return bytes.slice(0, Math.floor(bytes.length * random()));
  if (roll < 0.12) return flipped(bytes, random);
  return isZip ? await inPackage(bytes, random) : asBytes(inXml(asText(bytes), random));
}

/** A few bytes changed anywhere. */
function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  for (let count = 1 + Math.floor(random() * 8); count > 0; count -= 1) {
    copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
  }
  return copy;
}

async function inPackage(bytes: Uint8Array, random: Random): Promise<Uint8Array> {
  const archive = await openZip(bytes);
  const names = archive.entries.filter(({ directory }) => !directory).map(({ name }) => name);
  const xml = names.filter((name) => /\.(?:xml|rels)$/u.test(name));
  const changes = {
    replaced: new Map<string, () => Uint8Array>(),
    removed: new Set<string>(),
    added: new Map<string, Uint8Array>(),
  };
  const one = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const read = (name: string): Uint8Array => {
    const entry = archive.find(name);
    return entry === undefined ? new Uint8Array() : archive.read(entry);
  };
  const replace = (name: string, content: Uint8Array): void => {
    changes.replaced.set(name, () => content);
  };
  for (let count = 1 + Math.floor(random() * 3); count > 0; count -= 1) {
    const name = one(xml);
    const roll = random();
    if (roll < 0.08) changes.removed.add(one(names));
    else if (roll < 0.14) replace(name, read(one(names)));
    else if (roll < 0.18) changes.added.set(one(WORDS) || 'x', new Uint8Array([60]));
    else replace(name, asBytes(inXml(asText(read(name)), random)));
  }
  return rewriteZip(archive, changes);
}

/** One to four changes of elements, attributes and text. */
function inXml(text: string, random: Random): string {
  let out = text;
  for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1) out = change(out, random);
  return out;
}

function change(text: string, random: Random): string {
  const tags = [...text.matchAll(/<\/?[\w:.-]+[^<>]*>/gu)];
  const tag = tags[Math.floor(random() * tags.length)];
  if (tag === undefined) return `${text}<`;
  const [whole] = tag;
  const at = tag.index;
  const before = text.slice(0, at);
  const after = text.slice(at + whole.length);
  const word = WORDS[Math.floor(random() * WORDS.length)] ?? '';
  switch (Math.floor(random() * 11)) {
    case 0: // An element opened or closed too often.
      return before + after;
    case 1:
      return before + whole + whole + after;
    case 2: // Another name.
      return before + whole.replace(/[\w.-]+(?=[\s/>])/u, 'other') + after;
    case 3: // Another value.
      return before + whole.replace(/"[^"]*"/u, `"${word.replaceAll(/[&<"]/gu, '')}"`) + after;
    case 4: // An attribute gone or there twice.
      return (
        before +
        whole.replace(/\s[\w:.-]+="[^"]*"/u, (attribute) => (random() < 0.5 ? '' : attribute + attribute)) +
        after
      );
    case 5: // A whole element twice, or gone.
      return elementAt(text, at, random);
    case 6: // Deep.
      return before + '<a>'.repeat(600) + '</a>'.repeat(600) + whole + after;
    case 7: // Long.
      return before + whole + 'x'.repeat(200_000) + after;
    case 8:
      return before + word + whole + after;
    case 9: // A namespace taken away or bound to something else.
      return text.replace(/xmlns(:\w+)?="[^"]*"/u, random() < 0.5 ? '' : 'xmlns$1="urn:other"');
    default: // Two places change theirs.
      return before + (tags[Math.floor(random() * tags.length)]?.[0] ?? '') + after;
  }
}

/** From an opening tag to the next closing one of its name. */
function elementAt(text: string, at: number, random: Random): string {
  const name = /^<([\w:.-]+)/u.exec(text.slice(at, at + 200))?.[1];
  const end = name === undefined ? -1 : text.indexOf(`</${name}>`, at);
  if (name === undefined || end < 0) return text.slice(0, at) + text.slice(at + 1);
  const close = end + name.length + 3;
  const element = text.slice(at, close);
  return text.slice(0, at) + (random() < 0.5 ? element.repeat(2) : '') + text.slice(close);
}

function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

function asBytes(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}
