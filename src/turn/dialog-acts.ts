// What a dialog wants done, done: facts, topics, the case. One function an act.
import { isAtLeast, type Paragraph } from '../core/index.js';
import type { DialogAct } from '../dialogs/index.js';
import { buildSummary, consentWording, keepStruck } from '../handoff/index.js';
import { answerQuestion, tellTopics } from './answer.js';
import { offerCase, stepCase } from './case-step.js';
import { contactLines } from './danger.js';
import { type Draft, say, set, tagOf } from './draft.js';
import { erase, hide } from './forget.js';
import { asked, type Judgement } from './judge.js';
import { sayMenu } from './menu.js';
import { raiseLevel } from './raise-level.js';
import { linesToRead } from './summary-view.js';
import { paragraphs, sayLine } from './words.js';

export interface Done {
  /** The summary is to be shown with the next question. */
  preview: boolean;
  /** A question of the person's own was answered on the way. */
  answered: boolean;
  /** The person left: nothing more is said. */
  left: boolean;
}

type ActOf<Kind extends DialogAct['kind']> = Extract<DialogAct, { kind: Kind }>;
type Handlers = {
  [Kind in DialogAct['kind']]: (draft: Draft, act: ActOf<Kind>, done: Done, judgement?: Judgement) => void;
};

/** Carries the acts out in order. */
export function carryOut(draft: Draft, acts: readonly DialogAct[], judgement?: Judgement): Done {
  const done: Done = { preview: false, answered: false, left: false };
  for (const act of acts)
    (HANDLERS[act.kind] as Handlers[typeof act.kind & 'end'])(draft, act as ActOf<'end'>, done, judgement);
  return done;
}

/** Beside the answers of steps, whose names never begin so: what the person typed for "what should they know?". */
const KEPT_WORDS = '~words';

const HANDLERS: Handlers = {
  'ask-fact': (draft, { fact }) => {
    asked(draft, fact);
    set(draft, { lastQuestion: fact });
  },
  'set-fact': (draft, { fact, value }) =>
    set(draft, { facts: { ...draft.conversation.facts, [fact]: { state: 'known', value } } }),
  'add-need': (draft, { need }) => {
    const { facts } = draft.conversation;
    set(draft, { facts: { ...facts, needs: [...new Set([...facts.needs, need])] } });
  },
  'keep-words': (draft, { text }) => {
    const { dialog } = draft.conversation;
    if (dialog) set(draft, { dialog: { ...dialog, answers: { ...dialog.answers, [KEPT_WORDS]: text } } });
  },
  feedback: () => {},
  'show-topic': (draft, { topic }, done) => {
    tellTopics(draft, [topic], 0);
    done.answered = true;
  },
  search: (draft, act, done, judgement) => search(draft, act, done, judgement),
  triage: (draft, act) => raise(draft, act),
  'offer-handoff': (draft) => offerCase(draft),
  preview: (draft, _act, done) => {
    preview(draft);
    done.preview = true;
  },
  strike: (draft, { item }) => void stepCase(draft, { kind: 'strike', ids: [item] }),
  keep: (draft, { item }) => void stepCase(draft, { kind: 'restore', ids: [item] }),
  consent: (draft, { given }) => decide(draft, given),
  'queue-handoff': (draft) => sayReference(draft),
  'show-contacts': (draft) => showContacts(draft),
  hide: (draft, _act, done) => {
    hide(draft);
    done.left = true;
  },
  erase: (draft, _act, done) => {
    erase(draft);
    done.left = true;
  },
  menu: (draft) => sayMenu(draft),
  end: () => {},
};

/** A quiet search speaks only when there is a checked answer. */
function search(draft: Draft, act: ActOf<'search'>, done: Done, judgement?: Judgement): void {
  const understood = judgement?.understood;
  if (!understood || (act.quiet && understood.topics.outcome !== 'answer')) return;
  answerQuestion(draft, understood);
  done.answered = true;
}

/** A button said what words would have said. */
function raise(draft: Draft, act: ActOf<'triage'>): void {
  const reason = raiseLevel(draft, { id: act.id, kind: act.reason, level: act.level });
  if (isAtLeast(act.level, 'urgent'))
    say(draft, { kind: 'safety', paragraphs: contactLines(draft, act.level, [reason]) });
}

function preview(draft: Draft): void {
  const words = draft.conversation.dialog?.answers[KEPT_WORDS];
  const before = draft.conversation.case?.items ?? [];
  const built = buildSummary(draft.conversation, words === undefined ? {} : { words });
  stepCase(draft, { kind: 'preview', items: before.length > 0 ? keepStruck(built, before) : built });
}

function decide(draft: Draft, given: boolean): void {
  const { speaker, desk } = draft.world;
  if (!given) return void stepCase(draft, { kind: 'decline' });
  const { version, language } = consentWording(speaker, tagOf(draft), desk.name);
  stepCase(draft, { kind: 'consent', wording: version, language });
}

/** A code only with the phone of a desk that uses this console. */
function sayReference(draft: Draft): void {
  const code = draft.conversation.case?.reference;
  if (code) sayLine(draft, 'handoff.reference', { params: { code } });
}

/** The numbers for what is known, and what they may read out there. */
function showContacts(draft: Draft): void {
  const { level, reasons } = draft.conversation;
  const urgent = isAtLeast(level, 'urgent');
  const lines = urgent ? contactLines(draft, level, reasons) : paragraphs(draft, 'person-asked.elevated');
  const own = linesToRead(draft);
  const aloud: Paragraph[] =
    own.length === 0
      ? []
      : [...paragraphs(draft, 'handoff.other-line'), ...own.map((line) => [{ text: line }])];
  say(draft, { kind: 'safety', paragraphs: [...lines, ...aloud] });
}
