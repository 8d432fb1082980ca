import { expect, it } from 'vitest';
import { concordanceIn, likePattern, queryWords } from '#shared/memory/concordance.ts';

function found(query: string, text: string): readonly string[] | null {
  return concordanceIn(text, queryWords(query))?.map(([from, to]) => text.slice(from, to)) ?? null;
}

it.each([
  ['gobierno', 'Los Gobiernos municipales', ['Gobiernos']],
  ['gobiernos', 'el gobierno', ['gobierno']],
  ['educacion', 'la educación', ['educación']],
  ['municipios', 'cada municipio', ['municipio']],
  ['adaptar', 'adaptado, adaptando y adaptación', ['adaptado', 'adaptando', 'adaptación']],
  ['cities', 'City services', ['City']],
  ['policy', 'policies', ['policies']],
  ['servicio en línea', 'servicios en linea', ['servicios', 'en', 'linea']],
])('%s is found in "%s"', (query, text, expected) => {
  expect(found(query, text)).toEqual(expected);
});

it.each([
  ['meta', 'metal y metro'],
  ['gobierno', 'gobernación'],
  ['servicio digital', 'servicios presenciales'],
])('%s is not found in "%s"', (query, text) => {
  expect(found(query, text)).toBeNull();
});

it('nothing is found for nothing', () => {
  expect(found(' … ', 'texto')).toBeNull();
});

it('the pattern lets every text with the word through, accents or not', () => {
  const [word] = queryWords('educación');
  const pattern = word === undefined ? '' : likePattern(word);
  const expression = new RegExp(pattern.replaceAll('%', '.*').replaceAll('_', '.'), 'iu');
  expect(['la educación', 'LA EDUCACION', 'educaciones'].every((text) => expression.test(text))).toBe(true);
});
