// Ages: "15", "im 15", "tengo quince años", "14 yo", "16f", "in 8th grade". Never parts of phone numbers, addresses,
// times, prices or spans of time.
import { AGE_BANDS, type AgeBand } from '../../core/index.js';
import { fold } from '../folding/fold.js';
import { type Tokens, tokenise } from '../tokens.js';
import { type Extracted, extracted, wordSet } from './extracted.js';
import { type NumberAt, numberAt } from './number-words.js';

const OLDEST = 110;
const words = (list: string) => wordSet(list, (word) => tokenise(fold(word)).words.join(' '));

/** Units that only ages have. */
const AGE_UNITS =
  words(`yo yrold yearold yearsold tuổi лет років року рочки 살 살이 살이에요 살입니다 세 岁 gulang anyos
  ساله سالمه سالشه ساله‌ام سالم साल वर्ष का की ዓመቴ ዓመቷ ዓመቱ አመቴ አመቷ አመቱ jir jirka sanojir`);
/** Units that spans of time have too: believed with an age verb before, or for the young without a span's cue. */
const YEAR_UNITS = words(
  'years year yrs yr años año anos ano ans an anos taon taong года год рік роки سنة سنه سنوات عام عاما عمر سال ዓመት አመት sano miaka',
);
const AGE_VERBS = words(`am im i'm is hes shes he's she's was age aged turned turning theyre are
  tengo tiene tenia cumpli cumplo cumple cumplio edad tenho tem idade fiz faço completei ai a avait âge gen gin laj
  tôi em con cháu mình tuổi cháu được мне ей ему нам мені їй йому 今年 我 她 他 عمري عمره عمرها عندي سني سنم عمر منم
  उम्र आयु मैं वह वो edad ako siya ako'y nina ana umri miaka jirsan jira jirtaa da'daydu 나이 나이는 저는 나는 제가 나 전 እድሜዬ ዕድሜዬ እድሜ ዕድሜ`);
const SPAN_CUES =
  words(`for since ago about last past over after every hace llevo desde durante por hasta depuis pendant
  dans il há faz por desde durante depi pandan từ trong khoảng sa loob ng за через уже тому вже منذ قبل لمدة منذ पिछले से tangu kwa muda wakati`);
/** What follows a number that is no age. */
const OTHER_UNITS =
  words(`min mins minute minutes hour hours hr hrs day days week weeks wks month months mo mile miles km
  block blocks feet ft inch pounds lbs kg percent dollars bucks usd people guys men girls boys kids children women of us am pm oclock
  times more other others st nd rd th street ave avenue road rd blvd drive lane apt floor hundred thousand years yrs year and_half
  minutos horas dias semanas meses hijos hijas niños personas hombres mujeres veces calle pesos dolares hermanos
  heures jours semaines mois enfants personnes fois euros rue minit èdtan jou semèn mwa moun timoun
  filhos crianças pessoas vezes reais rua irmãos час часа часов минут дней недель месяцев человек детей
  phút giờ ngày tuần tháng người con lần oras araw linggo buwan tao anak beses siku saa wiki mwezi watu maalmood saac`);
/** What stands before a number that is no age. */
const OTHER_CUES =
  words(`apt room unit number no exit route hwy highway gate bus line floor district building interstate i at
  around by until till call text dial step option press page chapter level channel calle numero habitacion cuarto ruta piso
  chambre numéro kay nimewo phòng số комната номер غرفة رقم`);
const STARTERS = words('1 i he she they we you because but and so y e et mas pero mais');

/** With one of these before it, or right after it, an age is of another time ("when i was 15, now im 20"). */
const WHEN =
  words(`when cuando quando quand lorsque lè lo khi hồi noong nung когда коли عندما لما 时 时候 때 때부터 जब lini goor markii waqti
  وقتی ሳለሁ`);
/** With one of these right before it or right after it, an age may be one of then: another that is told counts first. */
const THEN =
  words(`was then tenia entonces avait avais alors tinha então era был была было тогда був була тоді 当时 那时 당시 كان كانت وقتها
  था थी noon`);
/** What is a number's subject and no person: "the room is 12". */
const THINGS =
  words(`it that this there here what which rent price debt fee shift rate pay room number exit apt address code
  total quota score bed bus today date`);

/** Right after one of these, or after it and "de", a number is how old they are ("my sister 15", "mi hijo de 16"). */
const PEOPLE =
  words(`sister brother son daughter niece nephew cousin kid girl boy student patient client grandson granddaughter
  hijo hija hermana hermano hermanita hermanito sobrina sobrino prima primo amiga amigo alumna alumno niña niño nieta nieto muchacha
  muchacho chica fille fils soeur frère nièce neveu élève copine filha filho irmã irmão sobrinha sobrinho aluna menina menino`);

/** Age bands of the summary; whole years. */
export function ageBandOf(years: number): AgeBand {
  if (years < 12) return AGE_BANDS[0];
  if (years < 16) return AGE_BANDS[1];
  return years < 18 ? AGE_BANDS[2] : AGE_BANDS[3];
}

function unitAt(tokens: Tokens, index: number): string {
  return tokens.words[index] ?? '';
}

/** Signs that tie a number to something else: "$15", "#15", "5-15", "15:30", "15%". */
function isTied(tokens: Tokens, number: NumberAt): boolean {
  const { text } = tokens.folded;
  const before = text.slice(0, tokens.starts[number.from]).slice(-2);
  const after = text.slice(tokens.ends[number.to - 1], (tokens.ends[number.to - 1] as number) + 2);
  return /[$#+£€@]\s?$|[\d\p{L}][-/.:]$/u.test(before) || /^(?:[%$€£°]|[-/.:,]\d)/.test(after);
}

interface Candidate {
  readonly tokens: Tokens;
  readonly number: NumberAt;
  readonly asked: boolean;
}

/** Glued forms: "15yo", "15살", "16f", "15ans". */
const GLUED = /^(\d{1,2})(?:yo|yrs?old|y|f|yr|살.*|세.*|ans|tuoi)$/;

function isGlued(word: string): boolean {
  return GLUED.test(word);
}

/** "15 yo", "15 years old", "fifteen-year-old", "15 y/o", "15 лет", "15岁". */
function hasAgeUnit({ tokens, number }: Candidate): boolean {
  // Behind a comma begins something else: "somos 4, yo tengo 17".
  const next = endsClause(tokens, number.to) ? '' : unitAt(tokens, number.to);
  const second = unitAt(tokens, number.to + 1);
  if (isGlued(unitAt(tokens, number.from))) return true;
  if (AGE_UNITS.has(next)) return !SPAN_CUES.has(unitAt(tokens, number.from - 1));
  if (next === 'taong' && second === 'gulang') return true;
  if (next === 'y' && second === 'o') return true;
  return (
    /^(?:years?|yrs?|yr)$/.test(next) &&
    (second === 'old' || (second === 'of' && unitAt(tokens, number.to + 2) === 'age'))
  );
}

/** "tengo 15 años", "j'ai 15 ans": a unit of years with a verb of age before, or a young number without a span's cue. */
function hasYears({ tokens, number }: Candidate): boolean {
  if (!YEAR_UNITS.has(unitAt(tokens, number.to))) return false;
  const before = [1, 2, 3].map((back) => unitAt(tokens, number.from - back));
  if (before.some((word) => SPAN_CUES.has(word))) return false;
  if (/^(?:years?|yrs?)$/.test(unitAt(tokens, number.to))) return false;
  return before.slice(0, 2).some((word) => AGE_VERBS.has(word)) || (number.value >= 10 && number.value <= 25);
}

function endsClause(tokens: Tokens, index: number): boolean {
  return index >= tokens.count || tokens.clause[index] !== tokens.clause[index - 1];
}

/** "im 15", "she is fifteen", "мне 15", "عمري 15": a verb of age right before and no other unit after. */
function hasVerb({ tokens, number }: Candidate): boolean {
  const before = unitAt(tokens, number.from - 1);
  const filler = /^(?:only|just|now|like|solo|apenas|i|of|now|tuoi|mới|moi|laj|ni|ay|is|es|est|est)$/.test(
    before,
  );
  const subject = unitAt(tokens, number.from - 2);
  const isSaidOf = before === 'is' && subject !== '' && !THINGS.has(subject);
  const verb = filler && !isSaidOf ? subject : before;
  if (!AGE_VERBS.has(verb) || number.value < (number.written ? 8 : 5)) return false;
  const next = unitAt(tokens, number.to);
  if (endsClause(tokens, number.to)) return true;
  if (OTHER_UNITS.has(next) || /^\d/.test(next)) return false;
  const isEnglish = /^(?:am|im|is|hes|shes|was|age|aged|turned|turning|theyre|are)$/.test(verb);
  return isEnglish ? number.value >= 8 : STARTERS.has(next);
}

/** "my sister 15", "mi hijo de 16". */
function hasPerson({ tokens, number }: Candidate): boolean {
  const before = unitAt(tokens, number.from - 1);
  const person = before === 'de' ? unitAt(tokens, number.from - 2) : before;
  const next = unitAt(tokens, number.to);
  return PEOPLE.has(person) && number.value >= 3 && !OTHER_UNITS.has(next) && !/^\d/.test(next);
}

/** The whole message is the number, or begins with it and a clause's end ("15, why"), after a question about age. */
function isBare({ tokens, number, asked }: Candidate): boolean {
  const alone = number.from === 0 && number.to === tokens.count;
  if (alone) return asked || (number.value >= 10 && number.value < 100 && !number.written);
  return asked && number.from <= 2 && !OTHER_UNITS.has(unitAt(tokens, number.to));
}

function isAge(candidate: Candidate): boolean {
  const { tokens, number } = candidate;
  if (number.value < 1 || number.value > OLDEST || isTied(tokens, number)) return false;
  if (OTHER_CUES.has(unitAt(tokens, number.from - 1)) && !candidate.asked) return hasAgeUnit(candidate);
  return [hasAgeUnit, hasYears, hasVerb, hasPerson, isBare].some((tells) => tells(candidate));
}

/** "when i was 15", "cuando tenia 15", "15岁的时候": how old somebody was, which is not how old they are. */
function isOfThen(tokens: Tokens, number: NumberAt): boolean {
  const clause = tokens.clause[number.from];
  const before = [1, 2, 3, 4].map((back) => number.from - back);
  const after = [0, 1, 2].map((ahead) => number.to + ahead);
  return [...before, ...after].some((at) => tokens.clause[at] === clause && WHEN.has(unitAt(tokens, at)));
}

const GRADE = /\b(\d{1,2})(?:st|nd|rd|th|vo|to|mo|er|ro|do) (?:grade|grader|graders|grado)\b/;
const GRADE_WORDS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];
const GRADE_WORD = new RegExp(`\\b(${GRADE_WORDS.join('|')}) grade(?:r|rs)?\\b`);
const GRADO_WORDS = [
  'primer',
  'segundo',
  'tercer',
  'cuarto',
  'quinto',
  'sexto',
  'septimo',
  'octavo',
  'noveno',
  'decimo',
];
const GRADO = new RegExp(`\\b(${GRADO_WORDS.join('|')}) grado\\b`);

/** A child in grade n is about n + 5 years old at the start of the school year. */
const YEARS_AT_GRADE = 5;

function fromGrade(tokens: Tokens): Extracted<number> | null {
  const { plain } = tokens.folded;
  const found = GRADE.exec(plain) ?? GRADE_WORD.exec(plain) ?? GRADO.exec(plain);
  if (found === null) return null;
  const name = found[1] ?? '';
  const grade = Number(name) || GRADE_WORDS.indexOf(name) + 1 || GRADO_WORDS.indexOf(name) + 1;
  if (grade < 1 || grade > 12) return null;
  const at = tokens.starts.findIndex((start) => start >= found.index);
  const to = tokens.starts.findIndex((start) => start >= found.index + found[0].length);
  return extracted(tokens, grade + YEARS_AT_GRADE, { from: at, to: to < 0 ? tokens.count : to });
}

/**
 * The first age told in a message, in whole years, or null; one of now before one of then, and "when i was 15" is none. `asked`: the bot has just asked for an age, so that a
 * number by itself is one. A school grade counts when no age is told.
 */
export function extractAge(
  tokens: Tokens,
  options: { readonly asked?: boolean } = {},
): Extracted<number> | null {
  const ages = agesIn(tokens, options.asked ?? false);
  const age = ages.find((number) => !mayBeOfThen(tokens, number)) ?? ages[0];
  return age ? extracted(tokens, age.value, age) : fromGrade(tokens);
}

function agesIn(tokens: Tokens, asked: boolean): NumberAt[] {
  const found: NumberAt[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const number = numberAt(tokens, i);
    if (number === null) continue;
    if (isAge({ tokens, number, asked }) && !isOfThen(tokens, number)) found.push(number);
    i = number.to - 1;
  }
  return found;
}

/** "I was 15 then". */
function mayBeOfThen(tokens: Tokens, number: NumberAt): boolean {
  const around = [number.from - 1, number.from - 2, number.to, number.to + 1];
  return around.some(
    (at) => tokens.clause[at] === tokens.clause[number.from] && THEN.has(unitAt(tokens, at)),
  );
}

const MINOR =
  /\b(?:minor|underage|under age|under 18|under eighteen|menor de edad|menor|mineur|mineure|minè|de menor|menor de idade|несовершеннолетн\p{L}*|неповнолітн\p{L}*|menor de edad|wala pang 18)\b|未成年|미성년|قاصر|تحت 18|زير 18|नाबालिग/u;
const ADULT =
  /\b(?:adult|over 18|over eighteen|mayor de edad|adulto|adulta|majeur|majeure|maior de idade|adilt)\b|成年人|성인/;

/** Whether the person told of is said to be under 18 or grown up; null when neither is said. */
export function extractMinor(tokens: Tokens): Extracted<boolean> | null {
  const { plain } = tokens.folded;
  const minor = MINOR.exec(plain);
  const found = minor ?? ADULT.exec(plain);
  if (found === null) return null;
  const from = Math.max(
    0,
    tokens.starts.findIndex((start) => start >= found.index),
  );
  const to = tokens.starts.findIndex((start) => start >= found.index + found[0].length);
  return extracted(tokens, minor !== null, { from, to: to < 0 ? tokens.count : to });
}
