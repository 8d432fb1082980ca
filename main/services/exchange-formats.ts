import { bundleText } from '#main/bundles/text.ts';
import type { ExchangeFormat } from '#main/formats/exchange.ts';
import type { ReviewWords } from '#main/formats/review/words.ts';
import type { ExchangeFormatId } from '#shared/contract/exchange.ts';

/** The file format of an exchange; `language` is that of the adapted text. Loaded when first wanted. */
export async function exchangeFormat(id: ExchangeFormatId, language: string): Promise<ExchangeFormat> {
  if (id === 'review') {
    const { reviewFormat } = await import('#main/formats/review/index.ts');
    return reviewFormat(reviewWords(language), [reviewWords('es'), reviewWords('en')]);
  }
  const { xliffExchange } = await import('#main/formats/xliff/exchange.ts');
  return xliffExchange(id === 'xliff21' ? '2.1' : '1.2');
}

function reviewWords(language: string): ReviewWords {
  const { review, mode } = bundleText(language);
  return { ...review, mode, language };
}
