export type { SlideBox, SlideFacts } from '#shared/model/slides.ts';
