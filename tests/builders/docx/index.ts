export * from './block.ts';
export { raw, type Inline, type Xml } from './context.ts';
export * from './drawing.ts';
export * from './embedded.ts';
export * from './inline.ts';
export { docx, docxWith, type DocxOptions } from './package.ts';
