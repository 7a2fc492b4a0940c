// Words that say what someone's immigration status is, per language. Data only; matching is in mask-status.ts.
// Not here: papers or passports that were taken, and threats of deportation. Those are signs of danger, and staff need them.
// Draft: written without native reviewers; see locales/languages.yaml.

export interface StatusWords {
  /** Short words that may be glued in front ("l'", "ال"), as the inside of a regular expression. */
  readonly glued?: string;
  /** No spaces between words, or endings glued behind: where a phrase ends is not a word's end. */
  readonly openEnd?: true;
  readonly openStart?: true;
  /** Phrases between bars. Case and accents do not count; a space or hyphen stands for any gap; `*` for any ending. */
  readonly phrases: readonly string[];
}

export const STATUS_LEXICON: Readonly<Record<string, StatusWords>> = {
  en: {
    phrases: [
      'undocument* | undocumnted | undocu | illegal immigrant* | illegal alien* | illegal migrant*',
      "unauthorized immigrant* | unauthorized migrant* | illegals | wetback* | i'm illegal",
      "i am illegal | we are illegal | we're illegal | she's illegal | she is illegal | he's illegal",
      "he is illegal | they're illegal | they are illegal | not legal here | i'm not legal",
      'here illegally | came illegally | crossed illegally | entered illegally | not here legally',
      "without papers | no papers | don't have papers | don't have any papers | doesn't have papers",
      "have no papers | don't got papers | ain't got papers | not have papers",
      "without documents | no documents | don't have documents",
      'legal papers | immigration papers | out of status | lost my status | immigration status',
      'legal status | no status | overstay | overstayed | overstaying | overstays | visa expired',
      "visa has expired | visa is expired | visa ran out | expired visa | no visa | don't have a visa",
      'without a visa | green card* | greencard* | permanent resident* | us citizen* | u.s. citizen*',
      "american citizen* | citizenship | not a citizen | i'm a citizen | i am a citizen | naturalized",
      "asylum | asylee* | refugee status | i'm a refugee | i am a refugee | tps | daca",
      'temporary protected status | humanitarian parole | parolee* | deportation order | removal order',
      'order of removal | was deported | been deported | got deported | h-2a | h-2b | h-1b | j-1 visa',
      'f-1 visa | k-1 visa | b-1 visa | b-2 visa | t visa | u visa | tourist visa | student visa',
      'work visa | visitor visa | fiance visa | work permit | work authorization | sijs',
    ],
  },
  es: {
    phrases: [
      'indocumentad* | sin papeles | no tengo papeles | no tiene papeles | no tenemos papeles',
      'no tienen papeles | sin documentos | no tengo documentos | no tiene documentos',
      'no tenemos documentos | soy ilegal | somos ilegales | estoy ilegal | está ilegal',
      'estamos ilegales | ella es ilegal | él es ilegal | ilegales | ilegalmente | inmigrante* ilegal*',
      'migrante* ilegal* | de ilegal | de mojad* | situación irregular | estatus migratorio',
      'status migratorio | situación migratoria | estatus legal | sin estatus | visa vencida',
      'visa se venció | venció la visa | venció mi visa | visa expirada | visa expiró | sin visa',
      'no tengo visa | no tiene visa | visa de turista | visa de estudiante | visa de trabajo',
      'residente permanente | residencia permanente | residencia legal | tarjeta verde | green card',
      'mi mica | la mica | soy ciudadan* | ciudadan* american* | ciudadan* estadounidense* | ciudadanía',
      'asilo | asilad* | soy refugiad* | estatus de refugiad* | permiso de trabajo',
      'orden de deportación | orden de expulsión | fui deportad* | fue deportad* | me deportaron',
      'nos deportaron | parole humanitario | tps | daca',
    ],
  },
  fr: {
    glued: '(?:[cdjlmnst]|qu)?',
    phrases: [
      'sans papiers | pas de papiers | plus de papiers | pas les papiers | sans documents | clandestin*',
      'situation irrégulière | séjour irrégulier | illégalement | immigré* illéga* | migrant* illéga*',
      'je suis illégal* | elle est illégale | il est illégal | titre de séjour | carte de séjour',
      'carte verte | green card | visa expiré | visa a expiré | visa est expiré | visa périmé',
      'sans visa | pas de visa | visa touriste | visa de touriste | visa étudiant | visa de travail',
      "demande d'asile | demandeur* d'asile | demandeuse* d'asile | asile politique | droit d'asile",
      'réfugié | réfugiée | réfugiés | statut de réfugié* | citoyen* américain*',
      'nationalité américaine | citoyenneté | résident* permanent* | statut migratoire',
      "statut d'immigration | statut légal | permis de travail | obligation de quitter",
      "arrêté d'expulsion | papiers en règle | tps",
    ],
  },
  'pt-BR': {
    phrases: [
      'indocumentad* | sem papéis | sem papel | sem documentos | não tenho papéis | não tem papéis',
      'não tenho papel | não tenho documentos | não tenho documento | não tem documentos | ilegalmente',
      'sou ilegal | estou ilegal | está ilegal | tô ilegal | somos ilegais | estamos ilegais | ilegais',
      'imigrante* ilega* | status imigratório | status migratório | situação imigratória',
      'situação migratória | situação irregular | irregular no país | visto vencido | visto venceu',
      'visto expirou | visto expirado | sem visto | não tenho visto | visto de turista',
      'visto de estudante | visto de trabalho | green card | residente permanente',
      'residência permanente | cidadão americano | cidadã americana | sou cidad* | cidadania | asilo',
      'asilad* | sou refugiad* | status de refugiad* | ordem de deportação | fui deportad*',
      'me deportaram | permissão de trabalho | autorização de trabalho',
    ],
  },
  'zh-Hans': {
    openStart: true,
    openEnd: true,
    phrases: [
      '没有身份 | 没身份 | 无身份 | 沒有身份 | 沒身份 | 沒有身分 | 沒身分 | 合法身份 | 合法身分',
      '移民身份 | 移民身分 | 身份问题 | 身份問題 | 身份过期 | 身份過期 | 黑户 | 黑戶 | 黑下来 | 偷渡',
      '非法移民 | 非法入境 | 非法居留 | 非法滞留 | 非法滯留 | 逾期居留 | 逾期滞留 | 逾期滯留 | 签证过期',
      '签证到期 | 签证逾期 | 簽證過期 | 簽證到期 | 没有签证 | 没签证 | 沒有簽證 | 沒簽證 | 旅游签',
      '旅遊簽 | 学生签 | 學生簽 | 工作签 | 工作簽 | 没有合法证件 | 没有纸 | 绿卡 | 綠卡 | 永久居民',
      '公民 | 难民 | 難民 | 庇护 | 庇護 | 政庇 | 工卡 | 工作许可 | 工作許可 | 遣返令 | 递解令 | 遞解令',
    ],
  },
  ar: {
    glued: '[وفبلك]?(?:ال)?',
    phrases: [
      'بدون أوراق | بلا أوراق | من غير أوراق | من غير ورق | ليس لدي أوراق | ليس معي أوراق',
      'ما عندي أوراق | ماعندي أوراق | ما عندي ورق | معنديش ورق | معنديش أوراق | ليس لديها أوراق',
      'مهاجر غير شرعي | مهاجرة غير شرعية | مهاجرين غير شرعيين | مهاجر غير قانوني | مهاجرة غير قانونية',
      'هجرة غير شرعية | بشكل غير قانوني | بشكل غير شرعي | بطريقة غير شرعية | بطريقة غير قانونية',
      'أنا غير شرعي | أنا غير قانوني | أنا غير قانونية | إقامة منتهية | إقامتي منتهية | انتهت إقامتي',
      'انتهت تأشيرتي | تأشيرتي منتهية | تأشيرتي انتهت | انتهت الفيزا | فيزتي انتهت | انتهت فيزتي',
      'بدون إقامة | بلا إقامة | ليس لدي إقامة | ما عندي إقامة | معنديش إقامة | بدون تأشيرة | بدون فيزا',
      'ما عندي فيزا | وضع الهجرة | وضعي القانوني | لاجئ | لاجئة | لاجئين | طالب لجوء | طالبة لجوء',
      'لجوء | غرين كارد | جرين كارد | بطاقة خضراء | بطاقة الخضراء | مقيم دائم | مقيمة دائمة',
      'إقامة دائمة | مواطن أمريكي | مواطنة أمريكية | جنسية الأمريكية | أمر ترحيل | تصريح عمل',
    ],
  },
  ht: {
    phrases: [
      'san papye | pa gen papye | pa gen okenn papye | pa genyen papye | san dokiman | pa gen dokiman',
      'mwen ilegal | m ilegal | li ilegal | nou ilegal | moun ilegal | imigran ilegal | ilegalman',
      'viza ekspire | viza mwen ekspire | viza m ekspire | viza li ekspire | viza mwen fini',
      'viza m fini | san viza | pa gen viza | kat vèt | grin kat | green card | rezidan pèmanan',
      'rezidans | sitwayen | sitwayènte | azil | refijye | lòd depòtasyon | te depòte',
      'estati imigrasyon | estati legal | pwogram pawòl | pawòl imanitè | pèmi travay | kat travay',
      'tps',
    ],
  },
  vi: {
    phrases: [
      'không giấy tờ | không có giấy tờ | chưa có giấy tờ | nhập cư bất hợp pháp',
      'cư trú bất hợp pháp | ở bất hợp pháp | sống bất hợp pháp | nhập cảnh bất hợp pháp',
      'di dân lậu | visa hết hạn | hết hạn visa | thị thực hết hạn | quá hạn visa',
      'visa quá hạn | không có visa | không visa | visa du lịch | visa du học | visa lao động',
      'thẻ xanh | thường trú nhân | thường trú | công dân Mỹ | quốc tịch Mỹ | quốc tịch',
      'tị nạn | tỵ nạn | tình trạng di trú | lệnh trục xuất | giấy phép lao động',
      'giấy phép làm việc',
    ],
  },
  tl: {
    phrases: [
      'walang papeles | wala akong papeles | wala siyang papeles | walang papel | wala akong papel',
      'walang dokumento | wala akong dokumento | tago nang tago | tago ng tago | nag tnt | tnt ako',
      'tnt siya | tnt kami | tnt lang | ilegal ako | iligal ako | ilegal akong | ilegal na imigrante',
      'ilegal kami | ilegal dito | ilegal na nandito | paso na ang visa | paso ang visa | paso na visa',
      'expired na ang visa | expired ang visa | expired na visa | walang visa | wala akong visa',
      'citizen ako | citizen na ako | hindi ako citizen | na deport | katayuan sa imigrasyon',
    ],
  },
  ru: {
    phrases: [
      'нелегал* | без документов | нет документов | нету документов | без бумаг | нет бумаг',
      'недокументирован* | незаконно в стране | незаконно въехал* | виза закончилась | виза кончилась',
      'виза истекла | виза просрочена | просрочена виза | просроченн* виз* | просрочил* визу',
      'срок визы | без визы | нет визы | туристическ* виз* | студенческ* виз* | рабоч* виз*',
      'грин карт* | гринкарт* | гражданств* | гражданин США | гражданка США | беженец | беженк*',
      'беженц* | политическ* убежищ* | политубежищ* | прошу убежищ* | просил* убежищ*',
      'подал* на убежище | вид на жительство | внж | пмж | миграционн* статус* | иммиграционн* статус*',
      'легальн* статус* | нет статуса | без статуса | разрешени* на работу | ордер на депортацию',
      'меня депортировали',
    ],
  },
  ko: {
    openEnd: true,
    phrases: [
      '불법 체류 | 불법체류 | 불체자 | 불법 이민 | 불법이민 | 불법 입국 | 밀입국 | 서류 미비 | 서류미비',
      '신분이 없 | 신분 없 | 체류 신분 | 체류신분 | 이민 신분 | 이민신분 | 합법 신분 | 합법적인 신분',
      '비자가 만료 | 비자 만료 | 비자가 끝 | 비자가 없 | 비자 없 | 비자 기간 | 오버스테이 | 영주권',
      '시민권 | 난민 | 망명 | 노동 허가 | 노동허가 | 워크퍼밋 | 추방 명령 | 추방명령 | 관광 비자',
      '관광비자 | 학생 비자 | 학생비자 | 취업 비자 | 취업비자',
    ],
  },
};
