import { expect, test } from 'vitest';
import { CHECK_GROUPS } from '#renderer/features/checks/groups.ts';
import editor from '#resources/locales/es/editor.json' with { type: 'json' };

test('every check stands in one group', () => {
  expect(Object.values(CHECK_GROUPS).flat().toSorted()).toEqual(Object.keys(editor.findings.check).toSorted());
});
