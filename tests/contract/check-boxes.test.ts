import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plain } from '#shared/model/content.ts';
import { openClient, withModule } from '#tests/builders/client.ts';
import { box, pptx, slide, title } from '#tests/builders/pptx/index.ts';

const LONG = 'Este texto es mucho más largo de lo que cabe en una caja tan pequeña como esta. '.repeat(8);

test('a text that outgrew its box on a slide is found, once for the box', async () => {
  const it = await openClient({ office: 'real' });
  await withModule(it.client);
  const at = [0, 0, 3_600_000, 1_440_000] as const;
  writeFileSync(join(it.workspace, 'a.pptx'), pptx([slide(title('Plan'), box({ at }, 'Short', 'Other'))]));
  const plan = await it.client.imports.plan({ source: it.grant('a.pptx') });
  const rest = { module: 'm', kind: 'slides', title: 'T' } as const;
  const { document } = await it.client.imports.commit({ plan: plan.plan, links: plan.links, ...rest });
  const { units } = await it.client.units.page({ document, from: 0, count: 10 });
  const commands = units.slice(1).map(({ id }) => ({ type: 'edit' as const, unit: id, content: plain(LONG) }));
  await it.client.units.apply({ document, commands });
  const found = await it.client.checks.find({ documents: [document] });
  const outgrown = found.units.filter(({ findings }) => findings.some(({ code }) => code === 'outOfBox'));
  expect(outgrown.map(({ unit }) => unit)).toEqual([units[1]?.id]);
});
