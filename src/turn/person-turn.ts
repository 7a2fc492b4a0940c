// A person's message, in this order and no other: reserved words, language, triage, connected?, dialog or answer.
import { botMaySpeak, isAtLeast, type PersonInbound } from '../core/index.js';
import { isAnswerable } from '../knowledge/index.js';
import { answerQuestion } from './answer.js';
import { arrive, isFlooding } from './arrive.js';
import { offerCase } from './case-step.js';
import { sayDanger } from './danger.js';
import { continueDialog, startDialog, welcomeOnce } from './dialog-turn.js';
import { type Draft, say } from './draft.js';
import { type Input, readInput } from './input.js';
import { type Judgement, judge } from './judge.js';
import { takeReserved } from './reserved.js';
import { isOnlySmallTalk, saySmallTalk } from './small-talk.js';
import { askUnclearStop, isUnclearStop } from './texting.js';
import { handOverMinimally } from './timer-turn.js';
import { choice, paragraphs, sayLine } from './words.js';

/** Longer messages are read at head and tail, and the person is told. */
const LONG = 2000;

export function takePersonTurn(draft: Draft, inbound: PersonInbound): void {
  arrive(draft, inbound);
  const input = readInput(draft, inbound);
  if (takeReserved(draft, input)) return;
  const judgement = judge(draft, input);
  if (isSilenced(draft)) return;
  if (judgement.alarming) return answerDanger(draft, input, judgement);
  if (isFlooding(draft)) return;
  if (isUnclearStop(draft, input.text)) return askUnclearStop(draft);
  reply(draft, input, judgement);
  if (input.text.length > LONG) sayLine(draft, 'notice.too-long', { kind: 'notice' });
}

/** With a person from the desk there, the bot keeps out; the case machine has already said the safety line if due. */
function isSilenced(draft: Draft): boolean {
  const may = botMaySpeak(draft.conversation.case);
  if (may === 'all') return false;
  if (may === 'safety-and-waiting' && draft.replies.length === 0) sayLine(draft, 'handoff.passed-on');
  return true;
}

/** Before anything else: the lines. A case that waits already had the machine say so. */
function answerDanger(draft: Draft, input: Input, judgement: Judgement): void {
  sayDanger(draft, judgement);
  continueDialog(draft, input, judgement);
  if (judgement.level === 'emergency') handOverMinimally(draft, 'emergency');
}

function reply(draft: Draft, input: Input, judgement: Judgement): void {
  welcomeOnce(draft);
  if (continueDialog(draft, input, judgement)) return;
  if (judgement.assessment.asksForPerson) return startDialog(draft, 'connect');
  if (isSmallTalk(draft, judgement)) return saySmallTalk(draft, judgement.understood);
  answerQuestion(draft, judgement.understood);
  if (isAtLeast(judgement.level, 'elevated')) offerPerson(draft);
}

function isSmallTalk({ world }: Draft, { level, understood }: Judgement): boolean {
  if (isAtLeast(level, 'elevated')) return false;
  return (
    isOnlySmallTalk(understood) || (level === 'none' && !isAnswerable(world.knowledge, understood.topics))
  );
}

/** A worry that needs a person soon: the answer first, then the offer. */
function offerPerson(draft: Draft): void {
  if (draft.world.desk.state !== 'staffed') return sayLine(draft, 'danger.elevated');
  offerCase(draft);
  say(draft, {
    kind: 'dialog',
    paragraphs: paragraphs(draft, 'offer.person.short'),
    choices: [choice(draft, 'person'), choice(draft, 'write')],
  });
}
