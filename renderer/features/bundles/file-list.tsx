import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/format.ts';
import { Icon } from '#renderer/ui/icons.tsx';
import type { Preview } from './use-preview.ts';

/**
 * Bytes. WhatsApp takes documents of up to 2 GB since 2022, but older installations, still common on the phones of a
 * workshop, stop at 100 MB: what is below arrives everywhere.
 */
export const WHATSAPP_LIMIT = 100_000_000;

/** The files that will be written, by folder, with their sizes and what they come to. */
export function FileList({ files }: { readonly files: Preview['files'] }) {
  const { t } = useTranslation('bundles');
  const format = useFormat();
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const fits = total <= WHATSAPP_LIMIT;
  return (
    <section className="files" aria-label={t('files')}>
      <h2>{t('files')}</h2>
      <ul className="file-list">
        {files.map((file) => (
          <li key={file.name} title={file.name}>
            <Icon name="document" size={14} />
            <span className="file-path">{withoutRoot(file.name)}</span>
            <span className="muted">{format.bytes(file.bytes)}</span>
          </li>
        ))}
      </ul>
      <p className="file-total" data-fits={fits}>
        <Icon name={fits ? 'check' : 'warning'} size={14} />
        {t(fits ? 'fits' : 'tooBig', { size: format.bytes(total), limit: format.bytes(WHATSAPP_LIMIT) })}
      </p>
    </section>
  );
}

/** The bundle's own folder is the same for all. */
function withoutRoot(path: string): string {
  const names = path.split('/');
  return names.length > 1 ? names.slice(1).join(' / ') : path;
}
