// The page a partner's visitor opens, its script and style, and the words of each language.
import { gzipSync } from 'node:zlib';
import type { HttpRequest, HttpResponse, Inline, Paragraph, Route } from '../../core/index.js';
import { json, refusal } from './answers.js';
import type { WebHouse } from './guard.js';
import type { WebPartner, WidgetText } from './ports.js';

const ASSETS: readonly [path: string, asset: string, type: string][] = [
  ['/widget/loader.js', 'loader.js', 'text/javascript; charset=utf-8'],
  ['/widget/app.js', 'app.js', 'text/javascript; charset=utf-8'],
  ['/widget/app.css', 'app.css', 'text/css; charset=utf-8'],
  ['/widget/icon.svg', 'icon.svg', 'image/svg+xml'],
];

/** The page, its assets and its texts. Throws at once when an asset is missing: the build was not run. */
export function pageRoutes(house: WebHouse): Route[] {
  const template = asset(house, 'page.template').toString();
  return [
    ...ASSETS.map(([path, name, type]) => assetRoute(path, asset(house, name), type)),
    {
      method: 'GET',
      path: '/chat/:partner',
      body: 'none',
      kind: 'page',
      handle: (request) => chatPage(request, template, house),
    },
    {
      method: 'GET',
      path: '/widget/text/:file',
      body: 'none',
      kind: 'api',
      handle: (request) => textOf(request, house),
    },
  ];
}

function asset(house: WebHouse, name: string): Buffer {
  const found = house.ports.look.assets.get(name);
  if (!found) throw new Error(`The browser file ${name} is missing: run the build.`);
  return found;
}

/** Compressed once, at start: none of it depends on who asks, so its size says nothing. */
function assetRoute(path: string, body: Buffer, type: string): Route {
  const plain = { status: 200, headers: { 'content-type': type, vary: 'Accept-Encoding' }, body };
  const headers = { ...plain.headers, 'content-encoding': 'gzip' };
  const packed = { status: 200, headers, body: gzipSync(body, { level: 9 }) };
  const handle = async (request: HttpRequest) => (takesGzip(request) ? packed : plain);
  return { method: 'GET', path, body: 'none', kind: 'asset', handle };
}

function takesGzip(request: HttpRequest): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(request.header('accept-encoding') ?? '');
}

async function textOf(request: HttpRequest, house: WebHouse): Promise<HttpResponse> {
  const tag = /^([A-Za-z0-9-]{2,35})\.json$/.exec(request.params['file'] ?? '')?.[1];
  const text = tag === undefined ? null : house.ports.look.text(tag);
  return text ? json(200, text) : refusal(404, house.ports.helpText);
}

async function chatPage(request: HttpRequest, template: string, house: WebHouse): Promise<HttpResponse> {
  const partner = await house.ports.partners.bySlug(request.params['partner'] ?? '');
  if (!partner) return page(404, notFoundPage(house.ports.helpText));
  const text = pickText(request.header('accept-language') ?? '', partner, house);
  const framers = ["'self'", ...partner.origins].join(' ');
  const body = fillTemplate(template, { text, partner, languages: house.ports.look.languages });
  const answer = page(200, body, { 'content-security-policy': `frame-ancestors ${framers}` });
  // The page holds no secret of anyone's, so compressing it gives nothing away.
  return takesGzip(request) ? gzipped(answer, body) : answer;
}

function gzipped(answer: HttpResponse, body: string): HttpResponse {
  const headers = { ...answer.headers, 'content-encoding': 'gzip', vary: 'Accept-Encoding, Accept-Language' };
  return { ...answer, headers, body: gzipSync(body) };
}

function page(status: number, body: string, headers: Record<string, string> = {}): HttpResponse {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

/** The best language that the browser asks for and we have; the partner's otherwise; English at last. */
function pickText(accepted: string, partner: WebPartner, house: WebHouse): WidgetText {
  for (const tag of [...acceptedTags(accepted), partner.language, 'en']) {
    const text = house.ports.look.text(house.ports.look.match(tag) ?? '');
    if (text) return text;
  }
  throw new Error('The interface has no English text.');
}

function acceptedTags(header: string): string[] {
  return header
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag = '', quality = ''] = part.trim().split(';');
      return { tag: tag.trim(), weight: Number(/q=([\d.]+)/.exec(quality)?.[1] ?? 1) };
    })
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

interface Filling {
  readonly text: WidgetText;
  readonly partner: WebPartner;
  readonly languages: readonly unknown[];
}

/** `{{name}}` of the template: words of ours, escaped; `{{help}}` and `{{start}}` are made here. */
function fillTemplate(template: string, { text, partner, languages }: Filling): string {
  const start = { partner: partner.slug, text, languages };
  const made: Readonly<Record<string, string>> = {
    lang: escapeHtml(text.tag),
    dir: text.dir,
    partner: escapeHtml(partner.slug),
    help: text.help.map(paragraphHtml).join(''),
    notice: escapeHtml(text.notice ?? ''),
    start: JSON.stringify(start).replaceAll('<', '\\u003c'),
  };
  return template.replace(/\{\{([\w.-]+)\}\}/g, (_, name: string) => {
    return made[name] ?? escapeHtml(text.strings[name] ?? '');
  });
}

function paragraphHtml(paragraph: Paragraph): string {
  return `<p>${paragraph.map(inlineHtml).join('')}</p>`;
}

function inlineHtml(run: Inline): string {
  const words = run.strong ? `<strong>${escapeHtml(run.text)}</strong>` : escapeHtml(run.text);
  if (run.href === undefined || !/^(?:tel|sms|https):/.test(run.href)) return words;
  return `<a href="${escapeHtml(run.href)}"><bdi>${words}</bdi></a>`;
}

function notFoundPage(helpText: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chat</title><p>There is nothing here.</p><p>${escapeHtml(helpText)}</p></html>`;
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (found) => names[found] ?? '');
}
