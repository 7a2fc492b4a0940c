// The answers of the staff API: JSON with a fixed code. Codes are text keys of the console (`notice.<code>`); no body
// ever repeats what was sent.
import type { HttpResponse } from '../core/index.js';

export const NOTICES = {
  'not-signed-in': 401,
  'wrong-sign-in': 401,
  'slow-down': 429,
  'other-origin': 403,
  'not-your-role': 403,
  'not-found': 404,
  'not-understood': 400,
  'already-claimed': 409,
  'not-yours': 409,
  'not-waiting': 409,
  'not-lower': 409,
  withdrawn: 409,
  closed: 409,
  stale: 409,
} as const;
export type NoticeCode = keyof typeof NOTICES;

const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/** 200 with a JSON value. */
export function answer(value: unknown): HttpResponse {
  return { status: 200, headers: HEADERS, body: JSON.stringify(value) };
}

/** A refusal with its fixed status and code; `waitSeconds` only for `slow-down`. */
export function refuse(code: NoticeCode, waitSeconds?: number): HttpResponse {
  const headers = waitSeconds === undefined ? HEADERS : { ...HEADERS, 'retry-after': String(waitSeconds) };
  const body = waitSeconds === undefined ? { code } : { code, waitSeconds };
  return { status: NOTICES[code], headers, body: JSON.stringify(body) };
}

/** The refusal of the case machine as an answer; one the console has no words for is `stale`: look again. */
export function refuseAct(refused: string): HttpResponse {
  const known = refused in NOTICES && NOTICES[refused as NoticeCode] === 409;
  return refuse(known ? (refused as NoticeCode) : 'stale');
}
