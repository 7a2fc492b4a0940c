// Calls the routes of a staff room the way its server would: by method and path, with a session or without.
import type { HttpResponse } from '../../src/core/index.js';
import { httpRequest } from './http-request.js';
import type { DeskWorld } from './staff-desk.js';

export interface StaffCall {
  readonly method: string;
  /** As a browser asks: `/staff/cases/abc/claim`. */
  readonly path: string;
  readonly body?: unknown;
  readonly session?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const names = [...pattern.matchAll(/:([A-Za-z]+)/g)].map((found) => found[1] ?? '');
  const found = new RegExp(`^${pattern.replace(/:[A-Za-z]+/g, '([^/]+)')}$`).exec(path);
  return found && Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? '']));
}

/** Finds the route and asks it; throws when no route has the path, as a typo in a test should. */
export function callStaff(world: DeskWorld, call: StaffCall): Promise<HttpResponse> {
  const [path = ''] = call.path.split('?');
  for (const route of world.staff.routes) {
    const params = route.method === call.method ? matchPath(route.path, path) : null;
    if (!params) continue;
    const headers: Record<string, string> = { ...call.headers };
    if (call.session) headers['authorization'] = `Bearer ${call.session}`;
    const { method, body } = call;
    return route.handle(
      httpRequest({ method, path: call.path, params, headers, body, address: call.address ?? '127.0.0.1' }),
    );
  }
  throw new Error(`no route ${call.method} ${call.path}`);
}

/** The JSON of an answer. */
export function bodyOf(response: HttpResponse): Record<string, unknown> {
  return JSON.parse(String(response.body)) as Record<string, unknown>;
}

/** Signs somebody in by a one-time link; answers the session id. */
export async function sessionOf(world: DeskWorld, name: string): Promise<string> {
  const account = world.accounts.find((each) => each.name === name);
  const link = account && world.staff.issueLink(account.id)?.split('#link=')[1];
  const response = await callStaff(world, { method: 'POST', path: '/staff/session', body: { link } });
  return String(bodyOf(response)['session']);
}

let presses = 0;
/** The id of a fresh press of a button. */
export function press(): string {
  presses += 1;
  return `press-${String(presses).padStart(12, '0')}`;
}
