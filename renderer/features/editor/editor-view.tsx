import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Library } from '#shared/contract/library.ts';
import { Frame } from '#renderer/app/frame/frame.tsx';
import { StatusContent } from '#renderer/app/frame/status-line.tsx';
import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import { go } from '#renderer/app/routes.ts';
import { useSession } from '#renderer/app/session.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { useWish } from '#renderer/features/bundles/wish-store.ts';
import { ExchangeOut } from '#renderer/features/exchange/exchange-out.tsx';
import { useLibrary } from '#renderer/features/library/library-store.ts';
import { PretranslateDialog } from '#renderer/features/matches/pretranslate-dialog.tsx';
import { SlideStrip } from '#renderer/features/slides/slide-strip.tsx';
import { useSlides } from '#renderer/features/slides/use-slides.ts';
import { FindBar } from './find-bar.tsx';
import { useEditorMenu } from './menu.ts';
import { keepPlace } from './last-place.ts';
import { keepOpenUntilSaved, leave } from './leaving.ts';
import { NothingShown } from './nothing-shown.tsx';
import { openDocument } from './open-document.ts';
import { Outline } from './outline.tsx';
import { OverviewStrip } from './overview-strip.tsx';
import { Panel } from './panel.tsx';
import { ReasonField } from './reason-field.tsx';
import { RowMenu } from './row-menu.tsx';
import { RowTools } from './row-tools.tsx';
import { StatusWords } from './status-words.tsx';
import { TextArea } from './text-area.tsx';
import { Toolbar } from './toolbar.tsx';
import { useKnowledge } from './use-knowledge.ts';
import { useNewWorkbench } from './use-workbench.ts';
import { useBench, WorkbenchContext } from './workbench-context.ts';
import type { Workbench } from './workbench.ts';
import './editor.css';

/** One document, original and adapted text side by side. Leaving it saves what is not saved yet. */
export function EditorView({ document }: { readonly document: string }) {
  const { transport } = useSession();
  const library = useLibrary((state) => state.library);
  const read = useLibrary((state) => state.read);
  const known = library?.documents.some(({ id }) => id === document) ?? false;
  const [asked, setAsked] = useState(false);
  // The library may have been read before the document came: its title and languages are needed from the start.
  useEffect(() => {
    if (!known && !asked) void read(transport.client).then(() => setAsked(true));
  }, [known, asked, read, transport]);
  return library === null || (!known && !asked) ? (
    <main className="opening" />
  ) : (
    <OpenDocument document={document} library={library} />
  );
}

function OpenDocument({ document, library }: { readonly document: string; readonly library: Library }) {
  const workbench = useNewWorkbench(document, library);
  return (
    <WorkbenchContext value={workbench}>
      <Desk workbench={workbench} />
    </WorkbenchContext>
  );
}

function Desk({ workbench }: { readonly workbench: Workbench }) {
  const { t } = useTranslation('editor');
  const { transport } = useSession();
  const [host, setHost] = useState<HTMLElement | null>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const { document } = workbench.session.model;
  const title = useLibrary((state) => state.library?.documents.find(({ id }) => id === document)?.title ?? '');
  const phase = useBench((state) => state.phase);
  const error = useBench((state) => state.error);
  const panelAsked = useBench((state) => state.panelAsked);

  useEffect(() => {
    if (host === null) return undefined;
    const closing = new AbortController();
    const letGo = workbench.mount(host);
    const view = scroll.current;
    if (view !== null) workbench.surface.sections.watch(view);
    const stopMarks = view === null ? () => undefined : workbench.marks.watch(view);
    void openDocument(transport.client, workbench, closing.signal);
    const stopKeeping = keepPlace(workbench);
    return () => {
      closing.abort();
      stopKeeping();
      stopMarks();
      leave(workbench);
      letGo();
    };
  }, [host, workbench, transport]);
  useEffect(() => keepOpenUntilSaved(workbench), [workbench]);
  useLayoutEffect(markView, []);
  useEditorMenu(workbench);
  useKnowledge(workbench);
  useMenuCommand('showAlignment', () => workbench.showPanel('comparison'));
  useMenuCommand('createBundle', () => {
    const begun = useWish.getState().wish.documents.length > 0;
    go({ view: 'bundle', documents: begun ? [] : [document] });
  });
  useMenuCommand('showHistory', () => workbench.showPanel('history'));

  const placed = useSlides();
  const hasSlides = placed.slides.length > 0;
  const status = useMemo(() => <StatusWords workbench={workbench} />, [workbench]);
  return (
    <Frame
      title={title}
      sidebarLabel={t(hasSlides ? 'slides.title' : 'outline')}
      sidebar={hasSlides ? <SlideStrip {...placed} /> : <Outline />}
      toolbar={<Toolbar title={title} />}
      mainLabel={t('text')}
      panel={<Panel />}
      panelLabel={t('panel')}
      panelAsked={panelAsked}
    >
      <StatusContent>{status}</StatusContent>
      <div className="desk">
        <FindBar />
        <div className="sheets" ref={scroll} data-scroll>
          {phase === 'failed' && error !== null ? <ErrorNotice error={error} /> : null}
          <TextArea onHost={setHost} />
          <ReasonField />
          <NothingShown />
        </div>
        <OverviewStrip scroll={scroll} />
        <RowMenu />
        <RowTools />
        <ExchangeOut document={document} />
        <PretranslateDialog />
      </div>
    </Frame>
  );
}

/**
 * Tells the style sheet that the frame holds a document. Not by `:has()`: every row that comes or goes would make the
 * browser work out the style of the whole page again, 15 ms a key.
 */
function markView(): () => void {
  const { dataset } = document.documentElement;
  dataset['view'] = 'document';
  return () => delete dataset['view'];
}
