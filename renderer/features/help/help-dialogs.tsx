import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { app } from '#shared/contract/settings.ts';
import { MENU, MENU_COMMANDS, type MenuEntry } from '#shared/contract/menu.ts';
import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import { useBridge, useClient } from '#renderer/app/session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx';
import { keysOf } from './keys.ts';
import './help.css';

/** Keys that belong to a view and have no entry in the menu; `delete` and `space` have names in each language. */
const VIEW_KEYS = {
  everywhere: [
    ['F6', 'nextRegion'],
    ['Shift+F6', 'previousRegion'],
    ['Esc', 'escape'],
  ],
  library: [
    ['F2', 'rename'],
    ['delete', 'delete'],
    ['Alt+↑', 'moveUp'],
    ['Alt+↓', 'moveDown'],
    ['Shift+F10', 'contextMenu'],
  ],
  document: [
    ['Enter', 'splitOrAdd'],
    ['Shift+Enter', 'lineBreak'],
    ['Ctrl+Shift+Enter', 'review'],
    ['Alt+1', 'draft'],
    ['Alt+2', 'translated'],
    ['Alt+3', 'reviewed'],
    ['Alt+4', 'approved'],
    ['Alt+5', 'faithful'],
    ['Alt+6', 'adapted'],
    ['Alt+7', 'omit'],
    ['Alt+8', 'audience'],
    ['Ctrl+1 … 9', 'insertMatch'],
    ['Ctrl+Shift+1 … 9', 'insertTerm'],
    ['Alt+I', 'ignoreFinding'],
    ['Alt+Shift+1 … 6', 'panelTab'],
    ['Ctrl+.', 'superscript'],
    ['Ctrl+,', 'subscript'],
  ],
  import: [
    ['N', 'weakNext'],
    ['↑ ↓', 'shift'],
    ['U', 'unlink'],
    ['L', 'link'],
    ['space', 'accept'],
  ],
} as const;

const GROUPS = ['everywhere', 'library', 'document', 'import'] as const;

/** Keyboard shortcuts (F1, Ctrl+/) and «Acerca de». */
export function HelpDialogs() {
  const [open, setOpen] = useState<'shortcuts' | 'about' | null>(null);
  useMenuCommand('showShortcuts', () => setOpen('shortcuts'));
  useMenuCommand('showAbout', () => setOpen('about'));
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key === '/' && (event.ctrlKey || event.metaKey)) setOpen('shortcuts');
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
  const close = (): void => setOpen(null);
  return (
    <>
      <ShortcutsDialog isOpen={open === 'shortcuts'} onClose={close} />
      <AboutDialog isOpen={open === 'about'} onClose={close} />
    </>
  );
}

interface PartProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function ShortcutsDialog({ isOpen, onClose }: PartProps) {
  const { t } = useTranslation(['help', 'menu', 'common']);
  return (
    <Dialog title={t('shortcuts')} isOpen={isOpen} onClose={onClose} wide>
      <div className="shortcut-groups">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`group.${group}`)}</h3>
            <dl className="shortcuts">
              {MENU_COMMANDS.filter((command) => {
                const entry: MenuEntry = MENU[command];
                return entry.where === group && entry.keys !== undefined;
              }).map((command) => (
                <Shortcut key={command} keys={keysOf(command) ?? ''} does={t(`menu:commands.${command}`)} />
              ))}
              {VIEW_KEYS[group].map(([keys, does]) => (
                <Shortcut
                  key={does}
                  keys={keys === 'delete' || keys === 'space' ? t(`keyName.${keys}`) : keys}
                  does={t(`key.${does}`)}
                />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <DialogActions>
        <Button onPress={onClose} takesFocus>
          {t('common:action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Shortcut({ keys, does }: { readonly keys: string; readonly does: string }) {
  return (
    <div className="shortcut">
      <dt>{does.replace(/…$/u, '')}</dt>
      <dd>
        <kbd>{keys}</kbd>
      </dd>
    </div>
  );
}

function AboutDialog({ isOpen, onClose }: PartProps) {
  const { t } = useTranslation(['help', 'common']);
  const client = useClient();
  const bridge = useBridge();
  const [info, setInfo] = useState<OutputOf<typeof app.info> | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    // Without the engine the version alone is shown.
    client.app.info({}).then(setInfo, () => setInfo(null));
  }, [isOpen, client]);
  return (
    <Dialog title={t('about')} isOpen={isOpen} onClose={onClose}>
      <p>{t('aboutBody')}</p>
      <dl className="facts">
        <dt>{t('version')}</dt>
        <dd>{bridge.platform.appVersion}</dd>
        {info === null ? null : (
          <>
            <dt>{t('workspace')}</dt>
            <dd className="selectable">{info.workspace}</dd>
          </>
        )}
        <dt>{t('licence')}</dt>
        <dd>{t('licenceText')}</dd>
      </dl>
      <DialogActions>
        <Button onPress={onClose} takesFocus>
          {t('common:action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
