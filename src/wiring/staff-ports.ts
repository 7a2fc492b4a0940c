// What the staff room needs of content: phrases, the console's words, names of desks.
import { deskBook } from '../i18n/index.js';
import type { ConsoleText, DeskNames, Phrases, PhraseText } from '../staff/index.js';
import type { Brain } from './brain.js';
import { pageTexts } from './templates.js';

export function createPhrases(brain: Brain): Phrases {
  const { content, speaker } = brain;
  const keys = [...(content.locales.byTag.get('en')?.files.get('phrasebook')?.texts.keys() ?? [])];
  return (tag, deskId) => {
    const desk = content.knowledge.desks.get(deskId);
    const own = desk ? speaker.with(deskBook(desk)) : speaker;
    const params = { desk: desk?.name ?? deskId };
    return keys.map((id): PhraseText => {
      const key = `phrasebook:${id}`;
      const language = speaker.usedTag(tag, key);
      return {
        id,
        english: own.text('en', key, params),
        theirs: own.text(tag, key, params),
        language,
        dir: speaker.dir(language),
        // English is the language the phrases were written in.
        checked: language === 'en' || content.locales.languages.get(language)?.reviewer !== null,
      };
    });
  };
}

/** The console's words; null for a language that has no texts. */
export function createConsoleText(brain: Brain): ConsoleText {
  return (tag) => (brain.content.locales.byTag.has(tag) ? pageTexts(brain, tag, 'console') : null);
}

export function createDeskNames({ content }: Brain): DeskNames {
  return (deskId) => content.knowledge.desks.get(deskId)?.name ?? deskId;
}
