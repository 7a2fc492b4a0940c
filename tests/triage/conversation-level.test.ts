// A conversation's level over several messages: up with danger, down only with a clear correction.
import { type Level, unknownFacts } from '../../src/core/index.js';
import { type Applied, applyAssessment } from '../../src/triage/index.js';
import { assess, assessAfter } from './messages.js';

const START: Applied = { level: 'none', reasons: [], facts: unknownFacts(), rose: false, fell: false };

function hold(turns: readonly string[]): Applied[] {
  const states: Applied[] = [];
  for (const text of turns) {
    const before = states[states.length - 1] ?? START;
    states.push(applyAssessment(before, assessAfter(text, before.reasons)));
  }
  return states;
}

const atMost = (level: Level, ceiling: Level) => {
  const order: Level[] = ['none', 'routine', 'elevated', 'urgent', 'emergency'];
  return order.indexOf(level) <= order.indexOf(ceiling);
};

describe('the level of a conversation', () => {
  const kept = [
    'thanks',
    'never mind',
    "it's fine",
    'stop',
    'delete this',
    '',
    'ok',
    'im ok',
    'ya no, gracias',
    'olvidelo',
  ];
  it.each(kept)('stays at emergency when the person then writes "%s"', (later) => {
    const [, after] = hold(['he has a gun', later]);
    expect(after?.level).toBe('emergency');
    expect(after?.fell).toBe(false);
  });

  it.each([
    ['he has a gun', 'wrong chat, its a film'],
    ['he has a gun', 'lol it was a movie'],
    ['me van a matar esta noche', 'perdon, era una cancion'],
    ['he locked me in', 'that was last year'],
    ['me encerro en el cuarto', 'eso fue el año pasado'],
    ['my daughter is missing', 'she came home'],
    ['mi hija esta desaparecida', 'ya aparecio, esta conmigo'],
    ['我女儿失踪了', '她回家了'],
    ['딸이 실종됐어요', '딸이 집에 돌아왔어요'],
  ])('falls when "%s" is followed by "%s"', (danger, correction) => {
    const [before, after] = hold([danger, correction]);
    expect(['emergency', 'urgent']).toContain(before?.level);
    expect(atMost(after?.level ?? 'emergency', 'elevated')).toBe(true);
    expect(after?.fell).toBe(true);
  });

  it('keeps what a correction does not touch: she came home, and he still has the passports', () => {
    const [, after] = hold(['my daughter is missing. he keeps our passports', 'she came home']);
    expect(after?.level).toBe('urgent');
    expect(after?.reasons.map((reason) => reason.id)).toContain('papers-held');
    expect(after?.reasons.map((reason) => reason.id)).not.toContain('child-missing');
  });

  it.each([
    ['he has a gun', 'haha no wait that was my sons video game'],
    ['i wanna die', 'lol no its lyrics from a song'],
  ])('a no that opens the message denies what was said: "%s", then "%s"', (danger, correction) => {
    expect(hold([danger, correction])[1]?.level).toBe('none');
  });

  it('takes a danger inside the correcting words for what they correct', () => {
    const [, after] = hold([
      'mi hermana se tomo muchas pastillas',
      'ya esta en el hospital, la ambulancia se la llevo',
    ]);
    expect(atMost(after?.level ?? 'emergency', 'urgent')).toBe(true);
  });

  it('looks for no child that was found, and asks nothing of a film', () => {
    expect(hold(['my daughter is missing', 'she came home'])[1]?.facts.needs).not.toContain('find-child');
    const [, film] = hold(['he will kill my mom tonight', 'it was a movie']);
    expect(film?.facts).toMatchObject({ needs: [], who: { state: 'not-asked' } });
  });

  it('keeps whom it is about as first understood', () => {
    const [, after] = hold(['my friend is 15 and her boyfriend sells her', 'he keeps my passport too']);
    expect(after?.facts.who).toEqual({ state: 'known', value: 'known' });
  });

  it('rises again with renewed danger', () => {
    const states = hold(['he locked me in', 'that was last year', 'hes outside my door']);
    expect(states.map((state) => state.level)).toEqual(['emergency', 'elevated', 'emergency']);
    expect(states[2]?.rose).toBe(true);
  });

  it('rises with each new danger and keeps the reasons', () => {
    const states = hold(['hello', 'my boss keeps my passport', 'he found my phone', 'thanks']);
    expect(states.map((state) => state.level)).toEqual(['none', 'urgent', 'emergency', 'emergency']);
    expect(states[3]?.reasons.map((reason) => reason.id)).toEqual(
      expect.arrayContaining(['contact-discovered', 'papers-held']),
    );
  });

  it('does not believe a correction that another hand typed', () => {
    const [, after] = hold(['he has a gun', 'wrong chat it was a movie. he typed that']);
    expect(after?.level).toBe('emergency');
  });

  it.each(['hes home', 'ya llego', 'he is in the next room'])(
    'does not take "%s" for a missing child who came back',
    (text) => {
      const [, after] = hold(['they wont let me leave', text]);
      expect(after?.fell).toBe(false);
    },
  );

  it('does not take a game that was played for a correction', () => {
    expect(assess('i was playing roblox and my moms bf came in with a belt help').level).toBe('emergency');
  });

  it('does not take a question for a correction', () => {
    const [, after] = hold(['my daughter is missing', 'how do i know if she came home?']);
    expect(after?.level).toBe('urgent');
  });

  it('reads a burst in order: corrected before, new danger after', () => {
    expect(assess('he has a gun\nwrong chat its a film').level).toBe('none');
    expect(assess('that was last year. now hes outside my door').level).toBe('emergency');
  });

  it('says that danger is no longer immediate once it was corrected', () => {
    const states = hold(['he has a gun', 'it was a movie']);
    expect(states[0]?.facts.immediateDanger).toEqual({ state: 'known', value: true });
    expect(states[1]?.facts.immediateDanger).toEqual({ state: 'known', value: false });
  });
});
