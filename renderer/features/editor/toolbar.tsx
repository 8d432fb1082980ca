import { useTranslation } from 'react-i18next';
import { isText, type Mark, type PlaceholderRun } from '#shared/model/content.ts';
import { runCommand } from '#renderer/app/menu-commands.ts';
import { go } from '#renderer/app/routes.ts';
import { chipText } from '#renderer/editor/surface/chip.ts';
import { Button, IconButton, ToggleIconButton } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/field.tsx';
import { MenuButton } from '#renderer/ui/menu.tsx';
import { FILTERS } from './filter.ts';
import { useFilterWords } from './filter-words.tsx';
import { LinkField } from './link-field.tsx';
import { openFind } from './menu.ts';
import { missingPlaceholders } from './missing-placeholders.ts';
import { useActiveUnitLater, useBench, useWorkbench } from './workbench-context.ts';
import type { Filter } from './workbench-store.ts';

const MARK_BUTTONS: readonly {
  readonly mark: Exclude<Mark, 'strike'>;
  readonly keys: string;
  readonly face: React.JSX.Element;
}[] = [
  { mark: 'bold', keys: 'Ctrl+B', face: <b>B</b> },
  { mark: 'italic', keys: 'Ctrl+I', face: <i>I</i> },
  { mark: 'underline', keys: 'Ctrl+U', face: <u>U</u> },
  { mark: 'superscript', keys: 'Ctrl+.', face: <span className="face-sup">x</span> },
  { mark: 'subscript', keys: 'Ctrl+,', face: <span className="face-sub">x</span> },
];

/** Way back, marks, link, placeholders, filter and search. */
export function Toolbar({ title }: { readonly title: string }) {
  const { t } = useTranslation(['editor', 'common']);
  const workbench = useWorkbench();
  const marks = useBench((state) => state.marks);
  const readOnly = useBench((state) => state.readOnly);
  return (
    <>
      <IconButton icon="back" label={t('back')} keys="Ctrl+L" onPress={() => go({ view: 'library' })} />
      <h1 className="toolbar-title">{title}</h1>
      <div className="toolbar-space" />
      <fieldset className="tool-group" aria-label={t('marks')}>
        {MARK_BUTTONS.map(({ mark, keys, face }) => (
          <ToggleIconButton
            key={mark}
            label={t(`mark.${mark}`)}
            keys={keys}
            isDisabled={readOnly}
            isSelected={marks.has(mark)}
            preventFocusOnPress
            onChange={() => workbench.mark(mark)}
          >
            {face}
          </ToggleIconButton>
        ))}
        <LinkField />
        <PlaceholderMenu />
      </fieldset>
      <FilterSelect />
      <ExportMenu />
      <IconButton icon="search" label={t('find.open')} keys="Ctrl+F" onPress={() => openFind(workbench)} />
    </>
  );
}

function ExportMenu() {
  const { t } = useTranslation('editor');
  return (
    <MenuButton
      label={t('export.label')}
      entries={[
        { id: 'file', label: t('export.file'), keys: 'Ctrl+E', onAction: () => runCommand('exportFile') },
        { id: 'pdf', label: t('export.pdf'), keys: 'Ctrl+Shift+E', onAction: () => runCommand('exportPdf') },
        null,
        { id: 'review', label: t('export.review'), onAction: () => runCommand('exportReview') },
        { id: 'xliff', label: t('export.xliff'), onAction: () => runCommand('exportXliff') },
        { id: 'return', label: t('export.return'), onAction: () => runCommand('receiveReturned') },
        null,
        { id: 'bundle', label: t('export.bundle'), icon: 'bundle', onAction: () => runCommand('createBundle') },
        { id: 'report', label: t('export.report'), icon: 'info', onAction: () => runCommand('showImportReport') },
      ]}
    >
      <Button look="plain" icon="export" aria-label={t('export.label')}>
        <span className="export-word">{t('export.label')}</span>
      </Button>
    </MenuButton>
  );
}

function BracketsIcon() {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <path d="M6.5 2.5H3v11h3.5M5.25 2.5v11M9.5 2.5H13v11H9.5M10.75 2.5v11" />
    </svg>
  );
}

/** The protected signs of the original this text lacks, to be put at the caret. */
function PlaceholderMenu() {
  const { t } = useTranslation(['editor', 'common']);
  const workbench = useWorkbench();
  const readOnly = useBench((state) => state.readOnly);
  const unit = useActiveUnitLater();
  const missing = unit === undefined ? [] : missingPlaceholders(unit, workbench.session.model);
  const label = missing.length === 0 ? t('noPlaceholders') : t('placeholders', { count: missing.length });
  return (
    <MenuButton
      label={label}
      entries={missing.map((run, index) => ({
        id: `${index} ${run.kind} ${run.placeholder}`,
        label: nameOf(run, t(`common:placeholder.${run.kind === 'hidden' ? 'object' : run.kind}`)),
        onAction: () => workbench.insert(withPair(run, missing)),
      }))}
    >
      <Button look="plain" aria-label={label} isDisabled={readOnly || missing.length === 0}>
        <BracketsIcon />
        {missing.length === 0 ? null : (
          <span className="tool-count">{missing.filter(({ kind }) => kind !== 'close').length}</span>
        )}
      </Button>
    </MenuButton>
  );
}

function nameOf(run: PlaceholderRun, kind: string): string {
  return `${kind} ${chipText(run)}`;
}

/** An opening sign brings its closing one. */
function withPair(run: PlaceholderRun, missing: readonly PlaceholderRun[]): readonly PlaceholderRun[] {
  if (run.kind !== 'open') return [run];
  return [
    run,
    ...missing.filter((other) => !isText(other) && other.kind === 'close' && other.placeholder === run.placeholder),
  ];
}

function FilterSelect() {
  const { t } = useTranslation('editor');
  const workbench = useWorkbench();
  const words = useFilterWords();
  const filter = useBench((state) => state.filter);
  return (
    <Select<Filter>
      label={t('filter.label')}
      quiet
      value={filter}
      onChange={(next) => workbench.setFilter(next)}
      choices={FILTERS.map((id) => ({ id, ...words(id) }))}
    />
  );
}
