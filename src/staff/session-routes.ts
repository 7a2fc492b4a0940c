// Signing in, signing out, and saying whether one is free.
import { z } from 'zod';
import type { HttpRequest, HttpResponse, Route } from '../core/index.js';
import type { StaffAccount } from './account.js';
import { answer, refuse } from './answers.js';
import { fromOwnPage, type GuardParts, type StaffRequest, signedIn } from './guard.js';
import { PASSWORD_LENGTH } from './password.js';
import type { AuditPort, DeskNames } from './ports.js';
import { permissionsOf } from './roles.js';
import { IDLE_MS, STATUSES } from './sessions.js';
import type { SignIn, SignInResult } from './sign-in.js';

export interface SessionParts extends GuardParts {
  readonly signIn: SignIn;
  readonly audit: AuditPort;
  readonly desks: DeskNames;
  /** Called after the status of a session changed. */
  onStatus(staff: StaffRequest): void;
}

const signInSchema = z.union([
  z.strictObject({ link: z.string().max(100) }),
  z.strictObject({
    name: z.string().min(1).max(80),
    password: z.string().min(1).max(PASSWORD_LENGTH.max),
    code: z.string().max(12),
  }),
]);
const statusSchema = z.strictObject({ status: z.enum(STATUSES) });

export function sessionRoutes(parts: SessionParts): Route[] {
  const api = { kind: 'api', path: '/staff/session' } as const;
  const start = fromOwnPage(parts, (request) => startSession(parts, request));
  const end = signedIn(parts, null, (staff) => endSession(parts, staff));
  const status = signedIn(parts, null, (staff) => setStatus(parts, staff));
  return [
    { ...api, method: 'POST', body: 'json', handle: start },
    { ...api, method: 'DELETE', body: 'none', handle: end },
    { ...api, method: 'POST', path: '/staff/status', body: 'json', handle: status },
  ];
}

async function startSession(parts: SessionParts, request: HttpRequest): Promise<HttpResponse> {
  const body = signInSchema.safeParse(request.body);
  if (!body.success) return refuse('not-understood');
  const now = parts.clock.now();
  const result = await prove(parts.signIn, body.data, { address: request.address, now });
  if ('waitMs' in result) return refuse('slow-down', Math.ceil(result.waitMs / 1000));
  if ('wrong' in result) return refuse('wrong-sign-in');
  await parts.audit.append(rowOf(result.account, 'sign-in', now));
  const { id, session } = parts.sessions.start(result.account.id, now);
  const me = aboutMe(result.account, parts.desks);
  return answer({ session: id, me, status: session.status, idleMs: IDLE_MS });
}

function prove(
  signIn: SignIn,
  given: z.infer<typeof signInSchema>,
  from: { address: string; now: number },
): Promise<SignInResult> {
  if ('link' in given) return signIn.withLink(given.link, from.now);
  const code = given.code.replaceAll(' ', '');
  return signIn.withPassword({ ...given, code, address: from.address }, from.now);
}

async function endSession(parts: SessionParts, staff: StaffRequest): Promise<HttpResponse> {
  await parts.audit.append(rowOf(staff.account, 'sign-out', staff.now));
  parts.sessions.end(staff.session, 'signed-out');
  return answer({ done: true });
}

async function setStatus(parts: SessionParts, staff: StaffRequest): Promise<HttpResponse> {
  const body = statusSchema.safeParse(staff.request.body);
  if (!body.success) return refuse('not-understood');
  staff.session.status = body.data.status;
  parts.onStatus(staff);
  return answer({ status: staff.session.status });
}

function rowOf(account: StaffAccount, what: string, at: number) {
  return { at, staffId: account.id, deskId: account.deskId, what, conversationId: null, caseId: null };
}

/** What the console shows about the person using it. */
function aboutMe(account: StaffAccount, desks: DeskNames) {
  const { id, name, role, deskId, languages } = account;
  return { id, name, role, deskId, languages, deskName: desks(deskId), may: permissionsOf(role) };
}
