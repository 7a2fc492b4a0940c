// Opening a case and acting on it. A foreign desk's case and one that is not there get the same 404, byte for byte.
import {
  asId,
  derivedId,
  type HttpResponse,
  type InboundId,
  isConversationId,
  type Route,
  type StaffAct,
  type StaffId,
} from '../core/index.js';
import type { CaseView } from '../handoff/index.js';
import { ACTS, type ActName, type AskedAct } from './act-schemas.js';
import { answer, refuse, refuseAct } from './answers.js';
import { type GuardParts, type StaffRequest, signedIn } from './guard.js';
import type { AuditPort, CasesPort, Phrases } from './ports.js';
import { type Permission, roleMay } from './roles.js';
import { wireCase } from './wire-case.js';

export interface CaseParts extends GuardParts {
  readonly cases: CasesPort;
  readonly audit: AuditPort;
  readonly phrases: Phrases;
}

const NEEDS: Readonly<Record<ActName, Permission>> = {
  claim: 'take-cases',
  activity: 'work-cases',
  // A holder hands back their own; 'release-any' is looked at once the case is known.
  release: 'see-queue',
  message: 'work-cases',
  note: 'work-cases',
  lower: 'work-cases',
  close: 'work-cases',
};

export function caseRoutes(parts: CaseParts): Route[] {
  const read: Route = {
    method: 'GET',
    kind: 'api',
    body: 'none',
    path: '/staff/cases/:id',
    handle: signedIn(parts, 'read-cases', (staff) => readCase(parts, staff)),
  };
  const acts = (Object.keys(ACTS) as ActName[]).map((name): Route => {
    const handle = signedIn(parts, NEEDS[name], (staff) => actOnCase(parts, staff, name));
    return { method: 'POST', kind: 'api', body: 'json', path: `/staff/cases/:id/${name}`, handle };
  });
  return [read, ...acts];
}

async function findCase(parts: CaseParts, staff: StaffRequest): Promise<CaseView | null> {
  const id = staff.request.params['id'] ?? '';
  return isConversationId(id) ? parts.cases.read(id, staff.account.deskId) : null;
}

/** The row is durable before a word is shown: no row, no reading. */
async function readCase(parts: CaseParts, staff: StaffRequest): Promise<HttpResponse> {
  const view = await findCase(parts, staff);
  if (!view) return refuse('not-found');
  await writeRow(parts, staff, { what: 'case.read', view });
  parts.sessions.watch(staff.session, view.conversationId);
  const colleagues = await parts.directory.read();
  return answer(wireCase(view, { account: staff.account, colleagues, now: staff.now }));
}

async function actOnCase(parts: CaseParts, staff: StaffRequest, name: ActName): Promise<HttpResponse> {
  const asked = ACTS[name](staff.request.body);
  if (!asked) return refuse('not-understood');
  const view = await findCase(parts, staff);
  if (!view) return refuse('not-found');
  const act = spokenAct(parts.phrases, view, asked);
  if (!act) return refuse('not-understood');
  await writeRow(parts, staff, { what: `case.${act.kind}`, view });
  const result = await parts.cases.act({
    inboundId: asId<InboundId>(derivedId('staff', staff.account.id, view.conversationId, asked.actId)),
    conversationId: asId(view.conversationId),
    caseId: asId(view.caseId),
    deskId: staff.account.deskId,
    staffId: actingFor(staff, view, act),
    act,
  });
  return 'done' in result ? answer({ done: true }) : refuseAct(result.refused);
}

/** A chosen phrase becomes the words the person reads, in their language; null for a phrase that does not exist. */
function spokenAct(phrases: Phrases, view: CaseView, { act }: AskedAct): StaffAct | null {
  if (act.kind !== 'phrase') return act;
  const found = phrases(view.language ?? 'en', asId(view.deskId)).find((phrase) => phrase.id === act.phrase);
  if (!found) return null;
  return { kind: 'message', text: found.theirs, phrase: found.id, language: found.language };
}

/** Handing back a colleague's case is done in that colleague's place; the audit row names who really did it. */
function actingFor(staff: StaffRequest, view: CaseView, act: StaffAct): StaffId {
  const forOther =
    act.kind === 'release' && view.claimedBy !== null && roleMay(staff.account.role, 'release-any');
  return forOther ? asId<StaffId>(view.claimedBy ?? '') : staff.account.id;
}

function writeRow(
  parts: CaseParts,
  staff: StaffRequest,
  row: { what: string; view: CaseView },
): Promise<void> {
  const { id: staffId, deskId } = staff.account;
  const { conversationId, caseId } = row.view;
  return parts.audit.append({ at: staff.now, staffId, deskId, what: row.what, conversationId, caseId });
}
