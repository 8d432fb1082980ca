import { BundleView } from '#renderer/features/bundles/bundle-view.tsx';
import { ExportDocument } from '#renderer/features/bundles/export-document.tsx';
import { EditorView } from '#renderer/features/editor/editor-view.tsx';
import { ImportView } from '#renderer/features/import/import-view.tsx';
import { ReportDialog } from '#renderer/features/import/report-dialog.tsx';
import { LibraryView } from '#renderer/features/library/library-view.tsx';
import { MemoryView } from '#renderer/features/memory/memory-view.tsx';
import { StatisticsView } from '#renderer/features/statistics/statistics-view.tsx';
import { TermsView } from '#renderer/features/terms/terms-view.tsx';
import { useRoute } from './routes.ts';

/** The view of the present route. */
export function RoutedView() {
  const route = useRoute((state) => state.route);
  switch (route.view) {
    case 'library':
      return <LibraryView />;
    case 'import':
      return <ImportView files={route.files} module={route.module} />;
    case 'bundle':
      return <BundleView documents={route.documents} />;
    case 'terms':
      return <TermsView />;
    case 'memory':
      return <MemoryView />;
    case 'statistics':
      return <StatisticsView />;
    case 'document':
      return (
        <>
          <EditorView key={route.id} document={route.id} />
          <ExportDocument document={route.id} />
          <ReportDialog document={route.id} />
        </>
      );
  }
}
