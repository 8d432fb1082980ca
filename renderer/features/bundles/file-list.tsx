import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/format.ts';
import { Icon } from '#renderer/ui/icons.tsx';
import type { Preview } from './use-preview.ts';

/**
 * Bytes. WhatsApp takes documents of up to 2 GB since 2022, but older installations, still common on the phones of a
 * workshop, stop at 100 MB: what is below arrives everywhere.
 */
export const WHATSAPP_LIMIT = 100_000_000;

/** What the files come to, and whether that can be sent on. */
export function TotalSize({ files }: { readonly files: Preview['files'] }) {
  const { t } = useTranslation('bundles');
  const format = useFormat();
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const fits = total <= WHATSAPP_LIMIT;
  return (
    <p className="file-total" data-fits={fits}>
      <Icon name={fits ? 'check' : 'warning'} size={14} />
      {t(fits ? 'fits' : 'tooBig', { size: format.bytes(total), limit: format.bytes(WHATSAPP_LIMIT) })}
    </p>
  );
}

/** The files that will be written, by folder, with their sizes. */
export function FileList({ files }: { readonly files: Preview['files'] }) {
  const { t } = useTranslation('bundles');
  return (
    <section className="files" aria-label={t('files')}>
      <h2>{t('files')}</h2>
      <ul className="file-list">
        {folders(files).map(({ folder, inside }) => [
          folder === '' ? null : (
            <li key={folder} className="file-folder">
              {folder}
            </li>
          ),
          ...inside.map((file) => <FileLine key={file.path} file={file} inside={folder !== ''} />),
        ])}
      </ul>
    </section>
  );
}

function FileLine({ file, inside }: { readonly file: ListedFile; readonly inside: boolean }) {
  const format = useFormat();
  // The ending tells DOCX from PDF: it is never cut off.
  const dot = Math.max(1, file.name.lastIndexOf('.'));
  return (
    <li data-inside={inside} title={file.path}>
      <span className="file-stem">{file.name.slice(0, dot)}</span>
      <span className="file-ending">{file.name.slice(dot)}</span>
      <span className="muted">{format.bytes(file.bytes)}</span>
    </li>
  );
}

interface ListedFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

/** The files by folder, in the order they come; the folder all share (the bundle's own) is not said. */
function folders(
  files: Preview['files'],
): readonly { readonly folder: string; readonly inside: readonly ListedFile[] }[] {
  const found = new Map<string, ListedFile[]>();
  for (const { name: path, bytes } of files) {
    const names = path.split('/').slice(1);
    const name = names.pop() ?? path;
    const folder = names.join(' / ');
    found.set(folder, [...(found.get(folder) ?? []), { path, name, bytes }]);
  }
  return [...found].map(([folder, inside]) => ({ folder, inside }));
}
