import { EditorView } from '#renderer/features/editor/editor-view.tsx';
import { LibraryView } from '#renderer/features/library/library-view.tsx';
import { useRoute } from './routes.ts';

/** The view of the present route. */
export function RoutedView() {
  const route = useRoute((state) => state.route);
  switch (route.view) {
    case 'library':
    case 'import':
    case 'bundle':
      return <LibraryView />;
    case 'document':
      return <EditorView key={route.id} document={route.id} />;
  }
}
