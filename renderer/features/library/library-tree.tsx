import { Button, Collection, Tree, TreeItem, TreeItemContent, type Key } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { go } from '#renderer/app/routes.ts';
import { Icon } from '#renderer/ui/icons.tsx';
import { moduleName, type ToolkitShelf } from './order.ts';
import { thingKey, thingOf, type Thing } from './things.ts';

interface Node {
  readonly key: string;
  readonly name: string;
  readonly archived: boolean;
  readonly children: readonly Node[];
}

function nodes(shelves: readonly ToolkitShelf[]): readonly Node[] {
  return shelves.map(({ toolkit, modules }) => ({
    key: thingKey({ of: 'toolkit', id: toolkit.id }),
    name: toolkit.name,
    archived: toolkit.archived,
    children: modules.map(({ module, documents }) => ({
      key: thingKey({ of: 'module', id: module.id }),
      name: moduleName(module),
      archived: module.archived,
      children: documents.map((document) => ({
        key: thingKey({ of: 'document', id: document.id }),
        name: document.title,
        archived: document.archived,
        children: [],
      })),
    })),
  }));
}

/** Toolkits → modules → documents. Enter or a click shows a toolkit or module in the middle, and opens a document. */
export function LibraryTree({
  shelves,
  shown,
  expanded,
  onExpanded,
  onShow,
}: {
  readonly shelves: readonly ToolkitShelf[];
  /** Key of what the middle shows. */
  readonly shown: string | null;
  readonly expanded: ReadonlySet<Key>;
  readonly onExpanded: (keys: ReadonlySet<Key>) => void;
  readonly onShow: (thing: Thing) => void;
}) {
  const { t } = useTranslation('library');
  const act = (key: Key): void => {
    const thing = thingOf(String(key));
    if (thing === null) return;
    if (thing.of === 'document') go({ view: 'document', id: thing.id });
    else onShow(thing);
  };
  return (
    <Tree
      aria-label={t('toolkits')}
      className="tree"
      items={nodes(shelves)}
      expandedKeys={expanded}
      onExpandedChange={onExpanded}
      onAction={act}
      selectionMode="none"
      dependencies={[shown]}
    >
      {function item(node: Node) {
        return (
          <TreeItem id={node.key} textValue={node.name} className="tree-item">
            <TreeItemContent>
              {({ hasChildItems }) => (
                <span
                  className="tree-row"
                  data-thing={node.key}
                  data-shown={node.key === shown}
                  data-archived={node.archived}
                >
                  {hasChildItems ? (
                    <Button slot="chevron" className="tree-chevron">
                      <Icon name="chevron" size={12} />
                    </Button>
                  ) : (
                    <span className="tree-chevron" />
                  )}
                  <span className="tree-name" title={node.name}>
                    {node.name}
                  </span>
                </span>
              )}
            </TreeItemContent>
            <Collection items={node.children}>{item}</Collection>
          </TreeItem>
        );
      }}
    </Tree>
  );
}
