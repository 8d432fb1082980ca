/** A document of XLIFF 2.1 around the units given as XML. */
export function xliff2(units: string, root = ''): Uint8Array {
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="es-BO"${root}>\n <file id="f1">\n${units}\n </file>\n</xliff>\n`,
  );
}

/** A unit of one segment. */
export function unit2(source: string, target?: string, segment = '', more = ''): string {
  const translated = target === undefined ? '' : `<target>${target}</target>`;
  return `  <unit id="u1">${more}<segment${segment}><source>${source}</source>${translated}</segment></unit>`;
}

/** A document of XLIFF 1.2 around the units given as XML. */
export function xliff12(units: string): Uint8Array {
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">\n <file original="a.docx" datatype="plaintext" source-language="en" target-language="es-BO"><body>\n${units}\n </body></file>\n</xliff>\n`,
  );
}

/** A unit of XLIFF 1.2. */
export function unit12(source: string, target?: string, state = '', more = ''): string {
  const translated = target === undefined ? '' : `<target${state}>${target}</target>`;
  return `  <trans-unit id="u1"><source>${source}</source>${translated}${more}</trans-unit>`;
}
