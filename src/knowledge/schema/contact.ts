// Contact points: every number and link of the house, written once; and which of them a danger calls for.
import { z } from 'zod';
import { daySchema, idSchema } from './shared.js';

export const contactSchema = z.strictObject({
  name: z.string().describe('its own name, in English'),
  for: z.string().describe('what it is for, in English, for reviewers'),
  answered_by: z.string(),
  phone: z.string().optional().describe('as people read it: 1-888-373-7888'),
  tel: z.string().optional().describe('as a phone dials it: +18883737888 or 911'),
  text: z.strictObject({ to: z.string(), keyword: z.string().optional() }).optional(),
  tty: z.string().optional(),
  relay: z.boolean().optional(),
  web: z.url().optional(),
  chat: z.url().optional(),
  hours: z.string(),
  languages: z.strictObject({ voice: z.string(), text: z.string().optional() }),
  law_enforcement: z.boolean().describe('said beside the number when true'),
  warning: z.string().optional().describe('what a person should know before using it, in English'),
  expect: z.string().optional().describe('what happens when you call, in English'),
  confidence: z.enum(['high', 'medium', 'low']),
  sources: z.array(idSchema).min(1),
  checked_on: daySchema,
});
export type Contact = z.infer<typeof contactSchema>;

const setSchema = z.array(idSchema).min(1).describe('contact ids in the order they are said');

export const contactsFileSchema = z.strictObject({
  contacts: z.record(idSchema, contactSchema),
  sets: z
    .strictObject({
      danger: z.strictObject({ emergency: setSchema, urgent: setSchema, elevated: setSchema }),
      'self-harm': z.strictObject({ emergency: setSchema, urgent: setSchema, elevated: setSchema }),
      'missing-child': z.strictObject({ emergency: setSchema, urgent: setSchema, elevated: setSchema }),
      images: z.strictObject({ emergency: setSchema, urgent: setSchema, elevated: setSchema }),
      'person-asked': z.strictObject({ elevated: setSchema }),
      need: z.strictObject({ elevated: setSchema }),
    })
    .describe('by kind of reason and level'),
});
export type ContactsFile = z.infer<typeof contactsFileSchema>;

export const sourceSchema = z.strictObject({
  title: z.string(),
  publisher: z.string(),
  url: z.url().optional(),
  date: z.string().describe('of the page or law, as known: 2025-09-22, 2021, or "undated"'),
  kind: z.enum(['law', 'agency', 'court', 'ngo', 'press', 'research']),
  seen_on: daySchema,
  note: z.string().optional().describe('for reviewers: repost, excerpt only, dated'),
});
export const sourcesFileSchema = z.record(idSchema, sourceSchema);
export type Source = z.infer<typeof sourceSchema>;

export const glossaryFileSchema = z.record(
  idSchema,
  z.strictObject({
    en: z.string().describe('the English term, kept beside the translation at first use'),
    about: z.string(),
    terms: z.record(z.string(), z.string()).describe('by language tag'),
  }),
);
export type GlossaryFile = z.infer<typeof glossaryFileSchema>;

export const deskSchema = z.strictObject({
  name: z.string(),
  phone: z.string(),
  tel: z.string(),
  text: z.string().nullable().describe('number to text, or null'),
  time_zone: z.string(),
  hours: z.union([
    z.literal('24/7'),
    z.array(z.strictObject({ days: z.string(), from: z.string(), to: z.string() })),
  ]),
  languages: z.array(z.string()).describe('languages staff speak, BCP 47'),
  operates_national_hotline: z.boolean().default(false),
  life_danger_handoff: z.enum(['off', 'minimal']).default('off'),
});
export const desksFileSchema = z.record(idSchema, deskSchema);
export type Desk = z.infer<typeof deskSchema>;
