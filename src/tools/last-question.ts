// What a line of the bot asked about, read from its words: `assistant_before` is free text in evaluation files.

const QUESTIONS: readonly (readonly [question: string, words: RegExp])[] = [
  [
    'safe-contact',
    /safe (to|for you to) (write|text|talk|reply|contact|call|chat)|safe to (reach|message)|seguro (escribir|hablar|contactar)|puede hablar/iu,
  ],
  [
    'safe-now',
    /safe (right )?now|are you safe|esta (a salvo|seguro|en peligro)|está (a salvo|seguro|en peligro)/iu,
  ],
  ['minor', /under 18|younger than 18|menor de (18|edad)/iu],
  ['age', /how old|your age|what age|edad|años tiene/iu],
  [
    'state',
    /what state|which state|where are you|what city|en qué estado|en que estado|dónde está|donde esta/iu,
  ],
  ['who', /about you|for yourself|someone (else|you know)|about someone|para usted|alguien/iu],
];

/** The name of the question, as the dialogs call it; null when it asked for nothing that a bare answer could give. */
export function questionIn(text: string): string | null {
  return QUESTIONS.find(([, words]) => words.test(text))?.[0] ?? null;
}
