// One message: level, reasons with places, facts, bare answers, and how far the classifier is heard.
import type { Level } from '../../src/core/index.js';
import { assess } from './messages.js';

describe('nearly the same words', () => {
  it.each<readonly [string, Level, string, Level]>([
    ['he has a gun', 'emergency', 'in the game he has a gun', 'none'],
    ['tiene una pistola', 'emergency', 'en el juego tiene una pistola', 'none'],
    ['he locked me in', 'emergency', 'is it a crime if he locked someone in?', 'routine'],
    ['he is hitting me', 'emergency', 'the form asked if he is hitting me', 'routine'],
    ['she kidnapped my sister', 'emergency', 'what is the penalty for kidnapping', 'routine'],
    ['i want a human', 'elevated', 'do humans work here?', 'routine'],
    ['ya no quiero vivir', 'urgent', 'la tarea me va a matar jaja', 'none'],
  ])('"%s" is %s and "%s" is %s', (danger, high, innocent, low) => {
    const levels = [assess(danger).level, assess(innocent).level];
    expect(levels).toEqual([high, low]);
  });
});

describe('reasons', () => {
  it('show the person’s own words at their place in the original text', () => {
    const text = 'Hello.   HE HAS A GUN, please';
    const [reason] = assess(text).reasons;
    expect(reason).toMatchObject({ source: 'signal', id: 'weapon-now', kind: 'danger', level: 'emergency' });
    expect(text.slice(reason?.start, reason?.end)).toBe(reason?.text);
    expect(reason?.text).toBe('HAS A GUN');
  });

  it('quote at most 80 characters and never half a character', () => {
    const text = `they wont let me leave ${'🙏'.repeat(60)} they keep us here and my cousin`;
    for (const reason of assess(text).reasons) {
      expect(reason.text.length).toBeLessThanOrEqual(80);
      expect(reason.text.isWellFormed()).toBe(true);
    }
  });

  it('put the most urgent first', () => {
    const { reasons } = assess('she keeps my passport and he has a gun');
    expect(reasons.map((reason) => reason.level)).toEqual(['emergency', 'urgent']);
  });

  it('name the kind that decides the contact set', () => {
    expect(assess('i dont want to live anymore').reasons[0]?.kind).toBe('self-harm');
    expect(assess('nobody knows where my nephew is').reasons[0]?.kind).toBe('missing-child');
    expect(assess('he will post my nudes if i dont pay').reasons[0]?.kind).toBe('images');
    expect(assess('can i talk to a person').reasons[0]?.kind).toBe('person-asked');
  });
});

describe('the classifier', () => {
  it('is heard when no signal speaks', () => {
    const { level, reasons } = assess('the rent here is hours', null, { urgent: 0.7, routine: 0.3 });
    expect(level).toBe('urgent');
    expect(reasons[0]).toMatchObject({
      source: 'classifier',
      id: 'level:urgent',
      text: 'the rent here is hours',
    });
  });

  it('does not lower what a signal says unless it is sure that all is quiet', () => {
    expect(assess('he has a gun', null, { urgent: 0.2, none: 0.8 }).level).toBe('emergency');
    expect(assess('my toddler is hitting me with a banana', null, { none: 0.99 }).level).toBe('none');
  });

  it('and a signal add up where neither alone would call danger', () => {
    const voice = { urgent: 0.2, none: 0.8 };
    expect(assess('the rent here is hours', null, voice).level).toBe('none');
    expect(assess('my boss keeps my passport', null, voice).level).toBe('urgent');
  });

  it('settles between routine and none only where no innocent frame does', () => {
    expect(assess('what is the penalty for kidnapping?', null, { none: 0.9, routine: 0.1 }).level).toBe(
      'routine',
    );
  });

  it('is not held down by an innocent frame beside a danger', () => {
    const text = 'what is the penalty for kidnapping? they wont let me leave';
    expect(assess(text, null, { emergency: 0.9, none: 0.1 }).level).toBe('emergency');
  });
});

describe('facts', () => {
  it('tell age, band, minor and place', () => {
    const { facts } = assess('im 15 and they wont let me leave, motel off exit 9');
    expect(facts).toMatchObject({
      age: 15,
      ageBand: '12-15',
      minor: true,
      who: 'self',
      place: 'motel off exit 9',
    });
    expect(facts.needs).toContain('escape');
  });

  it('tell a friend’s situation from the speaker’s', () => {
    expect(assess('my friend told me they wont let her leave').facts.who).toBe('known');
    expect(assess('my husband hits me and wont let me leave').facts.who).toBe('self');
    expect(assess('my client cant leave, they keep her passport').facts.who).toBe('professional');
  });

  it('say nothing that was not said', () => {
    expect(assess('hello').facts).toEqual({ needs: [] });
  });

  it('note that it is not safe to answer when the phone is watched', () => {
    expect(assess('he found my phone').facts.safeToContact).toBe(false);
  });
});

describe('a bare answer', () => {
  it.each([
    ['15', 'age', { age: 15, ageBand: '12-15', minor: true }],
    ['tengo 20', 'age', { age: 20, ageBand: '18-plus', minor: false }],
    ['yes', 'minor', { minor: true }],
    ['no', 'minor', { minor: false }],
    ['Texas', 'state', { state: 'TX' }],
    ['yes', 'safe-contact', { safeToContact: true }],
    ['no', 'safe-contact', { safeToContact: false }],
    ['my friend', 'who', { who: 'known' }],
    ['me', 'who', { who: 'self' }],
    ['sí', 'safe-now', { immediateDanger: false }],
    ['no', 'danger-now', { immediateDanger: false }],
  ])('"%s" to "%s" is read', (text, question, expected) => {
    expect(assess(text, question).facts).toMatchObject(expected);
  });

  it('"no" to "is it safe now?" is urgent, and only to that question', () => {
    expect(assess('no', 'safe-now').level).toBe('urgent');
    expect(assess('no', 'minor').level).toBe('none');
    expect(assess('no').level).toBe('none');
  });

  it('"yes" to "are you in danger right now?" is an emergency', () => {
    expect(assess('yes', 'danger-now')).toMatchObject({
      level: 'emergency',
      facts: { immediateDanger: true },
    });
    expect(assess('no', 'danger-now').level).toBe('none');
  });

  it.each(['no', 'yes', '15', '😭', 'not now', 'да', '不'])(
    'a bare "%s" is no danger because it resembles messages that were',
    (text) => {
      expect(assess(text, null, { emergency: 0.9, none: 0.1 }).level).toBe('none');
    },
  );

  it('one word with a meaning is worth a person, not an alarm, by likeness alone', () => {
    expect(assess('hungry', null, { emergency: 0.9, none: 0.1 }).level).toBe('elevated');
  });

  it('"15" means nothing when nobody asked', () => {
    expect(assess('15').facts.age).toBeUndefined();
  });
});

describe('asking for a person', () => {
  it.each(['can i talk to a real person', 'operator', 'quiero hablar con una persona', 'no bot'])(
    '"%s" asks',
    (text) => {
      expect(assess(text)).toMatchObject({ asksForPerson: true, level: 'elevated' });
    },
  );

  it.each(['are you a bot?', 'eres un robot?', 'when do people work there'])('"%s" only wonders', (text) => {
    expect(assess(text)).toMatchObject({ asksForPerson: false, level: 'routine' });
  });
});

describe('whom a message is about', () => {
  it.each([
    ['my boss took my passport and he says he will hurt my sister if i leave. i am 16 in houston', 'self'],
    ['mi patron me quito el pasaporte y dice que le va a hacer algo a mi hermana', 'self'],
    ['my friend told me they took her passport, she is 15', 'known'],
  ])('"%s" is %s', (text, who) => {
    expect(assess(text).facts.who).toBe(who);
  });
});

describe('money asked for a child', () => {
  it.each([
    ['me piden dinero para soltar a mi sobrino de orr', 'elevated'],
    ['they want money for my nephew or they kill him', 'emergency'],
    ['lol my brother kidnapped my fries', 'none'],
  ])('"%s" is %s', (text, level) => {
    expect(assess(text).level).toBe(level);
  });
});
