// The open knowledge API over HTTP: reading only, for anybody, by language. What it answers: shapes.ts, docs/knowledge-api.md.
import { createHash } from 'node:crypto';
import type { Clock, HttpRequest, HttpResponse, Route } from '../../core/index.js';
import type { Languages } from '../../i18n/index.js';
import { AUDIENCES, type Audience } from '../schema/index.js';
import { type Asking, type OpenParts, startOf, topicOf, topicsOf } from './open-knowledge.js';
import { openSchemas } from './shapes.js';

export interface OpenHouse {
  readonly knowledge: OpenParts;
  readonly languages: Languages;
  readonly clock: Clock;
  /** Said with every refusal. */
  readonly helpText: string;
}

const BASE = '/knowledge/v1';

/** GET routes below /knowledge/v1. What does not exist is a 404 whose body is always the same. */
export function openKnowledgeRoutes(house: OpenHouse): Route[] {
  const { knowledge, languages } = house;
  const schemas = openSchemas();
  return [
    route('', house, () => startOf(knowledge, languages)),
    route('/schema', house, () => schemas),
    route('/contacts', house, () => ({ contacts: listed(knowledge.contacts) })),
    route('/sources', house, () => ({ sources: listed(knowledge.sources) })),
    route('/:language/topics', house, (request) => {
      const asking = askingOf(request, house);
      return asking && topicsOf(knowledge, asking);
    }),
    route('/:language/topics/:topic', house, (request) => {
      const asking = askingOf(request, house);
      return asking && topicOf(knowledge, request.params['topic'] ?? '', asking);
    }),
  ];
}

function listed<Value extends object>(entries: ReadonlyMap<string, Value>): (Value & { id: string })[] {
  return [...entries].map(([id, value]) => ({ id, ...value }));
}

/** Undefined for a language without texts and for an audience that nobody is. */
function askingOf(
  { params, query }: HttpRequest,
  { knowledge, languages, clock }: OpenHouse,
): (Asking & { dir: 'ltr' | 'rtl' }) | undefined {
  const language = languages.get(params['language'] ?? '');
  const audience = query.get('audience');
  const isWritten = language && [...knowledge.topics.values()].some(({ texts }) => texts.has(language.tag));
  if (!language || !isWritten || (audience !== null && !isAudience(audience))) return undefined;
  return { language: language.tag, dir: language.dir, audience, now: clock.now() };
}

function isAudience(name: string): name is Audience {
  return (AUDIENCES as readonly string[]).includes(name);
}

function route(path: string, house: OpenHouse, find: (request: HttpRequest) => object | undefined): Route {
  const handle = async (request: HttpRequest) => {
    const found = find(request);
    return found ? given(request, JSON.stringify(found)) : notFound(house.helpText);
  };
  return { method: 'GET', path: `${BASE}${path}`, body: 'none', kind: 'api', handle };
}

/** Anybody's page may read it: there is nothing here that is not meant for everybody, and no cookie is looked at. */
const OPEN = {
  'content-type': 'application/json; charset=utf-8',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag',
};

function given(request: HttpRequest, body: string): HttpResponse {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = { ...OPEN, etag };
  if (isKnown(request.header('if-none-match') ?? '', etag)) return { status: 304, headers };
  return { status: 200, headers, body };
}

/** A list of tags, weak or not, or "*". */
function isKnown(header: string, etag: string): boolean {
  return header.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}

function notFound(help: string): HttpResponse {
  const error = { code: 'not-found', message: 'There is nothing here.' };
  return { status: 404, headers: OPEN, body: JSON.stringify({ error, help }) };
}
