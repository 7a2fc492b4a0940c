// One conversation without a server: the very turn that people get, over a value in memory. For the commands.
import {
  asId,
  type ChannelKind,
  type Conversation,
  type ConversationId,
  DEFAULT_HANDOFF,
  type DeskId,
  derivedId,
  type InboundId,
  newConversation,
  type PersonInbound,
  type TenantId,
} from '../core/index.js';
import { MARKS, type Turn, takeTurn } from '../turn/index.js';
import type { Brain } from './brain.js';

export interface SoloOptions {
  readonly channel?: ChannelKind;
  readonly language?: string;
  /** Whether somebody at the desk is there; `staffed` unless said. */
  readonly deskState?: 'staffed' | 'nobody-now' | 'closed';
  readonly startAt?: number;
}

export interface Solo {
  readonly conversation: Conversation;
  /** The turn that a message makes, `gapMs` after the last one. */
  say(text: string, options?: { action?: string; gapMs?: number }): Turn;
  /** What the bot is taken to have asked before the next message. */
  asked(question: string): void;
}

const DESK = 'demo';

export function createSolo(brain: Brain, options: SoloOptions = {}): Solo {
  const { channel = 'web', language = 'en', deskState = 'staffed', startAt = Date.now() } = options;
  const id = asId<ConversationId>(derivedId('solo'));
  const tenant = asId<TenantId>('demo');
  let now = startAt;
  let count = 0;
  let conversation = newConversation({ id, tenant, channel, delivery: 'inline', language, now });
  return {
    get conversation() {
      return conversation;
    },
    asked(question) {
      conversation = { ...conversation, lastQuestion: question, welcomed: true };
    },
    say(text, { action, gapMs = 1000 } = {}) {
      now += gapMs;
      count += 1;
      const inbound: PersonInbound = {
        ...{ id: asId<InboundId>(`solo-${count}`), tenant, channel, conversationId: id, receivedAt: now },
        ...{ from: 'person', delivery: 'inline', text, hints: {} },
        ...(action === undefined ? {} : { action }),
      };
      const turn = takeTurn(conversation, inbound, worldOf(brain, { now, tenant, deskState }));
      const gone = MARKS.revoked in turn.marks;
      const talkCount = conversation.talkCount + turn.entries.length;
      conversation = gone
        ? newConversation({ id, tenant, channel, delivery: 'inline', language, now })
        : { ...turn.conversation, talkCount };
      return turn;
    },
  };
}

function worldOf(
  brain: Brain,
  at: { now: number; tenant: TenantId; deskState: 'staffed' | 'nobody-now' | 'closed' },
) {
  const desk = brain.content.knowledge.desks.get(DESK);
  if (!desk) throw new Error(`knowledge/desks.yaml has no ${DESK}`);
  const languages = [...brain.content.locales.byTag.keys()];
  return brain.world({
    now: at.now,
    tenant: { id: at.tenant, name: 'Demo', languages, defaultLanguage: 'en' },
    deskId: asId<DeskId>(DESK),
    desk,
    deskState: at.deskState,
    handoff: DEFAULT_HANDOFF,
    recognised: null,
  });
}
