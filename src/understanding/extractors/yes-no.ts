// A yes or a no as an answer to a question, in every language of ours.
import { fold } from '../folding/fold.js';
import { type Tokens, tokenise } from '../tokens.js';
import { type Extracted, extracted } from './extracted.js';

const YES = `yes|yeah|yea|yep|yup|y|ya|sure|ok|okay|of course|correct|right|true|i do|i am|si|sí|claro|por supuesto|asi es|simon|oui|ouais|bien sûr|
  sim|isso|com certeza|wi|wè|men wi|có|vâng|dạ|ừ|uh|phải|đúng|đúng vậy|oo|opo|oho|ndiyo|ndio|haa|haah|da|да|ага|конечно|так|авжеж|
  نعم|اي|ايوه|ايوا|اه|اجل|بلى|بله|آره|اره|هان|हाँ|हां|हा|जी|जी हाँ|haan|አዎ|አዎን|네|예|응|어|넵|맞아요|그래요|是|是的|对|對|嗯|好|好的|有|可以|👍|✅`;
const NO = `no|nope|nah|n|not|never|no way|negative|false|i dont|im not|nunca|para nada|non|pas du tout|não|nao|de jeito nenhum|pa|pa vre|ditou|
  không|khong|ko|chưa|hong|hindi|hinde|wala|hapana|la|maya|may|нет|неа|не|ні|нi|لا|كلا|لأ|نه|نخير|خیر|नहीं|नही|ना|nahi|አይ|አይደለም|የለም|
  아니|아니요|아니오|아뇨|아닙니다|不|不是|没有|沒有|不要|否|没|👎|❌`;
/** Openings that look like an answer and are none. */
const NEITHER = `i dont know|dont know|idk|not sure|no se|no sé|no lo se|je ne sais pas|je sais pas|nao sei|não sei|m pa konnen|mwen pa konnen|pa konnen|
  không biết|khong biet|ko biết|hindi ko alam|sijui|ma garanayo|не знаю|لا اعرف|ما بعرف|مش عارف|نمیدانم|نمیدونم|पता नहीं|नहीं पता|አላውቅም|몰라|몰라요|不知道|no idea|maybe|tal vez|peut etre|talvez`;

function phrases(list: string): ReadonlySet<string> {
  return new Set(list.split('|').map((phrase) => tokenise(fold(phrase.trim())).words.join(' ')));
}

const yes = phrases(YES);
const no = phrases(NO);
const neither = phrases(NEITHER);
const LONGEST_ANSWER = 8;
const LONGEST_PHRASE = 4;

function openingIn(tokens: Tokens, set: ReadonlySet<string>): number {
  for (let size = Math.min(LONGEST_PHRASE, tokens.count); size > 0; size--) {
    if (set.has(tokens.words.slice(0, size).join(' '))) return size;
  }
  return 0;
}

/** Negations that begin a sentence of their own ("not yet", "pa gen"): an answer only when little follows. */
const WEAK = phrases('not|n|y|pa|la|da|may|ya|не|ko|ok|okay|не|right|有|没|不|ना|어|uh|has');

/**
 * The answer that a short message opens with; null for longer messages, for "I don't know", and when nothing is said.
 * A message of more than eight tokens is no answer to yes or no.
 */
export function extractYesNo(tokens: Tokens): Extracted<boolean> | null {
  if (tokens.count === 0 || tokens.count > LONGEST_ANSWER || openingIn(tokens, neither) > 0) return null;
  const yesSize = openingIn(tokens, yes);
  const noSize = openingIn(tokens, no);
  const size = Math.max(yesSize, noSize);
  if (size === 0) return null;
  const opening = tokens.words.slice(0, size).join(' ');
  if (WEAK.has(opening) && size < tokens.count && tokens.clause[size] === tokens.clause[0]) return null;
  return extracted(tokens, yesSize >= noSize, { from: 0, to: size });
}
