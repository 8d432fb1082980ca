export { chart, diagramData, diagramDrawing } from './drawings.ts';
export * from './shapes.ts';
export { notesMaster, pptx, slide, type SidePart, type SlideOptions } from './package.ts';
export { chartSlide, diagramSlide } from './slides.ts';
