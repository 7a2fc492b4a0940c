// Whether a message is no more than an answer to what was just asked: "15", "in Houston", "someone else", "no idea".
import { hitsOf, type Understood } from '../understanding/index.js';

const MOST_TOKENS = 6;
/** Words beside a yes or a no that still leave it bare ("no thanks", "yes i am"). */
const MOST_BESIDE = 2;
const MOST_OF_WHO = 4;

type Answers = (understood: Understood) => boolean;

const bySay: Answers = ({ tokens, extracted }) => {
  const said = extracted.safety ?? extracted.yesNo;
  if (!said) return extracted.unsure;
  const inside = tokens.words.filter(
    (_, at) => (tokens.folded.starts[tokens.starts[at] ?? 0] ?? 0) < said.end,
  );
  return tokens.count - inside.length <= MOST_BESIDE;
};
const byAge: Answers = (understood) => understood.extracted.age !== null || bySay(understood);
const byState: Answers = ({ extracted }) => extracted.state !== null || extracted.unsure;
const byWho: Answers = (understood) => {
  const { tokens, message } = understood;
  const named = ['self', 'known-person', 'own-child', 'third-person'].some(
    (concept) => hitsOf(message, concept).length > 0,
  );
  return (named && tokens.count <= MOST_OF_WHO) || bySay(understood);
};

const ANSWERED: Readonly<Record<string, Answers>> = {
  age: byAge,
  minor: byAge,
  adult: byAge,
  state: byState,
  who: byWho,
  'about-you': byWho,
  'safe-now': bySay,
  'danger-now': bySay,
  'safe-contact': bySay,
  watched: bySay,
};

/**
 * True for a short message that answers `question` and says nothing beside it, and for "I don't know" at any time. Without a
 * known question nothing else is an answer.
 */
export function isBareAnswer(question: string | null, understood: Understood): boolean {
  const answers = ANSWERED[question ?? ''];
  if (understood.extracted.unsure) return true;
  return answers !== undefined && understood.tokens.count <= MOST_TOKENS && answers(understood);
}
