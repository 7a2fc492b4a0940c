// Number words from one to twenty-five in every language of ours, for ages that are written out.
import { fold } from '../folding/fold.js';
import { type Tokens, tokenise } from '../tokens.js';

/** Words for 1 to 25 in order; variants of one number are separated by a slash. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen,sixteen,seventeen,eighteen,nineteen,twenty,twenty one/twenty-one,twenty two,twenty three,twenty four,twenty five',
  es: 'uno/un,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce,trece,catorce,quince,dieciseis/diez y seis,diecisiete,dieciocho,diecinueve,veinte,veintiuno/veintiun,veintidos,veintitres,veinticuatro,veinticinco',
  fr: 'un,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,quinze,seize,dix-sept/dix sept,dix huit,dix neuf,vingt,vingt et un,vingt deux,vingt trois,vingt quatre,vingt cinq',
  'pt-BR':
    'um,dois,tres,quatro,cinco,seis,sete,oito,nove,dez,onze,doze,treze,quatorze/catorze,quinze,dezesseis/dezasseis,dezessete/dezassete,dezoito,dezenove/dezanove,vinte,vinte e um,vinte e dois,vinte e tres,vinte e quatro,vinte e cinco',
  ht: 'en/yon,de,twa,kat,senk,sis,set,uit,nef,dis,onz,douz,trez,katoz,kenz,sez,diset,dizuit,diznef,ven,venteyen,vennde,venntwa,vennkat,vennsenk',
  vi: 'một,hai,ba,bốn,năm,sáu,bảy,tám,chín,mười,mười một,mười hai,mười ba,mười bốn,mười lăm,mười sáu,mười bảy,mười tám,mười chín,hai mươi,hai mươi mốt/hai mốt,hai mươi hai/hai hai,hai mươi ba/hai ba,hai mươi bốn,hai mươi lăm',
  tl: 'isa,dalawa,tatlo,apat,lima,anim,pito,walo,siyam,sampu,labing isa/onse,labindalawa/labing dalawa/dose,labintatlo/labing tatlo/trese,labing apat/katorse,labinlima/labing lima/kinse,labing anim/disisais,labimpito/labing pito/disisiyete,labing walo/disiotso,labinsiyam/labing siyam/disinuwebe,dalawampu/beinte,dalawampu t isa,dalawampu t dalawa,dalawampu t tatlo,dalawampu t apat,dalawampu t lima',
  sw: 'mmoja/moja,mbili,tatu,nne,tano,sita,saba,nane,tisa,kumi,kumi na moja,kumi na mbili,kumi na tatu,kumi na nne,kumi na tano,kumi na sita,kumi na saba,kumi na nane,kumi na tisa,ishirini,ishirini na moja,ishirini na mbili,ishirini na tatu,ishirini na nne,ishirini na tano',
  so: 'kow/hal,laba,saddex,afar,shan,lix,toddoba,sideed,sagaal,toban,kow iyo toban,laba iyo toban,saddex iyo toban,afar iyo toban,shan iyo toban,lix iyo toban,toddoba iyo toban,sideed iyo toban,sagaal iyo toban,labaatan,kow iyo labaatan,laba iyo labaatan,saddex iyo labaatan,afar iyo labaatan,shan iyo labaatan',
  ru: 'один/год,два,три,четыре,пять,шесть,семь,восемь,девять,десять,одиннадцать,двенадцать,тринадцать,четырнадцать,пятнадцать,шестнадцать,семнадцать,восемнадцать,девятнадцать,двадцать,двадцать один,двадцать два,двадцать три,двадцать четыре,двадцать пять',
  uk: 'один/рік,два,три,чотири,пʼять,шість,сім,вісім,девʼять,десять,одинадцять,дванадцять,тринадцять,чотирнадцять,пʼятнадцять,шістнадцять,сімнадцять,вісімнадцять,девʼятнадцять,двадцять,двадцять один,двадцять два,двадцять три,двадцять чотири,двадцять пʼять',
  ar: 'واحد/سنة,اثنين/سنتين,ثلاث/ثلاثة,اربع/اربعة,خمس/خمسة,ست/ستة,سبع/سبعة,ثمان/ثمانية/ثماني,تسع/تسعة,عشر/عشرة,احدى عشر/حداشر/احدى عشرة,اثنا عشر/اتناشر/اثنتا عشرة/اثنعش,ثلاثة عشر/تلتاشر/ثلاث عشرة,اربعة عشر/اربعتاشر/اربع عشرة,خمسة عشر/خمستاشر/خمسطعش/خمس عشرة,ستة عشر/ستاشر/ست عشرة,سبعة عشر/سبعتاشر/سبع عشرة,ثمانية عشر/تمنتاشر/ثماني عشرة,تسعة عشر/تسعتاشر/تسع عشرة,عشرين/عشرون,واحد وعشرين,اثنين وعشرين,ثلاثة وعشرين,اربعة وعشرين,خمسة وعشرين',
  fa: 'یک,دو,سه,چهار,پنج,شش/شیش,هفت,هشت,نه,ده,یازده,دوازده,سیزده,چهارده,پانزده/پونزده,شانزده/شونزده,هفده,هجده/هیجده,نوزده,بیست,بیست و یک,بیست و دو,بیست و سه,بیست و چهار,بیست و پنج',
  hi: 'एक,दो,तीन,चार,पाँच/पांच,छह/छः,सात,आठ,नौ,दस,ग्यारह,बारह,तेरह,चौदह,पंद्रह/पन्द्रह,सोलह,सत्रह,अठारह,उन्नीस,बीस,इक्कीस,बाईस,तेईस,चौबीस,पच्चीस',
  am: 'አንድ,ሁለት,ሦስት/ሶስት,አራት,አምስት,ስድስት,ሰባት,ስምንት,ዘጠኝ,አሥር/አስር,አሥራ አንድ/አስራ አንድ,አሥራ ሁለት/አስራ ሁለት,አሥራ ሦስት/አስራ ሶስት,አሥራ አራት/አስራ አራት,አሥራ አምስት/አስራ አምስት,አሥራ ስድስት/አስራ ስድስት,አሥራ ሰባት/አስራ ሰባት,አሥራ ስምንት/አስራ ስምንት,አሥራ ዘጠኝ/አስራ ዘጠኝ,ሃያ,ሃያ አንድ,ሃያ ሁለት,ሃያ ሦስት/ሃያ ሶስት,ሃያ አራት,ሃያ አምስት',
  ko: '한,두,세,네,다섯,여섯,일곱,여덟,아홉,열,열한,열두,열세,열네,열다섯,열여섯,열일곱,열여덟,열아홉,스무,스물한,스물두,스물세,스물네,스물다섯',
  'zh-Hans':
    '一,二/两,三,四,五,六,七,八,九,十,十一,十二,十三,十四,十五,十六,十七,十八,十九,二十,二十一,二十二,二十三,二十四,二十五',
};

const LONGEST_PHRASE = 3;

const phrases = new Map<string, number>();
/** First words of all phrases: most tokens are none, and that is quickly seen. */
const openings = new Set<string>();
for (const list of Object.values(WORDS)) {
  list.split(',').forEach((variants, i) => {
    for (const variant of variants.split('/')) {
      const { words } = tokenise(fold(variant));
      phrases.set(words.join(' '), i + 1);
      openings.add(words[0] ?? '');
    }
  });
}

/** A number standing at a token: digits of up to three places, or number words. `to` is exclusive. */
export interface NumberAt {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly written: boolean;
}

/** The number that begins at token `index`, the longest phrase first; null if none does. */
export function numberAt(tokens: Tokens, index: number): NumberAt | null {
  const word = tokens.words[index] as string;
  const digits = /^(\d{1,3})(?!\d)/.exec(word);
  if (digits !== null) return { value: Number(digits[1]), from: index, to: index + 1, written: false };
  if (!openings.has(word)) return null;
  for (let size = Math.min(LONGEST_PHRASE, tokens.count - index); size > 0; size--) {
    const value = phrases.get(size === 1 ? word : tokens.words.slice(index, index + size).join(' '));
    if (value !== undefined) return { value, from: index, to: index + size, written: true };
  }
  return null;
}
