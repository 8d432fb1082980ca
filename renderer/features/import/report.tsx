import { useTranslation } from 'react-i18next';
import type { ImportReport, ReportNote } from '#shared/model/report.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Icon } from '#renderer/ui/icons.tsx';
import { isPlaceholderKind } from './placeholder-kinds.ts';

const FACTS = [
  'units',
  'words',
  'slides',
  'hiddenSlides',
  'speakerNotes',
  'headings',
  'tables',
  'images',
  'footnotes',
  'endnotes',
  'textBoxes',
  'links',
  'comments',
  'trackedInsertions',
  'trackedDeletions',
  'trackedMoves',
] as const;

/** Shown even when zero, and naturally different in two languages. */
const TEXT_FACTS: ReadonlySet<string> = new Set(['units', 'words']);

interface Reports {
  readonly source: ImportReport;
  readonly received: ImportReport | null;
}

/** What the files hold, what became a placeholder, and what was left out; side by side when there are two. */
export function ReportTables({ source, received }: Reports) {
  const { t } = useTranslation(['import', 'common']);
  const kinds = [...new Set([...Object.keys(source.placeholders), ...Object.keys(received?.placeholders ?? {})])]
    .filter(isPlaceholderKind)
    .toSorted();
  const facts = FACTS.filter((fact) => TEXT_FACTS.has(fact) || (source[fact] ?? 0) > 0 || (received?.[fact] ?? 0) > 0);
  return (
    <>
      <table className="report">
        <caption>{t('report.found')}</caption>
        <ReportHead both={received !== null} />
        <tbody>
          {facts.map((fact) => (
            <ReportLine
              key={fact}
              label={t(`fact.${fact}`)}
              source={source[fact] ?? 0}
              received={received === null ? undefined : (received[fact] ?? 0)}
              marked={!TEXT_FACTS.has(fact)}
            />
          ))}
        </tbody>
      </table>
      {kinds.length === 0 ? null : (
        <table className="report">
          <caption>{t('report.placeholders')}</caption>
          <ReportHead both={received !== null} />
          <tbody>
            {kinds.map((kind) => (
              <ReportLine
                key={kind}
                label={t(`common:placeholder.${kind}`)}
                source={source.placeholders[kind] ?? 0}
                received={received === null ? undefined : (received.placeholders[kind] ?? 0)}
                marked
              />
            ))}
          </tbody>
        </table>
      )}
      <Notes source={source} received={received} />
    </>
  );
}

function ReportHead({ both }: { readonly both: boolean }) {
  const { t } = useTranslation('import');
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="visually-hidden">{t('report.what')}</span>
        </th>
        <th scope="col">{t('side.source')}</th>
        {both ? <th scope="col">{t('side.received')}</th> : null}
      </tr>
    </thead>
  );
}

function ReportLine({
  label,
  source,
  received,
  marked,
}: {
  readonly label: string;
  readonly source: number;
  readonly received: number | undefined;
  /** Whether a difference between the two is worth a look. */
  readonly marked: boolean;
}) {
  const format = useFormat();
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{format.number(source)}</td>
      {received === undefined ? null : <td data-differs={marked && received !== source}>{format.number(received)}</td>}
    </tr>
  );
}

function Notes({ source, received }: Reports) {
  const { t } = useTranslation('import');
  const notes = [
    ...source.notes.map((note) => ({ side: 'source' as const, note })),
    ...(received?.notes ?? []).map((note) => ({ side: 'received' as const, note })),
  ];
  return (
    <section className="report-notes">
      <h2>{t('report.notes')}</h2>
      {notes.length === 0 ? <p className="muted">{t('report.noNotes')}</p> : null}
      <ul>
        {notes.map(({ side, note }) => (
          <li key={`${side}-${note.code}-${note.detail ?? ''}`}>
            <Icon name="info" />
            <NoteWords note={note} />
            <span className="muted">{t(`side.${side}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoteWords({ note }: { readonly note: ReportNote }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  return (
    <span>
      {t(`note.${note.code}`)}
      {note.count > 1 ? ` × ${format.number(note.count)}` : ''}
      {note.detail === undefined ? null : <span className="note-detail">{note.detail}</span>}
    </span>
  );
}
