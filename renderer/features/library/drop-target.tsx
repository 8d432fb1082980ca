import { useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Takes files dropped from the desktop; says so while they hover. The import button does the same for the keyboard. */
export function DropTarget({
  onDrop,
  children,
}: {
  readonly onDrop: (files: readonly File[]) => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('library');
  const [over, setOver] = useState(false);
  return (
    <div
      className="drop-target"
      data-over={over}
      role="presentation"
      onDragEnter={(event) => setOver(holdsFiles(event))}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
          setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over ? <div className="drop-sign">{t('dropHere')}</div> : null}
    </div>
  );
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}
