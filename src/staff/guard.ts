// The door of every staff route: own origin, live session, role. What comes after it knows who is asking.
import type { Clock, HttpRequest, HttpResponse } from '../core/index.js';
import type { StaffAccount } from './account.js';
import { refuse } from './answers.js';
import { isOwnOrigin } from './origin.js';
import type { Directory } from './ports.js';
import { type Permission, roleMay } from './roles.js';
import type { Session, Sessions } from './sessions.js';
import { findById } from './sign-in.js';

/** A request of somebody who is signed in and may do this. */
export interface StaffRequest {
  readonly request: HttpRequest;
  readonly session: Session;
  readonly account: StaffAccount;
  readonly now: number;
}

export interface GuardParts {
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly directory: Directory;
  readonly publicOrigin: string | null;
}

const BEARER = /^Bearer ([A-Za-z0-9_-]{43})$/;

/** Refuses requests that pages of others make. Programs, which send no Origin, pass. */
export function fromOwnPage(
  parts: { publicOrigin: string | null },
  handle: (request: HttpRequest) => Promise<HttpResponse>,
): (request: HttpRequest) => Promise<HttpResponse> {
  return async (request) => {
    const origin = request.header('origin');
    if (origin !== undefined && !isOwnOrigin(origin, request.header('host'), parts.publicOrigin)) {
      return refuse('other-origin');
    }
    return handle(request);
  };
}

/**
 * Lets through who is signed in (`Authorization: Bearer <session id>`) and may do it. The role is read from the directory
 * at each request, so that taking it away works at once. What the page asks by itself (`X-Background`) does not keep the
 * session alive. The refusal of a role comes before any look at a case.
 */
export function signedIn(
  parts: GuardParts,
  permission: Permission | null,
  handle: (staff: StaffRequest) => Promise<HttpResponse>,
): (request: HttpRequest) => Promise<HttpResponse> {
  return fromOwnPage(parts, async (request) => {
    const now = parts.clock.now();
    const found = await findSession(parts, request.header('authorization'), now);
    if (!found) return refuse('not-signed-in');
    if (request.header('x-background') === undefined) parts.sessions.touch(found.session, now);
    if (permission !== null && !roleMay(found.account.role, permission)) return refuse('not-your-role');
    return handle({ request, ...found, now });
  });
}

async function findSession(
  parts: GuardParts,
  header: string | undefined,
  now: number,
): Promise<{ session: Session; account: StaffAccount } | null> {
  const id = BEARER.exec(header ?? '')?.[1];
  const session = id === undefined ? null : parts.sessions.find(id, now);
  if (!session) return null;
  const account = await findById(parts.directory, session.staffId);
  if (!account) {
    parts.sessions.end(session, 'removed');
    return null;
  }
  return { session, account };
}
