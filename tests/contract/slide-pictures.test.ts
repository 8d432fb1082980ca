import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AdaptaError } from '#shared/model/errors.ts';
import { libreOffice } from '#main/engine/libre-office.ts';
import { openPdf } from '#main/formats/pdf/open.ts';
import type { ConvertPort } from '#main/services/deps.ts';
import { openClient, withModule, type TestClient } from '#tests/builders/client.ts';
import { body, pptx, slide, title } from '#tests/builders/pptx/index.ts';

const DECK = pptx([
  { ...slide(title('Welcome'), body('A city')), notes: ['Said, not shown'] },
  { ...slide(title('Only for us'), body('Inside')), hidden: true },
  slide(title('The end'), body('Questions')),
]);

interface Drawer extends ConvertPort {
  readonly drawn: string[];
}

/** Draws by `draw`, and counts. */
function drawer(draw: (signal?: AbortSignal) => Promise<Uint8Array>): Drawer {
  const drawn: string[] = [];
  return {
    drawn,
    convert: async () => await Promise.reject(new AdaptaError('conversionFailed')),
    drawSlides: async (_bytes, from, signal) => {
      drawn.push(from);
      return await draw(signal);
    },
  };
}

const quick = () => drawer(async () => await Promise.resolve(new Uint8Array([1, 2, 3])));

async function withDeck(convert?: ConvertPort): Promise<TestClient & { readonly document: string }> {
  const it = await openClient({ office: 'real', ...(convert === undefined ? {} : { convert }) });
  await withModule(it.client);
  writeFileSync(join(it.workspace, 'deck.pptx'), DECK);
  const plan = await it.client.imports.plan({ source: it.grant('deck.pptx') });
  const to = { module: 'm', kind: 'slides', title: 'Deck' } as const;
  const { document } = await it.client.imports.commit({ plan: plan.plan, links: plan.links, ...to });
  return { ...it, document };
}

test('slides are drawn once, whoever asks again', async () => {
  const convert = quick();
  const { client, document } = await withDeck(convert);
  await client.imports.slidePictures({ document });
  const { pdf } = await client.imports.slidePictures({ document });
  expect(pdf).toEqual(new Uint8Array([1, 2, 3]));
  expect(convert.drawn).toEqual(['pptx']);
});

test('the drawings may be thrown away at any time', async () => {
  const convert = quick();
  const { client, document, workspace } = await withDeck(convert);
  await client.imports.slidePictures({ document });
  rmSync(join(workspace, 'previews'), { recursive: true });
  await client.imports.slidePictures({ document });
  expect(convert.drawn).toHaveLength(2);
});

test('where nothing draws, it is known before anybody asks', async () => {
  const { client, document } = await withDeck();
  expect((await client.imports.slides({ document })).canBeDrawn).toBe(false);
});

test('a file that could not be drawn is not tried each time', async () => {
  const convert = drawer(async () => await Promise.reject(new AdaptaError('conversionFailed')));
  const { client, document } = await withDeck(convert);
  expect((await client.imports.slides({ document })).canBeDrawn).toBe(true);
  await expect(client.imports.slidePictures({ document })).rejects.toMatchObject({ code: 'conversionFailed' });
  expect((await client.imports.slides({ document })).canBeDrawn).toBe(false);
});

test('drawing that was stopped is taken up again when asked for', async () => {
  const convert = drawer(
    async (signal) =>
      await new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new AdaptaError('cancelled')));
      }),
  );
  const { client, document } = await withDeck(convert);
  const drawing = client.imports.slidePictures({ document });
  await expect.poll(() => convert.drawn).toHaveLength(1);
  const { jobs } = await client.jobs.list({});
  await client.jobs.cancel({ job: jobs.at(-1)?.id ?? '' });
  await expect(drawing).rejects.toMatchObject({ code: 'cancelled' });
  expect((await client.imports.slides({ document })).canBeDrawn).toBe(true);
});

const office = libreOffice();

test.runIf(office !== null)('LibreOffice gives a page for each slide, hidden ones too, and no notes', async () => {
  const { client, document } = await withDeck(office as ConvertPort);
  const { pdf } = await client.imports.slidePictures({ document });
  const pages = await openPdf(pdf);
  const said: string[] = [];
  for (let page = 1; page <= pages.numPages; page += 1) {
    const { items } = await (await pages.getPage(page)).getTextContent();
    said.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await pages.loadingTask.destroy();
  expect(said.map((text) => text.replaceAll(/\s+/gu, ' ').trim())).toEqual([
    expect.stringContaining('Welcome'),
    expect.stringContaining('Only for us'),
    expect.stringContaining('The end'),
  ]);
});
