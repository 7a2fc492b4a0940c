// Frames: how a hit is meant. Denied, past, asked, supposed, made up, quoted, about somebody else, now. Written once for
// all languages: the cues are concepts (knowledge/concepts), never words.
import { hitsOf, type Message, type PlacedHit } from './message.js';

/** One bit a frame, so that a rule compares all of them at once. */
export const FRAME = {
  negated: 1,
  past: 2,
  question: 4,
  hypothetical: 8,
  fiction: 16,
  quoted: 32,
  other: 64,
  now: 128,
  self: 256,
} as const;
export type FrameName = keyof typeof FRAME;

/** Meanings that shape others and say nothing dangerous themselves. A cue inside a longer, other meaning is spent. */
const CUES: ReadonlySet<string> = new Set([
  'negation',
  'pseudo-negation',
  'past-time',
  'past-habit',
  'safe-now',
  'was-past',
  'now',
  'ongoing',
  'question',
  'hypothetical',
  'asked-about',
  'polite-ask',
  'self',
  'third-person',
  'known-person',
  'own-child',
  'saw',
  'clause-joint',
  'for-real',
  'laughter',
  'thanks',
  'greeting',
]);
/** Whether a concept only shapes others. */
export function isCue(concept: string): boolean {
  return CUES.has(concept);
}

/** Play, song and film hold whoever speaks; work and news hold only while nobody in particular is meant. */
const STRONG_FICTION = ['game', 'film', 'lyric', 'joke', 'figure-of-speech', 'school-task'];
/** A cat, the traffic, an exam: with laughter beside it the message plays. */
const PLAYFUL = { cause: 'harmless-cause', sign: 'laughter' };
const WEAK_FICTION = ['work-task', 'news'];
/** These make only their own sentence innocent; the others also colour the message around it. */
const OWN_SENTENCE_ONLY: ReadonlySet<string> = new Set(['figure-of-speech', 'joke', 'harmless-cause']);
/** "never once hit me": a denial reaches this many words over. */
const NEGATION_REACH = 3;
const SUPPOSE_REACH = 8;

/** What is true of each sentence, computed once per message. */
interface Scene {
  readonly personal: readonly boolean[];
  readonly past: readonly boolean[];
  readonly fiction: readonly boolean[];
  readonly question: readonly boolean[];
  readonly denials: readonly PlacedHit[];
}

/** Frames of every hit of the message, by hit index, as bits of `FRAME`. */
export function frameHits(message: Message): Uint16Array {
  const scene = readScene(message);
  const frames = new Uint16Array(message.hits.length);
  for (const hit of message.hits) frames[hit.index] = frameOf(message, scene, hit);
  return frames;
}

function readScene(message: Message): Scene {
  const personal = personalSentences(message);
  return {
    personal,
    past: pastSentences(message),
    fiction: fictionSentences(message, personal),
    question: questionSentences(message, personal),
    denials: denialsOf(message),
  };
}

function frameOf(message: Message, scene: Scene, hit: PlacedHit): number {
  let frames = 0;
  if (isNow(message, hit)) frames |= FRAME.now;
  if (scene.past[hit.sentence] && !isPresentHere(message, hit)) frames |= FRAME.past;
  if (scene.fiction[hit.sentence]) frames |= FRAME.fiction;
  if (scene.question[hit.sentence] || isAskedAbout(message, hit)) frames |= FRAME.question;
  if (!scene.personal[hit.sentence] && isSupposed(message, hit)) frames |= FRAME.hypothetical;
  if (isDenied(scene.denials, hit)) frames |= FRAME.negated;
  if (message.tokens.quoted[hit.tokenStart] === 1) frames |= FRAME.quoted;
  return frames | subjectOf(message, hit);
}

function inSentence(message: Message, concept: string, sentence: number): boolean {
  return hitsOf(message, concept).some((hit) => hit.sentence === sentence);
}

function inSegment(message: Message, concept: string, hit: PlacedHit): boolean {
  return hitsOf(message, concept).some((cue) => cue.segment === hit.segment && cue.index !== hit.index);
}

function covers(outer: PlacedHit, inner: PlacedHit): boolean {
  return outer.tokenStart <= inner.tokenStart && outer.tokenEnd >= inner.tokenEnd;
}

/** Somebody in particular is meant: the speaker or a person of theirs, beyond the "me" of "can you tell me". */
function personalSentences(message: Message): boolean[] {
  const polite = hitsOf(message, 'polite-ask');
  const personal = new Array<boolean>(message.sentences).fill(false);
  for (const concept of ['self', 'known-person', 'own-child']) {
    for (const hit of hitsOf(message, concept)) {
      if (!polite.some((frame) => covers(frame, hit))) personal[hit.sentence] = true;
    }
  }
  return personal;
}

/** A past time colours its sentence; "that was last year" and "I am out now" also what stands before or around. */
function pastSentences(message: Message): boolean[] {
  const past = new Array<boolean>(message.sentences).fill(false);
  for (const concept of ['past-time', 'past-habit', 'safe-now']) {
    for (const hit of hitsOf(message, concept)) if (!namesController(message, hit)) past[hit.sentence] = true;
  }
  for (const hit of hitsOf(message, 'was-past')) past.fill(true, 0, hit.sentence + 1);
  if (hitsOf(message, 'safe-now').length > 0) past.fill(true);
  return past;
}

/** "The one who used to sell me is outside": the past names a person, the sentence is of today. */
function namesController(message: Message, hit: PlacedHit): boolean {
  return hitsOf(message, 'controller').some((who) => covers(who, hit));
}

/** The present inside a past sentence: "he used to hit me and now he has a gun". */
function isPresentHere(message: Message, hit: PlacedHit): boolean {
  if (isSafeOnly(message, hit)) return false;
  return inSegment(message, 'now', hit) || inSegment(message, 'ongoing', hit);
}

/** The "now" of "I am safe now" brings nothing back. */
function isSafeOnly(message: Message, hit: PlacedHit): boolean {
  const cues = [...hitsOf(message, 'now'), ...hitsOf(message, 'ongoing')].filter(
    (cue) => cue.segment === hit.segment,
  );
  const safe = [
    ...hitsOf(message, 'safe-now'),
    ...hitsOf(message, 'was-past'),
    ...hitsOf(message, 'past-time'),
  ];
  return cues.length > 0 && cues.every((cue) => safe.some((frame) => covers(frame, cue)));
}

function isNow(message: Message, hit: PlacedHit): boolean {
  if (hit.concept === 'now') return true;
  return (
    inSegment(message, 'now', hit) || hitsOf(message, 'now').some((cue) => cue.sentence === hit.sentence)
  );
}

function fictionSentences(message: Message, personal: readonly boolean[]): boolean[] {
  const fiction = new Array<boolean>(message.sentences).fill(false);
  const cues = fictionCues(message, personal);
  for (const cue of cues) fiction[cue.sentence] = true;
  if (cues.some((cue) => !OWN_SENTENCE_ONLY.has(cue.concept))) {
    for (let i = 0; i < fiction.length; i++) if (!turnsReal(message, i)) fiction[i] = true;
  }
  for (const cue of hitsOf(message, 'for-real'))
    if (!cues.some((one) => covers(one, cue))) fiction[cue.sentence] = false;
  return fiction;
}

function fictionCues(message: Message, personal: readonly boolean[]): PlacedHit[] {
  const met = hitsOf(message, 'met-online');
  const strong = STRONG_FICTION.flatMap((concept) => hitsOf(message, concept));
  const weak = WEAK_FICTION.flatMap((concept) => hitsOf(message, concept)).filter(
    (hit) => !personal[hit.sentence],
  );
  return [...strong, ...weak, ...playfulCauses(message)].filter(
    (hit) => !met.some((cue) => cue.sentence === hit.sentence),
  );
}

function playfulCauses(message: Message): readonly PlacedHit[] {
  return message.byConcept.has(PLAYFUL.sign) ? hitsOf(message, PLAYFUL.cause) : [];
}

function turnsReal(message: Message, sentence: number): boolean {
  return ['for-real', 'help-me', 'now'].some((concept) => inSentence(message, concept, sentence));
}

/** A general question: it asks, and nobody in particular is meant. */
function questionSentences(message: Message, personal: readonly boolean[]): boolean[] {
  return message.asks.map(
    (asks, sentence) => !personal[sentence] && (asks || opensAsQuestion(message, sentence)),
  );
}

function opensAsQuestion(message: Message, sentence: number): boolean {
  const from = message.sentenceStarts[sentence] ?? 0;
  return hitsOf(message, 'question').some((hit) => hit.sentence === sentence && hit.tokenStart <= from + 2);
}

function isAskedAbout(message: Message, hit: PlacedHit): boolean {
  return hitsOf(message, 'asked-about').some(
    (cue) => cue.sentence === hit.sentence && cue.tokenEnd <= hit.tokenStart && !covers(hit, cue),
  );
}

function isSupposed(message: Message, hit: PlacedHit): boolean {
  const unsure = hitsOf(message, 'pseudo-negation');
  return hitsOf(message, 'hypothetical').some(
    (cue) =>
      !unsure.some((one) => covers(one, cue)) &&
      cue.clause === hit.clause &&
      cue.tokenEnd <= hit.tokenStart &&
      hit.tokenStart - cue.tokenEnd <= SUPPOSE_REACH,
  );
}

/** Denials that are free: not part of "don't know if", nor of a longer meaning such as "can't leave". */
function denialsOf(message: Message): PlacedHit[] {
  const spent = message.hits.filter((hit) => hit.concept === 'pseudo-negation' || !CUES.has(hit.concept));
  return hitsOf(message, 'negation').filter((denial) => !spent.some((hit) => covers(hit, denial)));
}

function isDenied(denials: readonly PlacedHit[], hit: PlacedHit): boolean {
  return denials.some(
    (denial) =>
      denial.segment === hit.segment &&
      denial.tokenEnd <= hit.tokenStart &&
      hit.tokenStart - denial.tokenEnd <= NEGATION_REACH,
  );
}

/** Who it is about: the speaker, or another person who stands before it in the sentence. */
function subjectOf(message: Message, hit: PlacedHit): number {
  const self = inSentence(message, 'self', hit.sentence) ? FRAME.self : 0;
  const other = ['known-person', 'own-child', 'saw', 'professional'].some((concept) =>
    hitsOf(message, concept).some((cue) => cue.sentence === hit.sentence && cue.tokenStart < hit.tokenStart),
  );
  return self | (other ? FRAME.other : 0);
}
