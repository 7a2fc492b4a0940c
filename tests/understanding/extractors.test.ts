// Plain facts people tell in their own words: age, state, yes or no, who they speak of, phone numbers.
import {
  ageBandOf,
  extractAge,
  extractFacts,
  extractMinor,
  extractRelation,
  extractState,
  extractYesNo,
  findPhoneNumbers,
  fold,
  tokenise,
} from '../../src/understanding/index.js';

const split = (text: string) => tokenise(fold(text));

test.each([
  ['en', 'im 15', 15],
  ['en', "I'm fifteen and scared", 15],
  ['en', '14 yo', 14],
  ['en', '14yo girl', 14],
  ['en', 'she is 16 years old', 16],
  ['en', 'my sister, 13 y/o, is gone', 13],
  ['en', 'a seventeen-year-old girl', 17],
  ['en', '16f need help', 16],
  ['en', 'age: 12', 12],
  ['en', 'i turned 18 last week', 18],
  ['en', 'shes 14 he wont let her go', 14],
  ['en', '15', 15],
  ['en', 'my daughter is in 8th grade', 13],
  ['es', 'tengo quince', 15],
  ['es', 'tengo 15 años', 15],
  ['es', 'cumplo 17', 17],
  ['es', 'mi hija de 14 años', 14],
  ['fr', "j'ai seize ans", 16],
  ['fr', 'elle a 15 ans', 15],
  ['pt-BR', 'tenho dezesseis anos', 16],
  ['ht', 'mwen gen kenz an', 15],
  ['vi', 'em 15 tuổi', 15],
  ['vi', 'con tôi mười lăm tuổi', 15],
  ['tl', 'labinlimang taong gulang 15 taong gulang', 15],
  ['sw', 'nina miaka 15 umri 15', 15],
  ['so', 'waxaan ahay 15 jir', 15],
  ['ru', 'мне 15 лет', 15],
  ['ru', 'ей пятнадцать', 15],
  ['uk', 'мені 16 років', 16],
  ['ar', 'عمري 15 سنة', 15],
  ['ar', 'عندي خمسة عشر سنة', 15],
  ['fa', '۱۵ سالمه', 15],
  ['fa', 'پانزده ساله هستم', 15],
  ['hi', 'मैं 15 साल की हूँ', 15],
  ['hi', 'मेरी उम्र पंद्रह साल', 15],
  ['am', 'ዕድሜዬ 15 ዓመት', 15],
  ['am', 'አሥራ አምስት ዓመቴ', 15],
  ['ko', '저는 15살이에요', 15],
  ['ko', '열다섯 살', 15],
  ['zh-Hans', '我今年15岁', 15],
  ['zh-Hans', '她十六岁', 16],
  ['zh-Hant', '我十五歲', 15],
  ['en', 'my nephew is 12 and lives with a sponsor', 12],
  ['en', 'my sister 15 is being sold', 15],
  ['en', 'i have a patient, 20, whose boss hit her', 20],
  ['es', 'mi hijo de 16 trabaja de noche', 16],
  ['en', 'i was trafficked when i was 16, im 25 now', 25],
  ['es', 'me explotaron cuando tenia 15 años, ahora tengo 23', 23],
  ['es', 'somos 4, yo tengo 17', 17],
  ['en', 'there are 12 of us, yo im 16', 16],
  ['en', 'it was 3 years ago, i was 15 then, now im 18', 18],
  ['en', 'i was 15 then', 15],
  ['ru', 'мне было 14 лет, сейчас мне 19', 19],
  ['fr', "j'avais 15 ans, j'ai 20 ans maintenant", 20],
])('%s: "%s" tells an age', (_, text, years) => {
  expect(extractAge(split(text))?.value).toBe(years);
});

test.each([
  'call 1-888-373-7888',
  'my number is 213 555 0142',
  'text 233733',
  '15 Main street',
  'apt 15',
  'room 214 exit 15',
  'i am 20 minutes away',
  'im 2 months pregnant',
  'he owes me $15',
  'at 15:30',
  'i have been here 3 years',
  'llevo 15 años trabajando aqui',
  'hace 12 años',
  'tengo 2 hijos',
  "j'ai 2 enfants",
  'for 15 years',
  'there are 12 girls in the house',
  '12/15/2009',
  '3 of us',
  '15% of my pay',
  'i-95',
  'i am 15% sure',
  'he is $15 short',
  'she is 15-20 min late',
  'he comes at 10',
  'one of them',
  'my room is 12',
  'he hit my sister 3 times',
  'i was taken when i was 14',
  'cuando tenia 15 años',
  '1',
])('"%s" tells no age', (text) => {
  expect(extractAge(split(text))).toBeNull();
});

test('a bare number is an age when the bot has just asked for one', () => {
  expect(extractAge(split('9'), { asked: true })?.value).toBe(9);
  expect(extractAge(split('fourteen'), { asked: true })?.value).toBe(14);
  expect(extractAge(split('quince'), { asked: true })?.value).toBe(15);
  expect(extractAge(split('2 hours ago'), { asked: true })).toBeNull();
});

test('the place of an age is where the person wrote it', () => {
  const text = 'hola, tengo quince años';
  const age = extractAge(split(text));
  expect(text.slice(age?.start, age?.end)).toBe('quince');
});

test('ages fall into the bands of the summary', () => {
  expect([11, 12, 15, 16, 17, 18].map(ageBandOf)).toEqual([
    'under-12',
    '12-15',
    '12-15',
    '16-17',
    '16-17',
    '18-plus',
  ]);
});

test.each([
  ['she is a minor', true],
  ['es menor de edad', true],
  ['她未成年', true],
  ['i am an adult', false],
  ['hello', undefined],
])('"%s" tells whether somebody is under 18', (text, minor) => {
  expect(extractMinor(split(text))?.value).toBe(minor);
});

test.each([
  ['im in texas', 'TX'],
  ['I live in Houston', 'TX'],
  ['estoy en nueva york', 'NY'],
  ['NYC', 'NY'],
  ['en Carolina del Norte', 'NC'],
  ['我在纽约', 'NY'],
  ['我喺洛杉磯', 'CA'],
  ['انا في تكساس', 'TX'],
  ['я в Калифорнии', 'CA'],
  ['저는 캘리포니아에 있어요', 'CA'],
  ['mwen nan Miami', 'FL'],
  ["i'm from Ohio but now i'm in Nevada", 'NV'],
  ['west virginia', 'WV'],
  ['kansas city', 'MO'],
  ['Dallas, TX', 'TX'],
  ['Columbus, OH', 'OH'],
  ['TX', 'TX'],
  ['washington dc', 'DC'],
])('"%s" names a state', (text, state) => {
  expect(extractState(split(text))?.value).toBe(state);
});

test.each(['help me', 'ok', 'hi', 'come in or go', 'IN A HOTEL OR HI', 'he told me to', 'la casa de mi tia'])(
  '"%s" names no state',
  (text) => {
    expect(extractState(split(text))).toBeNull();
  },
);

test.each([
  ['houston', 'houston'],
  ['im in Miami, FL', 'Miami'],
  ['我在休斯敦', '休斯敦'],
  ['я в Бруклине', 'Бруклине'],
  ['texas', undefined],
  ['nueva york', undefined],
  ['hello', undefined],
])('"%s" names a city, as it was written', (text, city) => {
  expect(extractFacts(split(text)).city?.value).toBe(city);
});

test('"wi" is a yes in Haitian Creole, and Wisconsin only when the bot has just asked for the state', () => {
  expect(extractState(split('wi'))).toBeNull();
  expect(extractState(split('wi'), { asked: true })?.value).toBe('WI');
});

test.each([
  ['im safe', true],
  ['estoy a salvo', true],
  ['安全', true],
  ['an toàn', true],
  ['안전해요', true],
  ['not safe', false],
  ['不安全', false],
  ['no es seguro', false],
  ['is it safe to go to the police', undefined],
])('"%s" as a whole answer says whether it is safe', (text, safe) => {
  expect(extractFacts(split(text)).safety?.value).toBe(safe);
});

test('"ok" is Oklahoma when the bot has just asked for the state', () => {
  expect(extractState(split('ok'), { asked: true })?.value).toBe('OK');
});

const ANSWERS: readonly (readonly [language: string, yes: string, no: string])[] = [
  ['en', 'yes', 'nope'],
  ['es', 'sí, claro', 'no'],
  ['fr', 'oui', 'non merci'],
  ['pt-BR', 'sim', 'não'],
  ['zh-Hans', '是的', '不是'],
  ['zh-Hant', '對', '沒有'],
  ['ar', 'نعم', 'لا'],
  ['ht', 'wi', 'non'],
  ['vi', 'vâng', 'không'],
  ['tl', 'opo', 'hindi'],
  ['ru', 'да', 'нет'],
  ['uk', 'так', 'ні'],
  ['ko', '네', '아니요'],
  ['hi', 'हाँ', 'नहीं'],
  ['fa', 'بله', 'نه'],
  ['am', 'አዎ', 'አይደለም'],
  ['sw', 'ndiyo', 'hapana'],
  ['so', 'haa', 'maya'],
];

test.each(ANSWERS)('%s: "%s" is a yes and "%s" is a no', (_, yes, no) => {
  expect(extractYesNo(split(yes))?.value).toBe(true);
  expect(extractYesNo(split(no))?.value).toBe(false);
});

test.each([
  "I don't know",
  'no sé',
  'help',
  'not yet',
  '',
  'yes he hit me and then he took my phone and left',
])('"%s" is neither yes nor no', (text) => {
  expect(extractYesNo(split(text))).toBeNull();
});

test.each([
  ['my client is a minor', 'professional'],
  ['i am a school nurse', 'professional'],
  ['soy trabajadora social', 'professional'],
  ['my daughter is missing', 'known'],
  ['mi hija no aparece', 'known'],
  ['моя подруга', 'known'],
  ['我女儿', 'known'],
  ['i saw a girl at the motel', 'saw'],
  ['there are some girls next door', 'saw'],
  ['he hit me', undefined],
])('"%s" tells who is spoken of', (text, relation) => {
  expect(extractRelation(split(text))?.value).toBe(relation);
});

test.each([
  ['call me at 213-555-0142 ok', ['213-555-0142']],
  ['(213) 555 0142 or +52 55 1234 5678', ['(213) 555 0142', '+52 55 1234 5678']],
  ['call 911 or 988 or text 233733', []],
  ['on 12/15/2009', []],
  ['۰۲۱۳۵۵۵۰۱۴۲', ['۰۲۱۳۵۵۵۰۱۴۲']],
])('phone numbers in "%s" can be masked', (text, numbers) => {
  expect(findPhoneNumbers(fold(text)).map((one) => text.slice(one.start, one.end))).toEqual(numbers);
});
