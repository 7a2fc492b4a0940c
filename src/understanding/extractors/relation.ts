// Who the person speaks about, from plain words only: themself, somebody they know, somebody they saw, or their work.
// Finer cues come from concepts; nothing here decides a level.
import type { Who } from '../../core/index.js';
import type { Concept } from '../concepts/compile-concepts.js';
import { createConceptMatcher } from '../concepts/concept-matcher.js';
import type { Tokens } from '../tokens.js';
import type { Extracted } from './extracted.js';

const JOB =
  '(nurse|teacher|social worker|case (worker|manager)|advocate|counsel(l|)or|therapist|doctor|(police |)officer|attorney|lawyer|foster (parent|mom|mother)|paralegal|pastor|school (nurse|counselor)|clinician)';

const CUES: readonly Concept[] = [
  {
    id: 'professional',
    expressions: {
      en: [
        `(i am|im|as) (a|an|the) ${JOB}`,
        'my (client|patient|student|clients|patients)',
        '(a|our) (client|patient) of mine',
        'our (clinic|shelter|agency|hospital|school) (has|is|had)',
        'i work (at|for|with) (a|an|the) (shelter|hospital|clinic|school|agency|nonprofit)',
      ],
      es: [
        'soy (trabajadora social|trabajador social|maestra|maestro|enfermera|enfermero|abogada|abogado|medico|doctora|consejera|terapeuta)',
        'mi (clienta|cliente|paciente|alumna|alumno)',
      ],
      fr: [
        'je suis (infirmiere|infirmier|enseignante|enseignant|avocate|avocat|travailleuse sociale|medecin)',
        '(ma|mon) (cliente|client|patiente|patient|eleve)',
      ],
      'pt-BR': [
        'sou (assistente social|professora|professor|enfermeira|advogada|advogado|medica|medico)',
        '(minha|meu) (cliente|paciente|aluna|aluno)',
      ],
      ru: [
        'я (учитель|учительница|врач|медсестра|юрист|соцработник)',
        '(моя|мой) (клиентка|клиент|пациентка|пациент|ученица|ученик)',
      ],
      'zh-Hans': ['我是(一名|)(社工|老师|护士|律师|医生)', '我的(客户|病人|学生)'],
      ko: ['저는 (사회복지사|교사|간호사|변호사)'],
    },
  },
  {
    id: 'known',
    expressions: {
      en: [
        'my (little|big|older|younger|best|step|) (daughter|son|sister|brother|friend|cousin|niece|nephew|granddaughter|grandson|wife|neighbor|neighbour|coworker|roommate|mother|mom|aunt|classmate|stepdaughter)',
        '(a|this) friend of mine',
      ],
      es: [
        'mi (hija|hijo|hermana|hermano|amiga|amigo|prima|primo|sobrina|sobrino|nieta|nieto|esposa|vecina|vecino|compañera|mama)',
      ],
      fr: [
        '(ma|mon) (fille|fils|soeur|frere|amie|ami|cousine|cousin|niece|neveu|femme|voisine|voisin|copine)',
      ],
      'pt-BR': [
        '(minha|meu) (filha|filho|irma|irmao|amiga|amigo|prima|primo|sobrinha|sobrinho|esposa|vizinha|vizinho)',
      ],
      ht: [
        '(pitit|se|fre|zanmi|kouzin|kouzen|niyes|neve|madanm|vwazin) (mwen|m)',
        '(pitit|ti) (fi|gason) (mwen|m)',
      ],
      vi: ['(con gái|con trai|em gái|em trai|chị|anh|bạn|cháu|vợ) (của |)tôi', 'con tôi'],
      tl: ['(anak|kapatid|kaibigan|pinsan|pamangkin|asawa|kapitbahay) ko'],
      sw: ['(mtoto|binti|dada|kaka|rafiki|jirani|mke) (wangu|yangu)'],
      so: ['(gabadhayda|wiilkayga|walaashay|walaalkay|saaxiibkay|saaxiibtay|ilmahayga)'],
      ru: [
        '(моя|мой) (дочь|дочка|сын|сестра|брат|подруга|друг|племянница|племянник|жена|соседка)',
        '(мою|моего) (дочь|сына|сестру|брата|подругу)',
      ],
      uk: [
        '(моя|мій) (донька|дочка|син|сестра|брат|подруга|друг|племінниця|дружина)',
        '(мою|мого) (доньку|дочку|сина|сестру|брата|подругу)',
      ],
      ar: ['(ابنتي|بنتي|ابني|اختي|اخي|اخوي|صديقتي|صديقي|زوجتي|جارتي)'],
      fa: ['(دخترم|پسرم|خواهرم|برادرم|دوستم|همسرم)'],
      hi: ['मेरी (बेटी|बहन|दोस्त|सहेली|पत्नी|भांजी)', '(मेरा|मेरे) (बेटा|बेटे|भाई|दोस्त)'],
      am: ['(ልጄ*|እህቴ*|ወንድሜ*|ጓደኛዬ*)'],
      ko: ['(제|내|우리) (딸|아들|동생|언니|누나|친구|조카|아이)', '(딸이|아들이|동생이|친구가)'],
      'zh-Hans': ['(我|我的)(女儿|儿子|妹妹|姐姐|弟弟|哥哥|朋友|表妹|侄女|外甥女|妻子|孩子|邻居)'],
    },
  },
  {
    id: 'saw',
    expressions: {
      en: [
        'i (just |)(saw|noticed|witnessed|seen)',
        'i (think i |)saw',
        'there (is|was|are) (a|some|these|two|three) (girl|girls|woman|women|kid|kids|man|men|people)',
        '(next door|across the street|at my job) .. (girl|girls|women|kids|workers)',
      ],
      es: [
        '(vi|acabo de ver|he visto|note) (a |)',
        'hay (una|unas|un|unos) (muchacha|muchachas|niña|niñas|mujer|mujeres|chica|chicas|hombre)',
      ],
      fr: ["j'ai (vu|remarque)", 'il y a (une|des) (fille|filles|femme|femmes)'],
      'pt-BR': ['eu vi', 'tem (uma|umas) (menina|meninas|mulher|mulheres|moça)'],
      ru: ['я (видел|видела|заметил|заметила)'],
      uk: ['я (бачив|бачила|помітив|помітила)'],
      'zh-Hans': ['我(看到|看见|发现)'],
      ar: ['(شفت|رايت|شاهدت)'],
      ko: ['봤어요', '목격'],
      vi: ['tôi (thấy|nhìn thấy)'],
      tl: ['nakita ko', 'may nakita ako'],
      ht: ['(mwen|m) (fèk |)wè'],
    },
  },
];

const matcher = createConceptMatcher(CUES);

/** The strongest plain cue: work before somebody known before somebody seen; null when only the speaker appears. */
export function extractRelation(tokens: Tokens): Extracted<Exclude<Who, 'self'>> | null {
  const hits = matcher.match(tokens);
  for (const id of ['professional', 'known', 'saw'] as const) {
    const hit = hits.find((one) => one.concept === id);
    if (hit !== undefined) return { value: id, start: hit.start, end: hit.end };
  }
  return null;
}
