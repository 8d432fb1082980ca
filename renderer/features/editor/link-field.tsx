import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useBridge } from '#renderer/app/session.ts';
import { safeUrl, urlTyped } from '#renderer/editor/safe-url.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useBench, useWorkbench } from './workbench-context.ts';

/** The link button and its small field: set, change, take away, open (the shell asks first). */
export function LinkField() {
  const { t } = useTranslation(['editor', 'common']);
  const workbench = useWorkbench();
  const open = useBench((state) => state.linkField);
  const readOnly = useBench((state) => state.readOnly);
  return (
    <DialogTrigger isOpen={open} onOpenChange={(linkField) => workbench.store.setState({ linkField })}>
      <IconButton icon="link" label={t('link.label')} keys="Ctrl+K" isDisabled={readOnly} />
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog aria-label={t('link.label')} className="link-field">
          <LinkForm />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function LinkForm() {
  const { t } = useTranslation(['editor', 'common']);
  const workbench = useWorkbench();
  const bridge = useBridge();
  const link = useBench((state) => state.link);
  const [typed, setTyped] = useState(link ?? '');
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const openable = link === null ? undefined : safeUrl(link);
  const save = (event: React.FormEvent): void => {
    event.preventDefault();
    const url = urlTyped(typed);
    if (url === undefined) setWrong(true);
    else workbench.setLink(url);
  };
  return (
    <form onSubmit={save}>
      <TextField
        label={t('link.address')}
        value={typed}
        inputRef={input}
        onChange={(value) => {
          setTyped(value);
          setWrong(false);
        }}
        {...(wrong ? { error: t('link.wrong') } : {})}
      />
      <div className="link-actions">
        {openable === undefined ? null : (
          <Button look="plain" onPress={() => void bridge.openExternal(openable)}>
            {t('link.open')}
          </Button>
        )}
        {link === null ? null : (
          <Button look="plain" icon="unlink" onPress={() => workbench.setLink(null)}>
            {t('link.remove')}
          </Button>
        )}
        <Button type="submit" look="primary">
          {t('common:action.save')}
        </Button>
      </div>
    </form>
  );
}
