// A yes or a no as an answer to a question, in every language of ours.
import { fold } from '../folding/fold.js';
import { type Tokens, tokenise } from '../tokens.js';
import { type Extracted, extracted } from './extracted.js';

const YES = `yes|yeah|yea|yep|yup|ye|yess|yh|y|ya|definitely|i think so|think so|i guess|for now|it is|they are|sure|ok|okay|of course|correct|right|true|i do|i am|si|sí|sip|claro|por supuesto|asi es|creo que si|por ahora si|simon|oui|ouais|bien sûr|je crois que oui|
  sim|isso|acho que sim|estou sim|sou sim|tenho sim|com certeza|wi|wè|men wi|wi wi|mwen panse wi|có|có ạ|vâng|dạ|dạ có|dạ vâng|ừ|uh|phải|đúng|đúng vậy|oo|opo|oho|oo naman|siguro oo|ndiyo|ndio|haa|haah|da|да|ага|конечно|так|авжеж|
  نعم|اي نعم|اي|ايوه|ايوا|اه|اجل|بلى|بله|آره|اره|هان|हाँ|हां|हा|जी|जी हाँ|haan|አዎ|አዎን|네|예|응|어|넵|맞아요|그래요|是|是的|没错|对|對|嗯|好|好的|有|可以|👍|✅`;
const NO = `no|nope|nah|naw|nu uh|n|not|never|no way|negative|false|i dont|im not|i dont think so|dont think so|not really|not right now|not at the moment|no he isnt|no shes not|creo que no|ahorita no|ahora no|todavia no|je crois que non|acho que nao|mwen pa panse|nunca|para nada|non|pas du tout|não|nao|de jeito nenhum|pa|pa vre|ditou|
  không|khong|ko|chưa|hong|hindi|hinde|wala|hapana|la|maya|may|нет|неа|не|ні|нi|لا|كلا|لأ|نه|نخير|خیر|नहीं|नही|ना|nahi|አይ|አይደለም|የለም|
  아니|아니요|아니오|아뇨|아닙니다|不|不是|没有|沒有|不要|否|没|👎|❌`;
/** Being safe, as a whole answer; whether that is a yes depends on what was asked. */
const SAFE = `safe|im safe|i am safe|we are safe|were safe|its safe|it is safe|shes safe|hes safe|she is safe|he is safe|they are safe|
  yes safe|safe now|im safe now|estoy a salvo|a salvo|es seguro|segura|seguro|estoy segura|estoy seguro|esta a salvo|ya estoy a salvo|en securite|
  je suis en securite|elle est en securite|c est sur|segura sim|estou segura|estou seguro|em segurança|estou em segurança|e seguro|an sekirite|
  mwen an sekirite|li an sekirite|san danje|安全|安全的|很安全|我安全|现在安全|是安全的|她安全|他安全|امن|آمن|بأمان|انا بأمان|في امان|انا في امان|انا بامان|an toàn|em an toàn|tôi an toàn|
  rất an toàn|cháu an toàn|ligtas|ligtas ako|ligtas po|ligtas naman|ligtas sya|в безопасности|я в безопасности|безопасно|она в безопасности|안전해요|안전합니다|
  네 안전해요|안전해|안전하다|괜찮아요|безпечно|в безпеці|सुरक्षित|सुरक्षित हूँ|امنم|در امانم|salama|niko salama|amaan|waan badbaaday`;
const UNSAFE = `not safe|unsafe|im not safe|its not safe|it isnt safe|isnt safe|i am not safe|it is not safe|no es seguro|no estoy a salvo|no estoy segura|no estoy seguro|
  pas en securite|je ne suis pas en securite|pas sur|nao e seguro|nao estou segura|nao estou seguro|nao estou em segurança|pa an sekirite|mwen pa an sekirite|不安全|我不安全|
  مو امن|مش امن|غير امن|لست بأمان|مو بأمان|không an toàn|em không an toàn|hindi ligtas|hindi ako ligtas|не в безопасности|небезопасно|не безопасно|안전하지 않아요|안 안전해요|
  안전하지 않습니다|небезпечно|सुरक्षित नहीं|امن نیست|si salama|amaan maaha`;

/** Openings that look like an answer and are none. */
const NEITHER = `i dont know|dont know|idk|not sure|no se|no sé|no lo se|je ne sais pas|je sais pas|nao sei|não sei|m pa konnen|mwen pa konnen|pa konnen|
  không biết|khong biet|ko biết|hindi ko alam|sijui|ma garanayo|не знаю|لا اعرف|ما بعرف|مش عارف|نمیدانم|نمیدونم|पता नहीं|नहीं पता|አላውቅም|몰라|몰라요|不知道|no idea|maybe|tal vez|peut etre|talvez`;

function phrases(list: string): ReadonlySet<string> {
  return new Set(list.split('|').map((phrase) => tokenise(fold(phrase.trim())).words.join(' ')));
}

const yes = phrases(YES);
const no = phrases(NO);
const neither = phrases(NEITHER);
const safe = phrases(SAFE);
const unsafe = phrases(UNSAFE);
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

/** "Safe", "not safe", "安全", as the whole of a short answer or its first clause; null when it says neither. */
export function extractSafety(tokens: Tokens): Extracted<boolean> | null {
  if (tokens.count === 0 || tokens.count > LONGEST_ANSWER) return null;
  const first = tokens.clauses[0]?.to ?? tokens.count;
  const clause = tokens.words.slice(0, first).join(' ');
  if (safe.has(clause) || unsafe.has(clause))
    return extracted(tokens, safe.has(clause), { from: 0, to: first });
  return null;
}

/** "I don't know", and hardly more: an answer that tells nothing. */
export function isUnsure(tokens: Tokens): boolean {
  const size = openingIn(tokens, neither);
  return size > 0 && tokens.count - size <= 1;
}
