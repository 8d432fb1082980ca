import { z } from 'zod';
import { ERROR_CODES } from '../model/errors.ts';

/** What travels over the port between renderer and engine. Each end parses what it receives. */
export const errorSchema = z.strictObject({
  code: z.enum(ERROR_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type WireError = z.infer<typeof errorSchema>;

export const requestSchema = z.strictObject({ id: z.int(), method: z.string(), params: z.unknown() });
export type Request = z.infer<typeof requestSchema>;

export const responseSchema = z.union([
  z.strictObject({ id: z.int(), ok: z.literal(true), result: z.unknown() }),
  z.strictObject({ id: z.int(), ok: z.literal(false), error: errorSchema }),
]);
export type Response = z.infer<typeof responseSchema>;

/** A stretch of a long list of the answer that follows (pieces.ts); it comes over the same port, ahead of it. */
export const responsePieceSchema = z.strictObject({
  id: z.int(),
  piece: z.strictObject({
    at: z.array(z.union([z.string(), z.int()])).readonly(),
    items: z.array(z.unknown()).readonly(),
  }),
});
export type ResponsePiece = z.infer<typeof responsePieceSchema>;

export const eventMessageSchema = z.strictObject({ event: z.string(), payload: z.unknown() });
export type EventMessage = z.infer<typeof eventMessageSchema>;
