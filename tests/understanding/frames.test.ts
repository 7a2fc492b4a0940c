// How a frightening word is meant: denied, past, asked, supposed, played, told of another.
import { FRAME, type FrameName, frameHits } from '../../src/understanding/index.js';
import { read } from '../triage/messages.js';

/** Frames of the first hit of a concept, without those that only say who and when. */
function framesOf(text: string, concept: string): FrameName[] {
  const message = read(text);
  const hit = message.byConcept.get(concept)?.[0];
  if (!hit) throw new Error(`"${text}" says nothing of ${concept}`);
  const bits = frameHits(message)[hit.index] as number;
  return (Object.keys(FRAME) as FrameName[]).filter((name) => name !== 'self' && (bits & FRAME[name]) !== 0);
}

const TABLE: readonly (readonly [string, string, readonly FrameName[]])[] = [
  ['he has a gun', 'weapon', []],
  ['he doesnt have a gun', 'weapon', ['negated']],
  ['nobody has a gun', 'weapon', ['negated']],
  ['i dont know if he has a gun', 'weapon', []],
  ['no tiene pistola', 'weapon', ['negated']],
  ['no se si tiene pistola', 'weapon', []],
  ['i cant leave he hits me', 'hitting', []],
  ['nadie me pega', 'hitting', ['negated']],
  ['he locked me in', 'locked-in', []],
  ['he used to lock me in', 'locked-in', ['past']],
  ['me encerraba con llave', 'locked-in', ['past']],
  ['me encerro con llave', 'locked-in', []],
  ['years ago he beat me', 'hitting', ['past']],
  ['he beat me. that was last year', 'hitting', ['past']],
  ['he used to beat me and now he is choking me', 'hitting', ['past']],
  ['he used to beat me and now he is choking me', 'hitting-now', ['now']],
  ['me pegaba hace años y ahora me esta ahorcando', 'hitting-now', ['now']],
  ['she asked if he hit me', 'hitting', ['question']],
  ['she asked me if he has a gun', 'weapon', ['question']],
  ['me preguntaron si me pega', 'hitting', ['question']],
  ['what is the penalty for having a gun?', 'weapon', ['question']],
  ['what do i do he has a gun?', 'weapon', []],
  ['if someone pulls a gun is that a crime', 'weapon', ['hypothetical']],
  ['in the game he has a gun', 'weapon', ['fiction']],
  ['en el juego tiene una pistola', 'weapon', ['fiction']],
  ['i was playing gta. help me my dad has a gun', 'weapon', []],
  ['she met on roblox a man with a gun', 'weapon', []],
  ['who sings "he has a gun"', 'weapon', ['fiction', 'question', 'quoted']],
  ['my friend says he has a gun', 'weapon', ['other']],
  ['he has a gun right now', 'weapon', ['now']],
];

describe('a frightening word', () => {
  it.each(TABLE)('in "%s" (%s) is framed %j', (text, concept, expected) => {
    const frames = framesOf(text, concept);
    expect(frames).toEqual(expect.arrayContaining([...expected]));
    const telling: readonly FrameName[] = ['negated', 'past', 'question', 'hypothetical', 'fiction'];
    expect(frames.filter((name) => telling.includes(name)).sort()).toEqual(
      expected.filter((name) => telling.includes(name)).sort(),
    );
  });
});
