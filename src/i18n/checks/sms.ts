// Text messages: the alphabet of their language, their length, and first words that give nothing away on a lock screen.
import type { Problem } from '../../content/index.js';
import type { Locales } from '../locales.js';
import { PREVIEW_CHARACTERS, tellingWords } from '../lock-screen.js';
import { smsSize } from '../sms-size.js';
import { problemAt, type Sentence, sentencesOf, twinKey } from './sentences.js';

const UNKNOWN_SAMPLE = 'xxxxxxxxxxxx';

export function checkSms(locales: Locales): Problem[] {
  const english = locales.byTag.get('en')?.files.get('sms');
  if (!english) return [];
  return sentencesOf(locales)
    .filter(({ file }) => file.id === 'sms')
    .flatMap((sentence) => {
      const filled = fillSamples(sentence.text, english.samples);
      return [
        ...lengthProblems(
          sentence,
          filled,
          english.segments[sentence.key] ?? english.segments[twinKey(sentence.key)],
        ),
        ...alphabetProblems(sentence, filled, locales),
        ...previewProblems(sentence, filled, locales),
        ...(namesDesk(sentence.text, english.samples)
          ? [problemAt(sentence, 'the first words name a desk; begin neutrally')]
          : []),
      ];
    });
}

/** The sentence as somebody would get it, by the samples of locales/en/sms.json. */
export function fillSamples(text: string, samples: Readonly<Record<string, string>>): string {
  return text.replace(
    /\{\{\s*([a-zA-Z0-9.-]+)\s*\}\}/g,
    (_, name: string) => samples[name] ?? UNKNOWN_SAMPLE,
  );
}

function lengthProblems(sentence: Sentence, filled: string, allowed: number | undefined): Problem[] {
  if (allowed === undefined) return [problemAt(sentence, 'locales/en/sms.json has no _segments for it')];
  const { segments, alphabet } = smsSize(filled);
  // An alphabet of 70 characters a segment needs about twice as many; the budget is written for 160.
  const budget = alphabet === 'ucs2' && allowed === 1 ? 2 : alphabet === 'ucs2' ? allowed * 2 : allowed;
  return segments > budget
    ? [problemAt(sentence, `takes ${segments} segments of ${alphabet}, at most ${budget} are allowed`)]
    : [];
}

function alphabetProblems(sentence: Sentence, filled: string, locales: Locales): Problem[] {
  const wanted = locales.languages.get(sentence.tag)?.smsAlphabet;
  const { alphabet, outside } = smsSize(filled);
  return wanted === 'gsm7' && alphabet !== 'gsm7'
    ? [problemAt(sentence, `${outside.join(' ')} cost more than half of every segment; write without them`)]
    : [];
}

function previewProblems(sentence: Sentence, filled: string, locales: Locales): Problem[] {
  const banned = locales.byTag.get(sentence.tag)?.words?.words['preview-banned'] ?? [];
  return tellingWords(filled, banned).map((word) =>
    problemAt(sentence, `"${word}" is in the first ${PREVIEW_CHARACTERS} characters`),
  );
}

/** A desk's name stands in the preview when what comes before it is shorter than the preview. */
function namesDesk(text: string, samples: Readonly<Record<string, string>>): boolean {
  const at = text.search(/\{\{\s*desk(\.name)?\s*\}\}/);
  return at >= 0 && fillSamples(text.slice(0, at), samples).length < PREVIEW_CHARACTERS;
}
