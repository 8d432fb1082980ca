import type { ExchangeDocument, ExchangeUnit } from '#main/formats/exchange.ts';
import { plain, type Content } from '#shared/model/content.ts';

const ID = '0190f3a1-7c1e-7000-8000-00000000000';

/** A unit that goes out; everything but the texts is that of a faithful draft. */
export function exchangeUnit(
  source: string | Content,
  target: string | Content,
  more: Partial<ExchangeUnit> = {},
): ExchangeUnit {
  return {
    id: `${ID}1`,
    kind: 'paragraph',
    source: contentOf(source),
    received: null,
    target: contentOf(target),
    mode: 'faithful',
    status: 'draft',
    audience: 'everyone',
    adaptation: null,
    comments: [],
    version: 'v1',
    ...more,
  };
}

/** The units as one document; their ids are numbered. */
export function exchangeDocument(...units: readonly ExchangeUnit[]): ExchangeDocument {
  return {
    id: `${ID}0`,
    title: 'Guía «Innovación»',
    sourceLanguage: 'en',
    targetLanguage: 'es-BO',
    units: units.map((unit, index) => ({ ...unit, id: `${ID}${index + 1}` })),
  };
}

function contentOf(value: string | Content): Content {
  return typeof value === 'string' ? plain(value) : value;
}
