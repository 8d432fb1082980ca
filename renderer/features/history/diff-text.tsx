import type { Content } from '#shared/model/content.ts';
import { wordDiff, type DiffPart } from '#shared/text/word-diff.ts';
import './history.css';

interface PlacedPart extends DiffPart {
  /** Where it begins in the two texts laid one over the other: its identity in the list. */
  readonly at: number;
}

/** Two texts (plain ones as `toPlainText` writes them) as one, with what went and what came marked by line (struck, underlined) as well as by colour. */
export function DiffText({ before, after }: { readonly before: Content | string; readonly after: Content | string }) {
  return (
    <p className="diff-text">
      {placed(wordDiff(before, after)).map(({ kind, text, at }) => {
        if (kind === 'same') return <span key={at}>{text}</span>;
        return kind === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>;
      })}
    </p>
  );
}

function placed(parts: readonly DiffPart[]): readonly PlacedPart[] {
  let at = 0;
  return parts.map((part) => {
    const here = at;
    at += part.text.length;
    return { ...part, at: here };
  });
}
