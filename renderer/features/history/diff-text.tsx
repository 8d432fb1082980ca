import type { Content } from '#shared/model/content.ts';
import { wordDiff } from '#shared/text/word-diff.ts';
import './history.css';

/** Two texts as one, with what went and what came marked by sign of hand (struck, underlined) as well as by colour. */
export function DiffText({ before, after }: { readonly before: Content; readonly after: Content }) {
  let at = 0;
  return (
    <p className="diff-text">
      {wordDiff(before, after).map(({ kind, text }) => {
        const key = `${at} ${kind}`;
        at += text.length;
        if (kind === 'same') return <span key={key}>{text}</span>;
        return kind === 'added' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>;
      })}
    </p>
  );
}
