import type { UnitKind } from '#shared/model/unit.ts';
import { escapeAttribute } from '#main/formats/package/xml-text.ts';
import type { DocxPart } from '../model.ts';
import type { Workshop } from './workshop.ts';

/**
 * Paragraph properties for a unit of a kind the skeleton has no example of: the document's own style for it. Where it
 * has none the paragraph is body text, with a finding.
 */
export function propertiesForKind(
  { kind, level }: { readonly kind: UnitKind; readonly level?: number },
  { prefix, attributePrefix }: DocxPart,
  shop: Workshop,
): string {
  const styles = shop.model.styles.all().filter((style) => style.type === 'paragraph');
  const style = styles.find((candidate) => {
    if (kind === 'heading') return candidate.outline === (level ?? 1) - 1;
    return kind === 'caption' && candidate.names.includes('caption');
  });
  if (style !== undefined) {
    return `<${prefix}pPr><${prefix}pStyle ${attributePrefix}val="${escapeAttribute(style.id)}"/></${prefix}pPr>`;
  }
  if (kind === 'heading' || kind === 'caption' || kind === 'listItem')
    shop.find('styleMissing', { kind, level: level ?? 0 });
  return '';
}
