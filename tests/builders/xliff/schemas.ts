import { readFileSync } from 'node:fs';
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { shared } from './corpus.ts';

/** The schemas of the standard, read from the corpus: they are not part of the project. */
const SCHEMAS_2 = [
  'xliff_core_2.0.xsd',
  'metadata.xsd',
  'glossary.xsd',
  'matches.xsd',
  'fs.xsd',
  'resource_data.xsd',
  'size_restriction.xsd',
  'validation.xsd',
] as const;

const provider = new XmlBufferInputProvider({});
let isRegistered = false;

function bufferOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}

function register(): void {
  if (isRegistered) return;
  isRegistered = true;
  const folder = shared('corpus/xliff21/schemas');
  for (const name of [...SCHEMAS_2, 'informativeCopiesOf3rdPartySchemas/w3c/xml.xsd']) {
    provider.addBuffer(`${folder}/${name}`, bufferOf(`${folder}/${name}`));
  }
  provider.addBuffer(
    'http://www.w3.org/2001/xml.xsd',
    bufferOf(`${folder}/informativeCopiesOf3rdPartySchemas/w3c/xml.xsd`),
  );
  xmlRegisterInputProvider(provider);
}

const validators = new Map<string, XsdValidator>();

function validator(name: string, xsd: () => { text: Uint8Array; url: string }): XsdValidator {
  register();
  let known = validators.get(name);
  if (known === undefined) {
    const { text, url } = xsd();
    known = XsdValidator.fromDoc(XmlDocument.fromBuffer(text, { url }));
    validators.set(name, known);
  }
  return known;
}

function faults(bytes: Uint8Array, schema: XsdValidator): readonly string[] {
  const document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_NONET });
  try {
    schema.validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map(({ message }) => message.trim());
    throw error;
  } finally {
    document.dispose();
  }
}

/** What the schemas of XLIFF 2.1 find wrong with a document. */
export function schemaFaults2(bytes: Uint8Array): readonly string[] {
  const folder = shared('corpus/xliff21/schemas');
  // One schema that takes in the core and the modules, as a catalog would.
  const imports = [
    ['document', SCHEMAS_2[0]],
    ['metadata', SCHEMAS_2[1]],
    ['glossary', SCHEMAS_2[2]],
    ['matches', SCHEMAS_2[3]],
    ['fs', SCHEMAS_2[4]],
    ['resourcedata', SCHEMAS_2[5]],
    ['sizerestriction', SCHEMAS_2[6]],
    ['validation', SCHEMAS_2[7]],
  ].map(([name, file]) => `<xs:import namespace="urn:oasis:names:tc:xliff:${name}:2.0" schemaLocation="${file}"/>`);
  const text = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
  return faults(
    bytes,
    validator('2', () => ({ text: Buffer.from(text), url: `${folder}/all.xsd` })),
  );
}

/** What a schema of XLIFF 1.2 finds wrong with a document. */
export function schemaFaults12(bytes: Uint8Array, kind: 'strict' | 'transitional'): readonly string[] {
  const path = shared(`corpus/xliff12/schemas/xliff-core-1.2-${kind}.xsd`);
  return faults(
    bytes,
    validator(kind, () => ({ text: bufferOf(path), url: path })),
  );
}
