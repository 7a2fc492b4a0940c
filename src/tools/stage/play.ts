// Plays a conversation test and keeps a transcript up to the first difference.
import { MINUTE_MS, type StaffAct } from '../../core/index.js';
import type { Brain } from '../../wiring/index.js';
import { createShow } from '../show-reply.js';
import type { ConversationFile, Step } from './conversation-file.js';
import { differences } from './differences.js';
import { type Happened, openStage, type Stage } from './stage.js';

export interface Played {
  /** Everything up to and including the first turn that differs. */
  readonly transcript: string;
  /** What is different there; empty when the conversation went as expected. */
  readonly problems: readonly string[];
}

/** 22 November 2026, noon UTC: a fixed day, so that review dates do not decide a test. */
const START_AT = Date.UTC(2026, 10, 22, 12);
/** Buttons that are always there, whatever was offered last. */
const ALWAYS = /^(start|hide|erase|person|menu|lang:.+|topic:.+|strike:.+|keep:.+)$/;

export function playConversation(brain: Brain, file: ConversationFile): Played {
  const stage = openStage(brain, file, START_AT);
  const show = createShow(brain, file.channel);
  const lines: string[] = [];
  for (const [index, step] of file.turns.entries()) {
    const offered = stage.conversation.offered.map(({ id }) => id);
    const happened = doStep(stage, step);
    const shown = show(happened.replies);
    lines.push(`${index + 1}. ${describeStep(step)}`, indent(shown));
    const problems = [
      ...strayPress(step, offered),
      ...differences(step.expect ?? {}, { stage, happened, shown }),
    ];
    if (problems.length > 0) return { transcript: lines.join('\n'), problems };
  }
  return { transcript: lines.join('\n'), problems: [] };
}

function doStep(stage: Stage, step: Step): Happened {
  if ('say' in step) return stage.say(step.say);
  if ('press' in step) return stage.press(step.press);
  if ('wait_minutes' in step) return stage.wait(step.wait_minutes * MINUTE_MS);
  if ('staff_says' in step) return stage.staff({ kind: 'message', text: step.staff_says });
  return stage.staff(actOf(step.staff));
}

function actOf(kind: 'claim' | 'release' | 'gone' | 'close'): StaffAct {
  return kind === 'close' ? { kind, disposition: 'helped' } : { kind };
}

/** Nobody can press a button that is not there. */
function strayPress(step: Step, offered: readonly string[]): string[] {
  if (!('press' in step) || ALWAYS.test(step.press) || offered.includes(step.press)) return [];
  return [`press ${step.press}: no such button; there are ${offered.join(', ') || 'none'}`];
}

function describeStep(step: Step): string {
  if ('say' in step) return `PERSON: ${step.say}`;
  if ('press' in step) return `PERSON presses [${step.press}]`;
  if ('wait_minutes' in step) return `(${step.wait_minutes} minutes pass)`;
  if ('staff_says' in step) return `STAFF: ${step.staff_says}`;
  return `STAFF (${step.staff})`;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `     ${line}`))
    .join('\n');
}
