// What the widget shows before anything is said: its files, its words in every language, the lines with the numbers.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WebPorts, WidgetText } from '../channels/index.js';
import { plainText } from '../core/index.js';
import type { Brain } from './brain.js';
import { pageTexts } from './templates.js';

export function webAssetsDir(root: string): string {
  return join(root, 'dist', 'web');
}

export function createLook(brain: Brain, root: string): WebPorts['look'] {
  const texts = new Map([...brain.content.locales.byTag.keys()].map((tag) => [tag, widgetText(brain, tag)]));
  const languages = [...brain.content.locales.languages.values()]
    .filter(({ tag }) => texts.has(tag))
    .map(({ tag, ownName, dir }) => ({ tag, name: ownName, dir }));
  return {
    assets: readAssets(join(webAssetsDir(root), 'widget')),
    languages,
    match: (tag) => brain.matchLanguage(tag),
    text: (tag) => texts.get(tag) ?? null,
  };
}

function readAssets(folder: string): ReadonlyMap<string, Buffer> {
  if (!existsSync(folder)) return new Map();
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

/** What stands on the page before any script runs: that it is automated, and who answers now. */
const BEFORE = ['automated', 'call', 'hotline'] as const;

function widgetText(brain: Brain, tag: string): WidgetText {
  const { content, speaker } = brain;
  return {
    tag,
    dir: speaker.dir(tag),
    strings: pageTexts(brain, tag, 'widget'),
    help: BEFORE.flatMap((key) => speaker.say(tag, `widget:before.${key}`)),
    notice: isUnreviewed(content, tag) ? speaker.text(tag, 'widget:before.unreviewed') : null,
  };
}

/** English is the language the texts were written in; every other needs a named native reviewer. */
function isUnreviewed({ locales }: Brain['content'], tag: string): boolean {
  return tag !== 'en' && !locales.languages.get(tag)?.reviewer;
}

/** The line with the numbers in plain text: said with every refusal, so that nobody meets a bare error page. */
export function helpText({ speaker }: Brain): string {
  return speaker.say('en', 'bot:safety-line').map(plainText).join(' ');
}
