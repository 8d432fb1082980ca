import { describe, expect, it } from 'vitest';
import { isText, toText } from './paste-text.ts';
import { fromText } from '#renderer/editor/paste/clipboard.ts';
import { fromHtml } from '#renderer/editor/paste/from-html.ts';
import { safeUrl, urlTyped } from '#renderer/editor/safe-url.ts';

const lines = (html: string): string[] => fromHtml(html).map(toText);

describe('pasting', () => {
  it('makes one paragraph of each block', () => {
    expect(lines('<p>Uno</p><div>Dos<p>Tres</p></div>Cuatro')).toEqual(['Uno', 'Dos', 'Tres', 'Cuatro']);
  });

  it('keeps marks and safe links, and nothing of the rest', () => {
    const [pasted] = fromHtml('<p onclick=x><b>a</b><i style="color:red">b</i><a href="https://amb.bo">c</a></p>');
    expect(pasted?.content).toEqual([
      { text: 'a', marks: ['bold'] },
      { text: 'b', marks: ['italic'] },
      { text: 'c', marks: [], link: 'https://amb.bo/' },
    ]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', ' JaVaScRiPt:x', 'vbscript:x'])(
    'drops the address %s, not the text',
    (address) => {
      expect(fromHtml(`<a href="${address}">c</a>`)[0]?.content).toEqual([{ text: 'c', marks: [] }]);
    },
  );

  it('ignores scripts, styles and hidden text', () => {
    expect(lines('<style>p{}</style><script>x</script><p>a<span style="display: none">b</span></p>')).toEqual(['a']);
  });

  it('reads a list of Word without its bullets', () => {
    const word =
      '<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><![if !supportLists]>' +
      '<span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span><![endif]>Uno<o:p></o:p></p>';
    expect(fromHtml(word)).toEqual([{ content: [{ text: 'Uno', marks: [] }], list: true }]);
  });

  it('does not take the wrapper of an online word processor for bold', () => {
    expect(fromHtml('<b style="font-weight:normal"><p>a</p></b>')[0]?.content).toEqual([{ text: 'a', marks: [] }]);
  });

  it('makes breaks of br and drops those at the end', () => {
    const [pasted] = fromHtml('<p>a<br>b<br></p>');
    expect(pasted?.content.map((run) => (isText(run) ? run.text : run.kind))).toEqual(['a', 'break', 'b']);
  });

  it('survives absurd nesting', () => {
    expect(() => fromHtml('<div>'.repeat(5000) + 'x')).not.toThrow();
  });

  it('reads plain text line by line', () => {
    expect(fromText('uno\r\n\r\ndos\ttres').map(toText)).toEqual(['uno', 'dos tres']);
    expect(fromText('una sola línea ').map(toText)).toEqual(['una sola línea ']);
  });
});

describe('addresses', () => {
  it('completes what people type', () => {
    expect(urlTyped('amb.bo/ods')).toBe('https://amb.bo/ods');
    expect(urlTyped('maria@amb.bo')).toBe('mailto:maria@amb.bo');
    expect(urlTyped('hola')).toBeUndefined();
  });

  it('takes no other scheme', () => {
    expect(safeUrl('javascript:alert(1)')).toBeUndefined();
    expect(safeUrl('HTTPS://a.bo')).toBe('https://a.bo/');
  });
});
