// What a message means by itself, in a fresh conversation: the shape of `ask --json` and of `triage`.
import type { Level, Reason } from '../core/index.js';
import type { Brain } from '../wiring/index.js';

export interface Judgement {
  readonly language: string;
  readonly level: Level;
  readonly reasons: readonly Pick<Reason, 'source' | 'id' | 'text' | 'start' | 'end'>[];
  readonly outcome: 'answer' | 'offer' | 'none';
  readonly topics: readonly { id: string; confidence: number }[];
}

const TOPICS = 5;
const PERSON = 'talk-to-a-person';

/** Pure and fast: understanding and triage, without a reply. Topics are best first, five at most. */
export function judgementOf(brain: Brain, text: string): Judgement {
  const understood = brain.understanding.understand(text);
  const assessment = brain.triage.assess(understood, { lastQuestion: null, reasons: [] });
  return {
    language: understood.language.tag,
    level: assessment.level,
    reasons: assessment.reasons.map(({ source, id, text: span, start, end }) => ({
      source,
      id,
      text: span,
      start,
      end,
    })),
    outcome: understood.topics.outcome,
    topics: withPerson(understood.topics.ranking, assessment.asksForPerson)
      .slice(0, TOPICS)
      .map(({ id, confidence }) => ({ id, confidence: round(confidence) })),
  };
}

/** Asking for a person is an intent of its own: whoever asked for one gets one, whatever else the words resemble. */
function withPerson(ranking: Judgement['topics'], asked: boolean): Judgement['topics'] {
  if (!asked) return ranking;
  return [{ id: PERSON, confidence: 1 }, ...ranking.filter(({ id }) => id !== PERSON)];
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
