import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '#shared/contract/library.ts';
import { FindingsCell, ProgressCell } from '#renderer/features/library/progress-cell.tsx';
import { moduleName, type ToolkitShelf } from '#renderer/features/library/order.ts';
import { Checkbox } from '#renderer/ui/field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';

/** What goes in: documents by module, each with how far it is and what is open in it. */
export function DocumentChoice({
  shelves,
  chosen,
  onChoose,
}: {
  readonly shelves: readonly ToolkitShelf[];
  readonly chosen: readonly string[];
  readonly onChoose: (documents: readonly string[]) => void;
}) {
  const { t } = useTranslation('bundles');
  const withDocuments = shelves
    .map((shelf) => ({ ...shelf, modules: shelf.modules.filter(({ documents }) => documents.length > 0) }))
    .filter(({ modules }) => modules.length > 0);
  const set = (documents: readonly string[], wanted: boolean): void => {
    const rest = chosen.filter((id) => !documents.includes(id));
    onChoose(wanted ? [...rest, ...documents] : rest);
  };
  if (withDocuments.length === 0) return <EmptyState text={t('noDocuments')} />;
  return (
    <>
      {withDocuments.map(({ toolkit, modules }) => (
        <section key={toolkit.id} className="choice-toolkit">
          <h2>{toolkit.name}</h2>
          {modules.map(({ module, documents }) => (
            <ModuleChoice key={module.id} name={moduleName(module)} documents={documents} chosen={chosen} onSet={set} />
          ))}
        </section>
      ))}
    </>
  );
}

function ModuleChoice({
  name,
  documents,
  chosen,
  onSet,
}: {
  readonly name: string;
  readonly documents: readonly DocumentSummary[];
  readonly chosen: readonly string[];
  readonly onSet: (documents: readonly string[], wanted: boolean) => void;
}) {
  const { t } = useTranslation('common');
  const ids = documents.map((document) => document.id);
  const count = ids.filter((id) => chosen.includes(id)).length;
  return (
    <fieldset className="choice-module">
      <legend className="visually-hidden">{name}</legend>
      <Checkbox
        isSelected={count === ids.length}
        isIndeterminate={count > 0 && count < ids.length}
        onChange={(wanted) => onSet(ids, wanted)}
      >
        <span className="choice-module-name">{name}</span>
      </Checkbox>
      <ul>
        {documents.map((document) => (
          <li key={document.id} className="choice">
            <Checkbox isSelected={chosen.includes(document.id)} onChange={(wanted) => onSet([document.id], wanted)}>
              <span>
                {document.title} <span className="choice-kind">{t(`documentKind.${document.kind}`)}</span>
              </span>
            </Checkbox>
            <ProgressCell progress={document.progress} />
            <FindingsCell progress={document.progress} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
