import { Tally as CommonTally } from '../common/tally.ts';
import type { DrawingFacts } from './drawings.ts';
import type { Token } from './tokens.ts';

/** What a DOCX is counted by beyond what every format is. */
export class Tally extends CommonTally {
  constructor() {
    super('docx');
  }

  countDrawing({ kind, features, pictures }: DrawingFacts): void {
    if (kind === 'image') this.images += Math.max(1, pictures.length);
    for (const feature of features) this.note(feature);
  }

  countLanguages(tokens: readonly Token[], usual: string | undefined): void {
    for (const token of tokens) {
      const language = token.items[0]?.look?.language ?? usual;
      if (token.type === 'text' && language !== undefined) this.countLanguage(language, token.text.length);
    }
  }
}
