import { expect, it } from 'vitest';
import { plain, textRun, type Content, type PlaceholderRun, type Run } from '#shared/model/content.ts';
import { toPlainText } from '#shared/model/plain-text.ts';
import { carryOver } from '#shared/memory/carry-over.ts';

const image = (placeholder: number): PlaceholderRun => ({ placeholder, kind: 'image', label: '' });
const open = (placeholder: number): PlaceholderRun => ({ placeholder, kind: 'open', label: '' });
const close = (placeholder: number): PlaceholderRun => ({ placeholder, kind: 'close', label: '' });

function carried(matchSource: string, target: Content | string, ...unit: readonly (Run | string)[]): string {
  const source = unit.map((run) => (typeof run === 'string' ? textRun(run) : run));
  return toPlainText(carryOver(matchSource, target, source));
}

it.each([
  ['one that changed', 'Read Step 3', 'Lea el paso 3', 'Read Step 12', 'Lea el paso 12'],
  ['those that changed places', 'From 9 to 11', 'De 9 a 11', 'From 11 to 9', 'De 11 a 9'],
  ['in the order the target has them', '3 of 20 people', 'De 20 personas, 3', '4 of 30 people', 'De 30 personas, 4'],
  ['written as the target writes them', '1,500.5 people', '1.500,5 personas', '2,750.25 people', '2.750,25 personas'],
  ['not where there are more', 'Step 3', 'Paso 3', 'Steps 3 and 4', 'Paso 3'],
  ['none that the target does not have', 'Step 3', 'El tercer paso', 'Step 4', 'El tercer paso'],
])('numbers are the unit’s: %s', (_, matchSource, target, unit, expected) => {
  expect(carried(matchSource, target, unit)).toBe(expected);
});

it('placeholders are the unit’s, in the order of the originals', () => {
  expect(carried('See ⟦1⟧ and ⟦2⟧', 'Vea ⟦2⟧ y ⟦1⟧', 'See ', image(7), ' and ', image(9))).toBe('Vea ⟦9⟧ y ⟦7⟧');
});

it('a placeholder the unit has not is left out', () => {
  expect(carried('See ⟦1⟧ and ⟦2⟧', 'Vea ⟦1⟧ y ⟦2⟧', 'See ', image(7))).toBe('Vea ⟦7⟧ y ');
});

it('half a pair is left out', () => {
  const unit = ['See ', open(5), 'this', close(5)];
  expect(carried('See ⟦1⟧this⟦1⟧', 'Vea ⟦1⟧esto', ...unit)).toBe('Vea esto');
  expect(carried('See ⟦1⟧this⟦1⟧', 'Vea ⟦1⟧esto⟦1⟧', ...unit)).toBe('Vea ⟦5⟧esto⟦5⟧');
});

it('breaks and tabs typed in the target stay', () => {
  const target: Content = [textRun('Uno'), { placeholder: 0, kind: 'break', label: '\n' }, textRun('dos')];
  expect(carryOver('One two', target, plain('One two'))).toEqual(target);
});

it('numbers of placeholders are no numbers', () => {
  expect(carried('⟦3⟧ Step 3', '⟦3⟧ Paso 3', image(4), ' Step 5')).toBe('⟦4⟧ Paso 5');
});

it('marks of the target stay', () => {
  const target = [textRun('Paso '), textRun('3', ['bold'])];
  expect(carryOver('Step 3', target, plain('Step 4'))).toEqual([textRun('Paso '), textRun('4', ['bold'])]);
});
