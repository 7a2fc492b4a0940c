// The console's page, its two assets and its words. Nothing here needs a session: there is nothing of anybody in it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HttpResponse, Route } from '../core/index.js';
import { refuse } from './answers.js';
import type { ConsoleText } from './ports.js';

const PAGE = `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Desk</title>
<link rel="stylesheet" href="/staff/console.css">
<script src="/staff/console.js" defer></script>
</head>
<body><noscript>This page needs JavaScript.</noscript></body>
</html>
`;
const ASSETS = {
  'console.js': 'text/javascript; charset=utf-8',
  'console.css': 'text/css; charset=utf-8',
} as const;
const TAG_FILE = /^([A-Za-z]{2,3}(?:-[A-Za-z]{2,4}){0,2})\.json$/;

/** `assetsDir` holds console.js and console.css of the build; without them the assets answer 404. */
export function pageRoutes(parts: { assetsDir: string; consoleText: ConsoleText }): Route[] {
  const get = { method: 'GET', body: 'none' } as const;
  const assets = Object.entries(ASSETS).map(([name, type]): Route => {
    return {
      ...get,
      kind: 'asset',
      path: `/staff/${name}`,
      handle: () => asset(parts.assetsDir, name, type),
    };
  });
  const text: Route = {
    ...get,
    kind: 'api',
    path: '/staff/text/:file',
    handle: async (request) => words(parts.consoleText, request.params['file'] ?? ''),
  };
  return [{ ...get, kind: 'page', path: '/staff', handle: async () => page() }, ...assets, text];
}

function page(): HttpResponse {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: PAGE };
}

async function asset(dir: string, name: string, type: string): Promise<HttpResponse> {
  const body = await readFile(join(dir, name)).catch(() => null);
  return body ? { status: 200, headers: { 'content-type': type }, body } : refuse('not-found');
}

function words(consoleText: ConsoleText, file: string): HttpResponse {
  const tag = TAG_FILE.exec(file)?.[1];
  const text = tag === undefined ? null : consoleText(tag);
  if (!text) return refuse('not-found');
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return { status: 200, headers, body: JSON.stringify(text) };
}
