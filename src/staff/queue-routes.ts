// The queue of one's own desk, the one "next" action, and the phrasebook.
import { z } from 'zod';
import {
  asId,
  type ConversationId,
  derivedId,
  type HttpResponse,
  type InboundId,
  type Route,
} from '../core/index.js';
import { bareActSchema } from './act-schemas.js';
import { answer, refuse } from './answers.js';
import { type GuardParts, type StaffRequest, signedIn } from './guard.js';
import type { AuditPort, CasesPort, Phrases, PresencePort } from './ports.js';
import type { Sessions } from './sessions.js';
import { wireClaimed, wireWaiting } from './wire-case.js';

export interface QueueParts extends GuardParts {
  readonly cases: CasesPort;
  readonly presence: PresencePort;
  readonly audit: AuditPort;
  readonly phrases: Phrases;
  readonly sessions: Sessions;
}

const PAGE = 30;
/** How many lost races "next" runs before it says so. */
const TRIES = 8;

const pageSchema = z.coerce.number().int().min(1).max(100_000);
const tagSchema = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z]{2,4}){0,2}$/);

export function queueRoutes(parts: QueueParts): Route[] {
  const get = { method: 'GET', kind: 'api', body: 'none' } as const;
  const see = (handle: (staff: StaffRequest) => Promise<HttpResponse>) =>
    signedIn(parts, 'see-queue', handle);
  return [
    { ...get, path: '/staff/queue', handle: see((staff) => showQueue(parts, staff)) },
    { ...get, path: '/staff/phrases', handle: see(async (staff) => showPhrases(parts, staff)) },
    {
      method: 'POST',
      kind: 'api',
      body: 'json',
      path: '/staff/next',
      handle: signedIn(parts, 'take-cases', (staff) => takeNext(parts, staff)),
    },
  ];
}

async function showQueue(parts: QueueParts, staff: StaffRequest): Promise<HttpResponse> {
  const asked = pageSchema.safeParse(staff.request.query.get('page') ?? '1');
  if (!asked.success) return refuse('not-understood');
  const { deskId } = staff.account;
  const [waiting, claimed, colleagues] = await Promise.all([
    parts.cases.queue(deskId, { offset: (asked.data - 1) * PAGE, limit: PAGE }),
    parts.cases.claimed(deskId),
    parts.directory.read(),
  ]);
  const looking = { account: staff.account, colleagues, now: staff.now };
  return answer({
    lines: waiting.lines.map(wireWaiting),
    claimed: claimed.map((line) => wireClaimed(line, looking)),
    total: waiting.total,
    page: asked.data,
    pages: Math.max(1, Math.ceil(waiting.total / PAGE)),
    now: staff.now,
    available: parts.presence.snapshot(deskId).available,
  });
}

function showPhrases(parts: QueueParts, staff: StaffRequest): HttpResponse {
  const tag = tagSchema.safeParse(staff.request.query.get('language') ?? 'en');
  return tag.success
    ? answer({ phrases: parts.phrases(tag.data, staff.account.deskId) })
    : refuse('not-understood');
}

/** Claims whoever should be helped next. Of many who press at once each gets another person. */
async function takeNext(parts: QueueParts, staff: StaffRequest): Promise<HttpResponse> {
  const body = bareActSchema.safeParse(staff.request.body);
  if (!body.success) return refuse('not-understood');
  for (let tries = 0; tries < TRIES; tries += 1) {
    const id = await parts.cases.next(staff.account.deskId);
    if (id === null) return answer({ id: null });
    if (await claim(parts, staff, { id, actId: body.data.actId })) return answer({ id });
  }
  return refuse('already-claimed');
}

async function claim(
  parts: QueueParts,
  staff: StaffRequest,
  wanted: { id: ConversationId; actId: string },
): Promise<boolean> {
  const { id: staffId, deskId } = staff.account;
  const view = await parts.cases.read(wanted.id, deskId);
  if (!view) return false;
  const row = { at: staff.now, staffId, deskId, what: 'case.next', caseId: view.caseId };
  await parts.audit.append({ ...row, conversationId: wanted.id });
  const result = await parts.cases.act({
    inboundId: asId<InboundId>(derivedId('staff', staffId, wanted.id, wanted.actId)),
    conversationId: wanted.id,
    caseId: asId(view.caseId),
    deskId,
    staffId,
    act: { kind: 'claim' },
  });
  return 'done' in result;
}
