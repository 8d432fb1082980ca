import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import './overlay.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** When false only its own buttons close it. */
  readonly dismissable?: boolean;
}

/** A window over the view. Esc closes it and nothing is lost by that. */
export function Dialog({ title, isOpen, onClose, children, wide = false, dismissable = true }: DialogProps) {
  return (
    <ModalOverlay
      className="modal-backdrop"
      isOpen={isOpen}
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={wide ? 'modal modal-wide' : 'modal'}>
        <AriaDialog className="dialog">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The buttons at a dialog's foot: the way out first, the deed last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className="dialog-actions">{children}</div>;
}

/** Asks before what cannot be undone; `name` is the thing's own name, in the question. */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly body: string;
  readonly confirm: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog title={props.title} isOpen={props.isOpen} onClose={props.onClose}>
      <p>{props.body}</p>
      <DialogActions>
        <Button onPress={props.onClose} takesFocus>
          {t('action.cancel')}
        </Button>
        <Button
          look="danger"
          onPress={() => {
            props.onConfirm();
            props.onClose();
          }}
        >
          {props.confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
