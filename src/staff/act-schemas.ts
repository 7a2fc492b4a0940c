// What a staff member can do to a case over HTTP, and how each body must look. The machine decides whether it may happen.
import { z } from 'zod';
import { LEVELS, type StaffAct } from '../core/index.js';

/** A chat message fits a few texts; a note a page. Longer is refused, never cut: half a sentence can say the opposite. */
export const TEXT_LIMITS = { message: 1500, note: 4000 } as const;
export const DISPOSITIONS = [
  'helped',
  'referred',
  'emergency-services',
  'left',
  'not-for-us',
  'prank',
  'duplicate',
] as const;

/** Made by the console once for each press: the same act sent twice happens once. */
const actId = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
const text = (longest: number) => z.string().trim().min(1).max(longest);
const tag = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z]{2,4}){0,2}$/);

export const bareActSchema = z.strictObject({ actId });
const messageSchema = z.union([
  z.strictObject({ actId, text: text(TEXT_LIMITS.message), language: tag }),
  z.strictObject({ actId, phrase: z.string().regex(/^[a-z0-9.-]{1,80}$/) }),
]);
const noteSchema = z.strictObject({ actId, text: text(TEXT_LIMITS.note) });
const lowerSchema = z.strictObject({ actId, level: z.enum(LEVELS) });
const closeSchema = z.strictObject({ actId, disposition: z.enum(DISPOSITIONS) });

/** An act as asked for; a phrase still has to be put into the person's language. */
export interface AskedAct {
  readonly actId: string;
  readonly act: StaffAct | { readonly kind: 'phrase'; readonly phrase: string };
}

type Reader = (body: unknown) => AskedAct | null;

function reader<Body extends { actId: string }>(
  schema: z.ZodType<Body>,
  toAct: (body: Body) => AskedAct['act'],
): Reader {
  return (body) => {
    const read = schema.safeParse(body);
    return read.success ? { actId: read.data.actId, act: toAct(read.data) } : null;
  };
}

/** One route each: `POST /staff/cases/:id/<name>`. A reader answers null for a body it does not understand. */
export const ACTS = {
  claim: reader(bareActSchema, () => ({ kind: 'claim' })),
  release: reader(bareActSchema, () => ({ kind: 'release' })),
  activity: reader(bareActSchema, () => ({ kind: 'activity' })),
  message: reader(messageSchema, (body) =>
    'phrase' in body
      ? { kind: 'phrase', phrase: body.phrase }
      : { kind: 'message', text: body.text, language: body.language },
  ),
  note: reader(noteSchema, (body) => ({ kind: 'note', text: body.text })),
  lower: reader(lowerSchema, (body) => ({ kind: 'lower-level', level: body.level })),
  close: reader(closeSchema, (body) => ({ kind: 'close', disposition: body.disposition })),
} as const satisfies Record<string, Reader>;
export type ActName = keyof typeof ACTS;
