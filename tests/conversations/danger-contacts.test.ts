// Every dangerous row that a signal knows, sent as the first message: the reply carries the contacts of its kind.
import { isAtLeast } from '../../src/core/index.js';
import { createShow } from '../../src/tools/show-reply.js';
import { createSolo } from '../../src/wiring/index.js';
import { builtBrain } from '../support/brain.js';

const brain = builtBrain();
const { signals, sets, contacts } = brain.content.knowledge;
const CHANNELS = ['web', 'sms'] as const;

const rows = [...signals.values()]
  .filter(({ level }) => isAtLeast(level, 'urgent'))
  .flatMap((signal) =>
    Object.entries(signal.examples).flatMap(([tag, { yes }]) => yes.map((text) => ({ signal, tag, text }))),
  )
  .filter(({ tag }) => brain.content.locales.byTag.has(tag));

/** The numbers of a contact set, or the link of a contact that has none; one of them must be there for each contact. */
function waysOf(id: string): string[] {
  const contact = contacts.get(id);
  return [contact?.phone, contact?.text?.to, contact?.web?.replace(/^https?:\/\/(www\.)?/, '')].flatMap(
    (way) => way ?? [],
  );
}

test('there are rows for every dangerous signal', () => {
  expect(rows.length).toBeGreaterThan(100);
});

describe.each(CHANNELS)('on %s', (channel) => {
  const show = createShow(brain, channel);

  test.each(rows.map((row) => [row.signal.id, row.tag, row.text, row] as const))(
    '%s (%s): "%s" is answered with the right lines at once',
    (_id, _tag, _text, { signal, tag, text }) => {
      const solo = createSolo(brain, { channel, language: tag });
      const { replies } = solo.say(text);
      const [first] = replies;
      const level = signal.level === 'emergency' ? 'emergency' : 'urgent';
      const wanted = (sets as Record<string, Record<string, string[]>>)[signal.kind]?.[level] ?? [];
      const shown = show(replies.slice(0, 1));
      const missing = wanted.filter((id) => !waysOf(id).some((way) => shown.includes(way)));
      expect({
        kind: first?.kind,
        level: solo.conversation.level,
        missing,
        wanted: wanted.length > 0,
      }).toEqual({
        kind: 'safety',
        level: expect.stringMatching(level === 'emergency' ? /^emergency$/ : /^(emergency|urgent)$/),
        missing: [],
        wanted: true,
      });
    },
  );
});
