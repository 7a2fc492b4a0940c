// A partner: who embeds Porchlight, from where, on which numbers, served by which desk. Partners read no case.
import { z } from 'zod';

const origin = z
  .string()
  .regex(/^https?:\/\/[a-z0-9.-]+(:\d+)?$/, 'an exact origin such as https://example.org');
const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/, 'a number such as +15555550100');

/** Two tokens during a rotation: the first signs, both are accepted. */
export const twilioSchema = z.object({
  provider: z.literal('twilio'),
  accountSid: z.string().min(4),
  authTokens: z.array(z.string().min(4)).min(1).max(2),
  numbers: z.array(e164).min(1),
  messagingServiceSids: z.array(z.string()).default([]),
  /** The provider answers STOP, START and HELP itself: ours are then not sent. */
  optOutHandled: z.boolean().default(false),
});

export const partnerKeySchema = z.object({
  id: z.string(),
  /** SHA-256 of the key; the key itself is shown once. */
  hash: z.string(),
  scopes: z.array(z.enum(['embed', 'webhook-admin', 'read-stats'])),
  createdAt: z.number(),
  revokedAt: z.number().nullable(),
});

export const partnerSchema = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  deskId: z.string(),
  /** Pages that may embed the widget; exact match only. */
  origins: z.array(origin),
  languages: z.array(z.string()).min(1),
  defaultLanguage: z.string(),
  sms: twilioSchema.nullable(),
  keys: z.array(partnerKeySchema).default([]),
  createdAt: z.number(),
});
export type Partner = z.infer<typeof partnerSchema>;
export type TwilioSettings = z.infer<typeof twilioSchema>;

export const partnersSchema = z.object({ partners: z.array(partnerSchema) });
export type PartnersRecord = z.infer<typeof partnersSchema>;
