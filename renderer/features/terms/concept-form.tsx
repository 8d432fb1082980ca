import { useTranslation } from 'react-i18next';
import type { ConceptGiven } from '#shared/contract/terms.ts';
import type { ToolkitSummary } from '#shared/contract/library.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Select, TextField } from '#renderer/ui/field.tsx';
import { TermLines } from './term-lines.tsx';
import { trimmed } from './concept.ts';

const EVERY_TOOLKIT = '';

/** One entry of the glossary, as it is being written. */
export function ConceptForm({
  concept,
  isNew,
  toolkits,
  newId,
  onChange,
  onSave,
  onRemove,
}: {
  readonly concept: ConceptGiven;
  readonly isNew: boolean;
  readonly toolkits: readonly ToolkitSummary[];
  readonly newId: () => string;
  readonly onChange: (concept: ConceptGiven) => void;
  readonly onSave: () => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation(['terms', 'common']);
  return (
    <form
      className="concept-form"
      aria-label={t(isNew ? 'new' : 'entry')}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <TermLines
        terms={concept.terms}
        isNew={isNew}
        newId={newId}
        onChange={(terms) => onChange({ ...concept, terms })}
      />
      <TextField
        label={t('definition')}
        lines={3}
        value={concept.definition}
        onChange={(definition) => onChange({ ...concept, definition })}
        maxLength={4000}
      />
      <TextField
        label={t('source')}
        hint={t('sourceHint')}
        value={concept.source}
        onChange={(source) => onChange({ ...concept, source })}
        maxLength={1000}
      />
      <div className="form-pair">
        <TextField
          label={t('domain')}
          value={concept.domain}
          onChange={(domain) => onChange({ ...concept, domain })}
          maxLength={200}
        />
        <Select
          label={t('toolkit')}
          choices={[
            { id: EVERY_TOOLKIT, label: t('everyToolkit') },
            ...toolkits.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={concept.toolkit ?? EVERY_TOOLKIT}
          onChange={(id) => onChange({ ...concept, toolkit: id === EVERY_TOOLKIT ? null : id })}
        />
      </div>
      <TextField
        label={t('note')}
        lines={2}
        value={concept.note}
        onChange={(note) => onChange({ ...concept, note })}
        maxLength={4000}
      />
      <div className="concept-actions">
        {isNew ? null : (
          <Button look="plain" icon="delete" onPress={onRemove}>
            {t('remove')}
          </Button>
        )}
        <span className="toolbar-space" />
        <Button look="primary" type="submit" isDisabled={trimmed(concept) === null}>
          {t('common:action.save')}
        </Button>
      </div>
    </form>
  );
}
