// Every signal against the rows of its own file: what must fire it, and what must not.
import { compileRules, fireSignals } from '../../src/triage/index.js';
import { frameHits } from '../../src/understanding/index.js';
import { concepts, read, signals } from './messages.js';

const book = compileRules(signals);
const firedBy = (text: string) =>
  fireSignals(book, read(text), frameHits(read(text))).map(({ signal }) => signal.id);

const rows = (kind: 'yes' | 'no') =>
  signals.flatMap((signal) =>
    Object.entries(signal.examples).flatMap(([tag, examples]) =>
      examples[kind].map((text) => ({ id: signal.id, tag, text })),
    ),
  );

describe('a signal', () => {
  it.each(rows('yes'))('$id hears "$text" ($tag)', ({ id, text }) => {
    expect(firedBy(text)).toContain(id);
  });

  it.each(rows('no'))('$id is not fooled by "$text" ($tag)', ({ id, text }) => {
    expect(firedBy(text)).not.toContain(id);
  });

  it('names only concepts that exist', () => {
    const known = new Set(concepts.map((concept) => concept.id));
    const named = signals.flatMap((signal) =>
      signal.rules.flatMap((rule) => [...rule.all, ...rule.none, ...rule.none_in_message]),
    );
    expect(named.flatMap((one) => one.split('|')).filter((one) => !known.has(one))).toEqual([]);
  });

  it('has three rows each way in English and in Spanish', () => {
    const thin = signals.filter((signal) =>
      ['en', 'es'].some((tag) => {
        const { yes = [], no = [] } = signal.examples[tag] ?? {};
        return yes.length < 3 || no.length < 3;
      }),
    );
    expect(thin.map((signal) => signal.id)).toEqual([]);
  });

  it('fires once, however often it is said', () => {
    expect(
      firedBy('he has a gun. he has a gun. he has a gun').filter((id) => id === 'weapon-now'),
    ).toHaveLength(1);
  });
});
