import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './root.ts';

/** Latin with the letters of Bolivia's languages: ẽ and g̃ come with the Vietnamese part. */
const SUBSETS = ['latin', 'latin-ext', 'vietnamese'];
const FACES = ['400', '400-italic', '700', '700-italic'];

/**
 * Puts the typeface for pages to be printed into `out/fonts`, with `noto-sans.css` naming its faces. Cut for each weight,
 * because a variable font becomes Type 3 glyphs in a PDF; the application's own page has the variable one.
 */
export function copyPrintFonts(): void {
  const from = inRoot('node_modules', '@fontsource', 'noto-sans');
  const to = inRoot('out', 'fonts');
  mkdirSync(to, { recursive: true });
  const rules: string[] = [];
  for (const face of FACES) {
    for (const rule of readFileSync(join(from, `${face}.css`), 'utf8').match(/@font-face \{[^}]*\}/gu) ?? []) {
      const file = /\.\/files\/(?<name>noto-sans-(?<subset>[a-z-]+)-\d+-\w+\.woff2)/u.exec(rule)?.groups;
      if (file?.['name'] === undefined || !SUBSETS.includes(file['subset'] ?? '')) continue;
      copyFileSync(join(from, 'files', file['name']), join(to, file['name']));
      rules.push(rule.replace(/src: [^;]+;/u, `src: url(/fonts/${file['name']}) format('woff2');`));
    }
  }
  writeFileSync(join(to, 'noto-sans.css'), `${rules.join('\n')}\n`);
}
