// What the bot or a person of the desk said, as elements: words, summary, sources, choices. Marked with its own language.
import { button, make } from './dom.js';
import { outsideLink, runsOf } from './runs.js';
import type { Activity, PreviewItem, Said, SourceLine } from './start.js';
import { say } from './words.js';

export type Press = (action: string, label: string) => void;

/** One reply as a message. The urgent kind looks it; a person's looks like nothing else on the page. */
export function saidMessage(activity: Activity, said: Said, press: Press): HTMLElement {
  const kind = said.from === 'staff' ? 'staff' : said.kind === 'safety' ? 'bot safety' : 'bot';
  const message = make('article', { class: `message ${kind}`, id: `m-${activity.id}` });
  message.append(make('span', { class: 'from' }, speakerOf(said)));
  const words = make('div', { lang: activity.locale, dir: said.dir });
  if (said.title) words.append(make('h2', {}, said.title));
  words.append(...said.paragraphs.map(runsOf));
  if (said.preview) words.append(previewList(said.preview, press));
  if (said.asOf) words.append(make('p', { class: 'quiet' }, said.asOf));
  const actions = activity.suggestedActions?.actions ?? [];
  if (actions.length > 0) words.append(choiceGroup(actions, press));
  message.append(words);
  if (said.sources?.length) message.append(sourceList(said.sources));
  return message;
}

/** Who is speaking: the machine says so each time, a person is named by their desk. */
function speakerOf(said: Said): string {
  return said.from === 'staff' ? say('from.person', { desk: said.name ?? '' }) : say('from.assistant');
}

function choiceGroup(
  actions: NonNullable<Activity['suggestedActions']>['actions'],
  press: Press,
): HTMLElement {
  const group = make(
    'fieldset',
    { class: 'choices' },
    make('legend', { class: 'unseen' }, say('choices.label')),
  );
  for (const { title, value } of actions) {
    const choice = button(title, '', () => {
      if ('done' in group.dataset) return;
      group.dataset['done'] = '';
      choice.setAttribute('aria-pressed', 'true');
      press(value.action, title);
    });
    group.append(choice);
  }
  return group;
}

/** The summary: each line with a switch. On means that staff would see it. */
function previewList(items: readonly PreviewItem[], press: Press): HTMLElement {
  return make(
    'ul',
    { class: 'items', 'aria-label': say('preview.label') },
    ...items.map((item) => previewLine(item, press)),
  );
}

function previewLine(item: PreviewItem, press: Press): HTMLElement {
  const { id, label, text, struck } = item;
  const line = `${label} ${text}`.trim();
  const control = button('', 'switch', () => press(`${struck ? 'keep' : 'strike'}:${id}`, ''));
  control.id = `s-${id}`;
  control.setAttribute('role', 'switch');
  control.setAttribute('aria-checked', String(!struck));
  control.setAttribute('aria-label', say(struck ? 'preview.keep' : 'preview.strike', { line }));
  const words = make('span', {}, make('small', {}, label), make('bdi', {}, text));
  return make('li', { 'data-struck': struck }, words, control);
}

/** Folded away: whoever wants to check can, nobody has to. */
function sourceList(sources: readonly SourceLine[]): HTMLElement {
  const list = make('ol', { 'aria-label': say('sources.label') });
  for (const { title, publisher, url, date } of sources) {
    const rest = [publisher, date].filter(Boolean).join(', ');
    list.append(
      make('li', { lang: 'en', dir: 'ltr' }, url ? outsideLink(url, title) : title, rest && `, ${rest}`),
    );
  }
  const summary = make('summary', {}, `${say('sources.show')} (${sources.length})`);
  return make('details', { class: 'sources' }, summary, list, make('p', {}, say('link.notice')));
}
