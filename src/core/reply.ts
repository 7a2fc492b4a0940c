// What the bot or a staff member says, free of any channel: paragraphs of plain runs, choices, sources.
import { z } from 'zod';

/** A run of text; `strong` is bold; `href` is a tel:, sms: or https: address from knowledge/contacts.yaml or sources.yaml. */
export const inlineSchema = z.object({
  text: z.string(),
  strong: z.literal(true).optional(),
  href: z.string().optional(),
});
export type Inline = z.infer<typeof inlineSchema>;
export const paragraphSchema = z.array(inlineSchema);
export type Paragraph = z.infer<typeof paragraphSchema>;

/** A button on the web, a number on SMS. `id` is what comes back as `Inbound.action`. */
export const choiceSchema = z.object({ id: z.string(), label: z.string() });
export type Choice = z.infer<typeof choiceSchema>;

export const sourceLineSchema = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string().nullable(),
  date: z.string(),
});
export type SourceLine = z.infer<typeof sourceLineSchema>;

/**
 * `safety`: the contact set of a danger; `line`: a waiting or handoff line; `preview`: the summary the person may strike;
 * `staff`: a human wrote it; `notice`: opt-out, language, neutral restart.
 */
export const REPLY_KINDS = ['safety', 'answer', 'dialog', 'line', 'preview', 'staff', 'notice'] as const;

export const previewItemSchema = z.object({
  id: z.string(),
  label: z.string(),
  text: z.string(),
  struck: z.boolean(),
});
export type PreviewItem = z.infer<typeof previewItemSchema>;

export const replySchema = z.object({
  /** Derived from the inbound id: a re-run makes the same id. */
  id: z.string(),
  kind: z.enum(REPLY_KINDS),
  /** BCP 47 tag of the text; `dir` follows from locales/languages.yaml. */
  language: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  title: z.string().optional(),
  paragraphs: z.array(paragraphSchema),
  choices: z.array(choiceSchema),
  sources: z.array(sourceLineSchema).optional(),
  asOf: z.string().optional(),
  /** Items of the summary, with what is struck; only for `preview`. */
  preview: z.array(previewItemSchema).optional(),
  /** Text for SMS where it differs from the paragraphs (a topic's short form). */
  short: z.string().optional(),
});
export type Reply = z.infer<typeof replySchema>;

/** The words of a paragraph without their links and weights. */
export function plainText(paragraph: Paragraph): string {
  return paragraph.map((run) => run.text).join('');
}
