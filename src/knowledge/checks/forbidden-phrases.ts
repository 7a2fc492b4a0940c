// Words we never say, by language (voice.md rules 3 to 5): labels for people, orders, promises and verdicts.
// Patterns are matched on NFC text with accents of Latin letters taken off, so that SMS texts are covered too.

/** Why a phrase is not said; shown to the author. */
export type Fault =
  | 'labels a person'
  | 'promises what nobody can promise'
  | 'blames or scolds'
  | 'gives orders: say what the person can do';

const label: Fault = 'labels a person';
const promise: Fault = 'promises what nobody can promise';
const blame: Fault = 'blames or scolds';
const order: Fault = 'gives orders: say what the person can do';

/** Names such as "the Victim Assistance Program" are spared: a lower-case v is asked for. */
export const FORBIDDEN: Readonly<Record<string, readonly (readonly [RegExp, Fault])[]>> = {
  en: [
    [/\b[Tt]he victims?\b|\ba victim of your\b|\b[Yy]ou (?:are|were) a victim\b/, label],
    [/\billegal (?:alien|immigrant|migrant)s?\b|\billegals\b|\bprostitutes?\b|\brescuees?\b/i, label],
    [
      /\byou (?:will )?qualify\b|\byou are eligible\b|(?<!\bif |\bwhen |\buntil )\byou(?:['’]re| are) safe\b|\byou will be safe\b/i,
      promise,
    ],
    [/(?<!\bnot |\bnever |n't )\bguaranteed\b|\bwe guarantee\b|\bwe promise\b/i, promise],
    [
      /\bthey will (?:help|protect) you\b|\byou will (?:not|never) be (?:deported|detained|arrested)\b/i,
      promise,
    ],
    [/\bdon['’]t worry\b|\beverything will be (?:ok|okay|fine|all right)\b/i, promise],
    [/\byou (?:must|have got to)\b/i, order],
    [/\byou should have\b|\bwhy didn['’]t you\b/i, blame],
  ],
  es: [
    [/\busted debe\b/i, order],
    [/\b[Ll]as? victimas?\b|\b(?:usted|tu) (?:es|eres|fue|fuiste) (?:una )?victima\b/, label],
    [/\b(?:inmigrantes?|extranjer[oa]s?|migrantes?) ilegal(?:es)?\b|\bilegales\b|\bprostitutas?\b/i, label],
    [/\b(?:usted|tu) califica[s]?\b|\b(?:esta|estas) a salvo\b|\best(?:a|as) segur[oa]\b/i, promise],
    [/(?<!\bno )\b(?:esta|es) garantizad[oa]\b|\ble (?:garantizamos|prometemos)\b/i, promise],
    [/\b(?:le|lo|la|te) van a (?:ayudar|proteger)\b|\bno (?:lo|la|te) van a deportar\b/i, promise],
    [/\bno se preocupe\b|\bno te preocupes\b|\btodo va a (?:estar|salir) bien\b/i, promise],
  ],
  fr: [
    [/\bvous devez\b/i, order],
    [/\b[Ll](?:a|es) victimes?\b|\bimmigres? illega(?:l|ux)\b|\bclandestins?\b|\bprostituees?\b/, label],
    [
      /\bvous (?:etes|serez) en securite\b|\bvous remplissez les conditions\b|\bne vous inquietez pas\b/i,
      promise,
    ],
    [/(?<!\bpas |\bjamais )\bgaranti(?:e|s|es)?\b|\bvous ne serez pas expulse/i, promise],
  ],
  'pt-BR': [
    [/\b[Aa]s? vitimas?\b|\bimigrantes? ilega(?:l|is)\b|\bprostitutas?\b/, label],
    [/\bvoce (?:esta|estara) segur[oa]\b|\bvoce se qualifica\b|\bnao se preocupe\b/i, promise],
    [/(?<!\bnao e |\bnunca e )\bgarantid[oa]s?\b|\bvoce nao sera deportad/i, promise],
  ],
  'zh-Hans': [
    [/非法移民|偷渡客|妓女/, label],
    [
      /您(?:现在)?(?:很|是)安全的?|你(?:现在)?(?:很|是)安全的?|(?<![不没无].{0,4})保证(?:会|能)|您符合(?:条件|资格)|你符合(?:条件|资格)/,
      promise,
    ],
    [/(?:您|你)不会被(?:驱逐|遣返)|别担心|不用担心/, promise],
  ],
  ar: [
    [/المهاجر(?:ون|ين)? غير الشرعي|مهاجر غير شرعي|عاهرة|الضحية/, label],
    [/أنت (?:في أمان|بأمان)|لا تقلق|مضمون(?:ة)?|لن يتم ترحيلك/, promise],
  ],
  ht: [
    [/\bviktim (?:yo|la)\b|\bimigran ilegal\b/i, label],
    [/\bou an sekirite\b|\bou kalifye\b|\bpa enkyete w\b|\bnou garanti\b|\byo pap depote w\b/i, promise],
  ],
  vi: [
    [/(?<![\p{L}])nan nhan (?:nay|do)(?![\p{L}])|nhap cu (?:bat hop phap|lau)|gai mai dam/iu, label],
    [
      /ban (?:da |se )?(?:duoc )?an toan roi|ban du dieu kien|dung lo|(?<!khong )(?:dam bao|bao dam) se/iu,
      promise,
    ],
  ],
  tl: [
    [/\b(?:ang|mga) biktima\b|\bilegal na (?:imigrante|dayuhan)\b|\bTNT\b/, label],
    [
      /\bligtas ka na\b|\bkwalipikado ka\b|\bhuwag kang mag-alala\b|\bgarantisado\b|\bhindi ka ipapadeport\b/i,
      promise,
    ],
  ],
  ru: [
    [/жертв[аыуео]|нелегал|проститутк/i, label],
    [
      /вы (?:сейчас )?в безопасности|вам положена|не волнуйтесь|(?<!не )гарантир(?:ован|уем)|вас не депортируют/i,
      promise,
    ],
  ],
  ko: [
    [/피해자(?:는|가|를|의)|불법 ?(?:체류자|이민자)|매춘부/, label],
    [
      /안전합니다|자격이 (?:됩니다|있습니다)|걱정하지 마세요|보장(?:됩니다|합니다)|추방되지 않습니다/,
      promise,
    ],
  ],
};
