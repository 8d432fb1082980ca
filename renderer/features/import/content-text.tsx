import { useTranslation } from 'react-i18next';
import type { BlockView } from '#shared/contract/unit.ts';
import { isText, type Run } from '#shared/model/content.ts';

/** The text of a block as it reads, with its list label, bold and italics; placeholders as small labels. */
export function BlockText({ block }: { readonly block: BlockView }) {
  return (
    <span className="block-text" data-kind={block.kind}>
      {block.label === undefined ? null : <span className="block-label">{block.label} </span>}
      {block.content.map((run, index) => (
        // Runs have no identity but their place, and a block never changes.
        <RunText key={index} run={run} />
      ))}
    </span>
  );
}

function RunText({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  if (isText(run)) {
    const look = run.marks.filter((mark) => mark === 'bold' || mark === 'italic').map((mark) => `text-${mark}`);
    return look.length === 0 ? run.text : <span className={look.join(' ')}>{run.text}</span>;
  }
  if (run.kind === 'break') return <br />;
  if (run.kind === 'tab') return '\t';
  if (run.kind === 'open' || run.kind === 'close') return null;
  return <span className="placeholder-chip">{run.label === '' ? t(`placeholder.${run.kind}`) : run.label}</span>;
}
