// What a message means by itself, in a fresh conversation: the shape of `ask --json` and of `triage`.
import type { Reason } from '../core/index.js';
import type { Brain } from '../wiring/index.js';

export interface Judgement {
  readonly language: string;
  readonly level: string;
  readonly reasons: readonly Pick<Reason, 'source' | 'id' | 'text' | 'start' | 'end'>[];
  readonly outcome: 'answer' | 'offer' | 'none';
  readonly topics: readonly { id: string; confidence: number }[];
}

const TOPICS = 5;

/** Pure and fast: understanding and triage, without a reply. */
export function judgementOf(brain: Brain, text: string): Judgement {
  const understood = brain.understanding.understand(text);
  const assessment = brain.triage.assess(understood, { lastQuestion: null });
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
    topics: understood.topics.ranking
      .slice(0, TOPICS)
      .map(({ id, confidence }) => ({ id, confidence: round(confidence) })),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
