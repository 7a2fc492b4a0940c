// Languages and sentences: which languages there are, how they are spoken, which words are reserved.

export { fillSamples } from './checks/sms.js';
export type { ContactBook } from './contact-book.js';
export { checkContacts, deskBook, layeredBook } from './contact-book.js';
export { isolate, isolateForeign } from './direction.js';
export { foldWords } from './fold-words.js';
export type { Language, Languages, Ring } from './languages.js';
export { fallbackChain, loadLanguages, matchLanguage, RINGS, WRITTEN_RINGS } from './languages.js';
export type { LocaleFile, Words } from './locale-file.js';
export type { Locale, Locales } from './locales.js';
export { loadLocales } from './locales.js';
export { PREVIEW_CHARACTERS, tellingWords } from './lock-screen.js';
export type { ReadReserved, Reserved } from './reserved.js';
export { createReservedReader } from './reserved.js';
export type { ReservedKind } from './reserved-lists.js';
export { RESERVED_KINDS } from './reserved-lists.js';
export type { Review } from './review.js';
export type { SmsSize } from './sms-size.js';
export { smsSize } from './sms-size.js';
export type { SmsWriter } from './sms-writer.js';
export { createSmsWriter } from './sms-writer.js';
export type { Missing, Params, Speaker, SpeakerOptions } from './speaker.js';
export { createSpeaker } from './speaker.js';
