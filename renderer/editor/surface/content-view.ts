import { isText, type Content, type Mark, type TextRun } from '#shared/model/content.ts';
import { chipFor } from './chip.ts';

const TAG_OF: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
};

/** Draws content that is only read (an original, a received translation): no link is live, nothing can run. */
export function contentView(content: Content): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const run of content) {
    if (isText(run)) fragment.append(...textView(run));
    else if (run.kind === 'break') fragment.append(document.createElement('br'));
    else fragment.append(chipFor(run));
  }
  return fragment;
}

function textView(run: TextRun): Node[] {
  return run.text.split('\n').flatMap((text, index): Node[] => {
    const border = index === 0 ? [] : [document.createElement('br')];
    return text === '' ? border : [...border, looking(document.createTextNode(text), run)];
  });
}

function looking(text: Node, run: TextRun): Node {
  let node = text;
  for (const mark of run.marks) {
    const element = document.createElement(TAG_OF[mark]);
    element.append(node);
    node = element;
  }
  if (run.link === undefined) return node;
  const link = document.createElement('span');
  link.className = 'link';
  link.title = run.link;
  link.append(node);
  return link;
}
