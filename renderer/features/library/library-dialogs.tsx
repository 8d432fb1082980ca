import { useState, type ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { DOCUMENT_KINDS, type DocumentKind, type Library, type LibraryCommand } from '#shared/contract/library.ts';
import { RulesDialog } from '#renderer/features/checks/rules-dialog.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx';
import { Select, TextField } from '#renderer/ui/field.tsx';
import { moduleName, shelves } from './order.ts';
import { nameOf, toolkitOf, type Thing } from './things.ts';

/** Which question the library asks now. */
export type Asked =
  | { readonly ask: 'newToolkit' }
  | { readonly ask: 'newModule' | 'rename' | 'move' | 'rules'; readonly thing: Thing };

export interface AskedProps {
  readonly library: Library;
  readonly onDo: (command: LibraryCommand) => void;
  readonly onClose: () => void;
}

/** The dialog of a question; each ends in one command. */
export function LibraryDialogs({ asked, ...rest }: AskedProps & { readonly asked: Asked | null }) {
  if (asked === null) return null;
  if (asked.ask === 'newToolkit') return <ToolkitDialog {...rest} toolkit={null} />;
  const { thing } = asked;
  if (asked.ask === 'newModule') return <ModuleDialog {...rest} toolkit={thing.id} module={null} />;
  if (asked.ask === 'rules')
    return <RulesDialog toolkit={thing.id} name={nameOf(thing, rest.library)} onClose={rest.onClose} />;
  if (asked.ask === 'move') return <MoveDialog {...rest} document={thing} />;
  if (thing.of === 'toolkit') return <ToolkitDialog {...rest} toolkit={thing.id} />;
  if (thing.of === 'module') return <ModuleDialog {...rest} toolkit={null} module={thing.id} />;
  return <DocumentDialog {...rest} document={thing.id} />;
}

/** A dialog around a form: Enter does it, Esc leaves it. */
function FormDialog({
  title,
  submit,
  onSubmit,
  onClose,
  children,
}: {
  readonly title: string;
  readonly submit: string;
  /** Returns false when something is missing. */
  readonly onSubmit: () => boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (onSubmit()) onClose();
        }}
      >
        {children}
        <DialogActions>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit">
            {submit}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

const SOURCE_LANGUAGES = ['en', 'es', 'fr', 'pt'] as const;
const TARGET_LANGUAGES = ['es-BO', 'quh', 'ayr', 'gn'] as const;

function ToolkitDialog({ library, toolkit, onDo, onClose }: AskedProps & { readonly toolkit: string | null }) {
  const { t } = useTranslation(['library', 'common']);
  const known = library.toolkits.find((each) => each.id === toolkit);
  const [name, setName] = useState(known?.name ?? '');
  const [publisher, setPublisher] = useState(known?.publisher ?? '');
  const [permission, setPermission] = useState(known?.permission ?? '');
  const [source, setSource] = useState<(typeof SOURCE_LANGUAGES)[number]>('en');
  const [target, setTarget] = useState<(typeof TARGET_LANGUAGES)[number]>('es-BO');
  const [missing, setMissing] = useState(false);
  const submit = (): boolean => {
    if (name.trim() === '') {
      setMissing(true);
      return false;
    }
    onDo(
      known === undefined
        ? {
            type: 'createToolkit',
            id: crypto.randomUUID(),
            name: name.trim(),
            publisher: publisher.trim(),
            sourceLanguage: source,
            targetLanguage: target,
          }
        : { type: 'renameToolkit', id: known.id, name: name.trim(), publisher: publisher.trim(), permission },
    );
    return true;
  };
  return (
    <FormDialog
      title={t(known === undefined ? 'dialog.newToolkit' : 'dialog.renameToolkit')}
      submit={t(known === undefined ? 'common:action.create' : 'common:action.save')}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('form.name')}
        value={name}
        onChange={setName}
        takesFocus
        maxLength={300}
        {...(missing ? { error: t('form.nameMissing') } : {})}
      />
      <TextField
        label={t('form.publisher')}
        hint={t('form.publisherHint')}
        value={publisher}
        onChange={setPublisher}
        maxLength={300}
      />
      {known === undefined ? (
        <div className="form-pair">
          <Select
            label={t('form.sourceLanguage')}
            value={source}
            onChange={setSource}
            choices={SOURCE_LANGUAGES.map((id) => ({ id, label: t(`languages.${id}`) }))}
          />
          <Select
            label={t('form.targetLanguage')}
            value={target}
            onChange={setTarget}
            choices={TARGET_LANGUAGES.map((id) => ({ id, label: t(`languages.${id}`) }))}
          />
        </div>
      ) : (
        <TextField
          label={t('form.permission')}
          hint={t('form.permissionHint')}
          value={permission}
          onChange={setPermission}
          lines={3}
          maxLength={4000}
        />
      )}
    </FormDialog>
  );
}

function ModuleDialog({
  library,
  toolkit,
  module,
  onDo,
  onClose,
}: AskedProps & { readonly toolkit: string | null; readonly module: string | null }) {
  const { t } = useTranslation(['library', 'common']);
  const known = library.modules.find((each) => each.id === module);
  const [number, setNumber] = useState(known?.number ?? '');
  const [title, setTitle] = useState(known?.title ?? '');
  const [missing, setMissing] = useState(false);
  const submit = (): boolean => {
    if (title.trim() === '') {
      setMissing(true);
      return false;
    }
    const named = { number: number.trim(), title: title.trim() };
    if (known !== undefined) onDo({ type: 'renameModule', id: known.id, ...named });
    else if (toolkit !== null) onDo({ type: 'createModule', id: crypto.randomUUID(), toolkit, ...named });
    return true;
  };
  return (
    <FormDialog
      title={t(known === undefined ? 'dialog.newModule' : 'dialog.renameModule')}
      submit={t(known === undefined ? 'common:action.create' : 'common:action.save')}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('form.number')}
        hint={t('form.numberHint')}
        value={number}
        onChange={setNumber}
        takesFocus
        maxLength={40}
      />
      <TextField
        label={t('form.title')}
        value={title}
        onChange={setTitle}
        maxLength={300}
        {...(missing ? { error: t('form.titleMissing') } : {})}
      />
    </FormDialog>
  );
}

function DocumentDialog({ library, document, onDo, onClose }: AskedProps & { readonly document: string }) {
  const { t } = useTranslation(['library', 'common']);
  const known = library.documents.find((each) => each.id === document);
  const [title, setTitle] = useState(known?.title ?? '');
  const [kind, setKind] = useState<DocumentKind>(known?.kind ?? 'activity');
  const [missing, setMissing] = useState(false);
  const submit = (): boolean => {
    if (title.trim() === '') {
      setMissing(true);
      return false;
    }
    onDo({ type: 'renameDocument', id: document, title: title.trim(), kind });
    return true;
  };
  return (
    <FormDialog title={t('dialog.renameDocument')} submit={t('common:action.save')} onSubmit={submit} onClose={onClose}>
      <TextField
        label={t('form.title')}
        value={title}
        onChange={setTitle}
        takesFocus
        maxLength={300}
        {...(missing ? { error: t('form.titleMissing') } : {})}
      />
      <Select
        label={t('form.kind')}
        value={kind}
        onChange={setKind}
        choices={DOCUMENT_KINDS.map((id) => ({ id, label: t(`common:documentKind.${id}`) }))}
      />
    </FormDialog>
  );
}

function MoveDialog({ library, document, onDo, onClose }: AskedProps & { readonly document: Thing }) {
  const { t } = useTranslation(['library', 'common']);
  const own = toolkitOf(document, library);
  const present = library.documents.find((each) => each.id === document.id)?.module ?? null;
  const [module, setModule] = useState(present);
  const sandbox = (id: string | undefined): boolean =>
    library.toolkits.find((toolkit) => toolkit.id === id)?.sandbox ?? false;
  // Nothing passes between the sandbox and the others: only places that will be accepted are offered.
  const choices = shelves(library, false)
    .filter(({ toolkit }) => toolkit.id === own || (!toolkit.sandbox && !sandbox(own)))
    .flatMap(({ toolkit, modules }) =>
      modules.map((shelf) => ({ id: shelf.module.id, label: moduleName(shelf.module), hint: toolkit.name })),
    );
  const submit = (): boolean => {
    if (module === null) return false;
    const last = shelves(library, true)
      .flatMap((shelf) => shelf.modules)
      .find((shelf) => shelf.module.id === module)
      ?.documents.at(-1);
    if (module !== present) onDo({ type: 'moveDocument', id: document.id, module, after: last?.id ?? null });
    return true;
  };
  return (
    <FormDialog
      title={t('dialog.moveDocument', { name: nameOf(document, library) })}
      submit={t('dialog.move')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select label={t('form.module')} value={module} onChange={setModule} choices={choices} />
    </FormDialog>
  );
}
