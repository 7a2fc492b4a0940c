// The page a visitor opens, before and without any script.
import { PARTNER_ORIGIN, startWeb, type Web } from './web-world.js';

let web: Web;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web.close());

test('the page has the numbers in its HTML, a neutral title, and may be framed by the partner alone', async () => {
  const answer = await fetch(`${web.url}/chat/demo`);
  const html = await answer.text();
  expect(html).toContain('<a href="tel:911"><bdi><strong>911</strong></bdi></a>');
  expect(html).toContain('<title>Chat</title>');
  expect(answer.headers.get('content-security-policy')).toContain(`frame-ancestors 'self' ${PARTNER_ORIGIN}`);
});

test.each([
  ['ar-EG,ar;q=0.9,en;q=0.8', 'lang="ar" dir="rtl"'],
  ['xx, en;q=0.5, ar;q=0.9', 'lang="ar" dir="rtl"'],
  ['', 'lang="en" dir="ltr"'],
  ['"><script>', 'lang="en" dir="ltr"'],
])('a browser that asks for "%s" gets %s', async (accepted, expected) => {
  const answer = await fetch(`${web.url}/chat/demo`, { headers: { 'accept-language': accepted } });
  expect(await answer.text()).toContain(expected);
});

test('words cannot leave the script block they travel in', async () => {
  const html = await (await fetch(`${web.url}/chat/demo`)).text();
  const start = /<script type="application\/json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  expect(start).not.toContain('<');
  expect(JSON.parse(start)).toMatchObject({ partner: 'demo', text: { tag: 'en' } });
});

test('an unknown partner gets the numbers too', async () => {
  const answer = await fetch(`${web.url}/chat/nobody`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('Call the number on the card.');
});

test.each([
  ['/widget/loader.js', 'text/javascript; charset=utf-8'],
  ['/widget/app.js', 'text/javascript; charset=utf-8'],
  ['/widget/app.css', 'text/css; charset=utf-8'],
  ['/widget/icon.svg', 'image/svg+xml'],
  ['/widget/text/ar.json', 'application/json; charset=utf-8'],
])('%s is %s', async (path, type) => {
  const answer = await fetch(web.url + path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
});

test.each([
  '/widget/text/xx.json',
  '/widget/text/..%2fen.json',
  '/widget/text/en',
  '/widget/text/__proto__.json',
])('%s is 404', async (path) => {
  expect((await fetch(web.url + path)).status).toBe(404);
});
