import { AdaptaError } from '#shared/model/errors.ts';
import type { ExchangeFormat } from '../exchange.ts';

/**
 * A document as XLIFF for people with other programs, and back. Both versions read both: the file says itself which it is.
 */
export function xliffExchange(version: '2.1' | '1.2'): ExchangeFormat {
  return {
    id: version === '2.1' ? 'xliff21' : 'xliff12',
    extension: version === '2.1' ? 'xlf' : 'xliff',
    async write(document) {
      const { documentXml2 } = await import('./exchange/write2.ts');
      const { documentXml12 } = await import('./exchange/write12.ts');
      return Buffer.from(version === '2.1' ? documentXml2(document) : documentXml12(document), 'utf8');
    },
    async read(bytes, signal) {
      if (signal?.aborted === true) throw new AdaptaError('cancelled');
      const { readReturned } = await import('./exchange/read.ts');
      return readReturned(bytes);
    },
  };
}
