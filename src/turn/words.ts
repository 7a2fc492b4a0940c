// Text keys to paragraphs and choices: the channel's own wording where locales/<tag>/sms.json has one.
import { type Choice, type Facts, knownValue, type Paragraph } from '../core/index.js';
import type { Params } from '../i18n/index.js';
import { type Draft, type Saying, type SendRules, say, tagOf } from './draft.js';

/** Every line may name the desk; its numbers are contacts that the speaker knows. */
function withDesk(draft: Draft, params: Params): Params {
  return { desk: draft.world.desk.name, ...params };
}

/** `bot:<name>`, or `sms:<name>` on SMS where that exists. */
export function keyOf(draft: Draft, name: string): string {
  const short = `sms:${name}`;
  return draft.conversation.channel === 'sms' && draft.world.speaker.has(tagOf(draft), short)
    ? short
    : `bot:${name}`;
}

/** A language that speaks to a child in another form of address (tú, not usted) has those lines under `<key>.to-child`. */
function toReader(draft: Draft, name: string): string {
  const key = name.includes(':') ? name : keyOf(draft, name);
  const familiar = `${key}.to-child`;
  return isChild(draft.conversation.facts) && draft.world.speaker.has(tagOf(draft), familiar)
    ? familiar
    : key;
}

/** The person at the keyboard is under 18, as far as we were told. */
export function isChild({ who, minor }: Facts): boolean {
  return knownValue(minor) === true && ['self', null].includes(knownValue(who));
}

export function paragraphs(draft: Draft, name: string, params: Params = {}): Paragraph[] {
  return draft.world.speaker.say(tagOf(draft), toReader(draft, name), withDesk(draft, params));
}

/** One line of text in the person's language. */
export function text(draft: Draft, name: string, params: Params = {}): string {
  return draft.world.speaker.text(tagOf(draft), toReader(draft, name), withDesk(draft, params));
}

/** A choice whose label is `bot:choice.<id>`. */
export function choice(draft: Draft, id: string): Choice {
  return { id, label: text(draft, `choice.${id}`) };
}

export interface LineOptions {
  readonly kind?: Saying['kind'];
  readonly params?: Params;
  readonly choices?: readonly string[];
  readonly rules?: SendRules;
}

/** Says one approved line with its choices. */
export function sayLine(draft: Draft, name: string, options: LineOptions = {}): void {
  const choices = (options.choices ?? []).map((id) => choice(draft, id));
  say(
    draft,
    { kind: options.kind ?? 'line', paragraphs: paragraphs(draft, name, options.params), choices },
    options.rules,
  );
}
