// What anybody reads of the knowledge base over a real connection: by language, with sources, and nothing withheld.
import { join } from 'node:path';
import { loadLanguages } from '../../src/i18n/languages.js';
import { openKnowledgeRoutes, openSchemas } from '../../src/knowledge/index.js';
import {
  contactListSchema,
  type OpenTopic,
  openTopicSchema,
  sourceListSchema,
  startSchema,
  topicListSchema,
} from '../../src/knowledge/open/shapes.js';
import { startWire, type Wire } from '../http/wire';
import { answerTopics } from './answer-topics';

const knowledge = answerTopics();
const { value: languages = new Map() } = loadLanguages(join(__dirname, '../..'));
let now = Date.UTC(2026, 10, 22);
let wire: Wire;
beforeAll(async () => {
  const clock = { now: () => now };
  wire = await startWire({
    routes: openKnowledgeRoutes({ knowledge, languages, clock, helpText: 'Call us.' }),
  });
});
afterAll(() => wire.server.close());
beforeEach(() => {
  now = Date.UTC(2026, 10, 22);
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${wire.url}/knowledge/v1${path}`, { headers });
const topic = async (path: string): Promise<OpenTopic> =>
  openTopicSchema.strict().parse(await (await get(path)).json());

test('begins with the languages that have texts, and says that no native speaker has reviewed them', async () => {
  const start = startSchema.strict().parse(await (await get('')).json());
  expect(start.languages.map(({ tag, topics, reviewed }) => [tag, topics, reviewed])).toEqual([
    ['en', 3, false],
    ['es', 1, false],
  ]);
  expect(start.topics).toContain('doctor');
});

test('lists the topics of a language, and of an audience', async () => {
  const list = async (path: string) =>
    topicListSchema
      .strict()
      .parse(await (await get(path)).json())
      .topics.map(({ id }) => id);
  expect((await list('/en/topics')).sort()).toEqual(['clinic', 'doctor', 'find-help']);
  expect(await list('/en/topics?audience=child')).toEqual(['doctor']);
  expect(await list('/es/topics')).toEqual(['find-help']);
});

describe('a topic', () => {
  test('comes with numbers filled in, claims, sources and contacts', async () => {
    const doctor = await topic('/en/topics/doctor');
    expect(doctor.short).toBe('See a doctor: call 1-202-555-0100.');
    expect(doctor.paragraphs[6]).toMatchObject({
      text: 'Ask example.org/help for a ride.',
      claims: ['ride'],
      kind: 'known',
    });
    expect(doctor.paragraphs[6]?.runs).toContainEqual({
      text: 'example.org/help',
      href: 'https://www.example.org/help/',
    });
    expect(doctor.paragraphs.map(({ kind }) => kind).slice(-2)).toEqual(['disputed', 'not-known']);
    const named = new Set(
      doctor.claims.flatMap(({ sources, views }) => [...sources, ...views.flatMap((view) => view.sources)]),
    );
    expect(new Set(doctor.sources.map(({ id }) => id))).toEqual(named);
    expect(doctor.contacts.map(({ id, law_enforcement }) => [id, law_enforcement])).toEqual([
      ['agents', true],
      ['line', false],
    ]);
    expect([doctor.freshness, doctor.status.state, doctor.dir]).toEqual(['fresh', 'draft', 'ltr']);
  });

  test('begins with what is for the audience that is named, and leaves nothing out', async () => {
    const paragraphs = async (path: string) => (await topic(path)).paragraphs.map(({ text }) => text);
    const all = await paragraphs('/en/topics/doctor');
    const practitioner = await paragraphs('/en/topics/doctor?audience=practitioner');
    expect(practitioner.slice(0, 2)).toEqual(['A doctor is free.', 'Staff read the code book.']);
    expect([...practitioner].sort()).toEqual([...all].sort());
  });

  test('past its review says so; a critical one gives its contacts and no word of its text', async () => {
    now = Date.UTC(2027, 3, 1);
    expect((await topic('/en/topics/doctor')).freshness).toBe('stale');
    const clinic = await topic('/en/topics/clinic');
    expect([clinic.freshness, clinic.short, clinic.paragraphs, clinic.claims]).toEqual([
      'withheld',
      '',
      [],
      [],
    ]);
    expect(clinic.contacts).toHaveLength(2);
  });
});

test('gives contacts and sources by themselves', async () => {
  const contacts = contactListSchema.strict().parse(await (await get('/contacts')).json());
  expect(contacts.contacts.map(({ id, phone }) => [id, phone])).toContainEqual(['line', '1-202-555-0100']);
  const sources = sourceListSchema.strict().parse(await (await get('/sources')).json());
  expect(sources.sources.map(({ id }) => id)).toEqual(['page', 'law']);
});

test('publishes the schema of every answer', async () => {
  expect(await (await get('/schema')).json()).toEqual(JSON.parse(JSON.stringify(openSchemas())));
  expect(Object.keys(openSchemas())).toEqual(['start', 'topics', 'topic', 'contacts', 'sources']);
});

describe('an answer that is known already', () => {
  test.each([
    ['the tag', (tag: string) => tag],
    ['a weak one', (tag: string) => `W/${tag}`],
    ['one of several', (tag: string) => `"other", ${tag}`],
    ['any', () => '*'],
  ])('is not sent again for %s', async (_, header) => {
    const tag = (await get('/en/topics/doctor')).headers.get('etag') ?? '';
    const again = await get('/en/topics/doctor', { 'if-none-match': header(tag) });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
  });

  test('is sent when it changed: a topic that went past its review', async () => {
    const tag = (await get('/en/topics/doctor')).headers.get('etag') ?? '';
    now = Date.UTC(2027, 3, 1);
    expect((await get('/en/topics/doctor', { 'if-none-match': tag })).status).toBe(200);
  });
});

test('what does not exist gets one and the same answer, and nothing of the question comes back', async () => {
  const paths = [
    '/en/topics/moonlight',
    '/es/topics/doctor',
    '/xx/topics',
    '/mam/topics',
    '/fr/topics',
    '/en/topics?audience=spy',
    '/en/topics/doctor?audience=',
    '/en/topics/__proto__',
  ];
  const answers = await Promise.all(paths.map((path) => get(path)));
  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
  const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())));
  expect([...bodies]).toEqual([
    '{"error":{"code":"not-found","message":"There is nothing here."},"help":"Call us."}',
  ]);
});

test.each(['POST', 'PUT', 'DELETE'])('nothing can be changed with %s', async (method) => {
  const { status } = await fetch(`${wire.url}/knowledge/v1/en/topics/doctor`, { method });
  expect(status).toBe(405);
});

test('any page may read it, and nothing about the reader is kept in a cache on the way', async () => {
  const { headers } = await get('/en/topics');
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('access-control-allow-credentials')).toBeNull();
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('set-cookie')).toBeNull();
});
