// States and larger cities of the United States and how other languages write them. Names only; no streets.

/** By two-letter code: names of the state, and of its larger cities; separated by `|`. Endings that change carry `*`. */
export const PLACES: Readonly<Record<string, readonly [state: string, cities: string]>> = {
  AL: ['alabama|Алабам*|阿拉巴马|앨라배마|الاباما', 'birmingham alabama|montgomery alabama|huntsville'],
  AK: ['alaska|Аляск*|阿拉斯加|알래스카|الاسكا', 'anchorage|fairbanks alaska|juneau'],
  AZ: [
    'arizona|Аризон*|亚利桑那|애리조나|اريزونا',
    'phoenix|tucson|mesa arizona|scottsdale|Финикс*|凤凰城|피닉스|فينيكس',
  ],
  AR: ['arkansas|Арканзас*|阿肯色|아칸소|اركنساس', 'little rock|fayetteville arkansas'],
  CA: [
    'california|californie|socal|Калифорни*|Каліфорні*|加州|加利福尼亚|캘리포니아|كاليفورنيا|کالیفرنیا|कैलिफोर्निया|ካሊፎርኒያ|kaliforniya',
    'los angeles|l a california|san diego|san francisco|san jose|sacramento|oakland|fresno|long beach|bakersfield|anaheim|stockton california|riverside california|san bernardino|Лос-Анджелес*|Сан-Диего|Сан-Франциско|洛杉矶|旧金山|圣地亚哥|로스앤젤레스|샌프란시스코|لوس انجلوس|لوس انجليس|سان فرانسيسكو|لس آنجلس|लॉस एंजिल्स|oxnard|modesto|santa ana|irvine|bay area|la california|圣何塞|圣荷西|尔湾|산호세|샌디에이고|سان دييغو|Сакраменто',
  ],
  CO: [
    'colorado|Колорадо|科罗拉多|콜로라도|كولورادو',
    'denver|colorado springs|boulder colorado|Денвер*|丹佛|덴버|دنفر|aurora colorado|fort collins',
  ],
  CT: [
    'connecticut|Коннектикут*|康涅狄格|코네티컷|كونيتيكت',
    'hartford|bridgeport|new haven|stamford|waterbury connecticut',
  ],
  DE: ['delaware|Делавэр*|特拉华|델라웨어|ديلاوير', 'wilmington delaware'],
  DC: [
    'washington dc|washington d c|district of columbia|distrito de columbia|华盛顿特区|워싱턴 디씨|واشنطن العاصمة',
    '',
  ],
  FL: [
    'florida|floride|Флорид*|佛罗里达|佛州|플로리다|فلوريدا|فلوریدا|फ्लोरिडा|ፍሎሪዳ',
    'miami|orlando|tampa|jacksonville|fort lauderdale|hialeah|tallahassee|Майами|Маямі|Орландо|迈阿密|奥兰多|마이애미|올랜도|ميامي|میامی|immokalee|homestead florida|naples florida|st petersburg florida|tampa bay|坦帕|탬파|Тамп*|تامبا|اورلاندو',
  ],
  GA: [
    'georgia|georgie|Джорджи*|佐治亚|乔治亚州|조지아|ولاية جورجيا',
    'atlanta|savannah georgia|augusta georgia|Атланта|Атланте|亚特兰大|애틀랜타|اتلانتا|dalton georgia|gainesville georgia',
  ],
  HI: ['hawaii|hawai|Гавай*|Гаваї|夏威夷|하와이|هاواي', 'honolulu'],
  ID: ['idaho|Айдахо|爱达荷|아이다호|ايداهو', 'boise'],
  IL: [
    'illinois|Иллинойс*|伊利诺伊|일리노이|الينوي',
    'chicago|springfield illinois|Чикаго|Чикаґо|芝加哥|시카고|شيكاغو|شیکاگو|शिकागो|cicero illinois|aurora illinois',
  ],
  IN: ['indiana|Индиан*|印第安纳|인디애나|انديانا', 'indianapolis|fort wayne|印第安纳波利斯|Индианаполис*'],
  IA: ['iowa|Айов*|艾奥瓦|爱荷华|아이오와|ايوا', 'des moines|cedar rapids'],
  KS: ['kansas|Канзас*|堪萨斯|캔자스|كنساس', 'wichita|topeka|kansas city kansas'],
  KY: ['kentucky|Кентукки|肯塔基|켄터키|كنتاكي', 'louisville|lexington kentucky|Луисвилл*|路易维尔'],
  LA: [
    'louisiana|luisiana|louisiane|Луизиан*|路易斯安那|루이지애나|لويزيانا',
    'new orleans|nueva orleans|nouvelle orleans|nova orleans|baton rouge|shreveport|Новый Орлеан|新奥尔良|뉴올리언스|lafayette louisiana',
  ],
  ME: ['maine state|state of maine|in maine|缅因|메인주', 'portland maine|bangor maine'],
  MD: ['maryland|Мэриленд*|马里兰|메릴랜드|ماريلاند', 'baltimore|Балтимор*|巴尔的摩|볼티모어|بالتيمور'],
  MA: [
    'massachusetts|Массачусетс*|马萨诸塞|麻州|매사추세츠|ماساتشوستس',
    'boston|worcester massachusetts|Бостон*|波士顿|보스턴|بوسطن|lowell massachusetts|brockton',
  ],
  MI: [
    'michigan|Мичиган*|密歇根|미시간|ميشيغان',
    'detroit|grand rapids|dearborn|flint michigan|lansing|Детройт*|底特律|디트로이트|ديترويت|ديربورن|هامترامك|hamtramck',
  ],
  MN: [
    'minnesota|Миннесот*|明尼苏达|미네소타|مينيسوتا|minesota',
    'minneapolis|saint paul|st paul|rochester minnesota|Миннеаполис*|明尼阿波利斯|st cloud minnesota|미니애폴리스|مينيابوليس',
  ],
  MS: ['mississippi|misisipi|Миссисипи|密西西比|미시시피|ميسيسيبي', 'biloxi|gulfport|jackson mississippi'],
  MO: [
    'missouri|misuri|Миссури|密苏里|미주리|ميزوري',
    'st louis|saint louis|kansas city|springfield missouri|Сент-Луис*|圣路易斯|堪萨斯城',
  ],
  MT: ['montana|Монтан*|蒙大拿|몬태나|مونتانا', 'billings montana|missoula'],
  NE: ['nebraska|Небраск*|内布拉斯加|네브래스카|نبراسكا', 'omaha|lincoln nebraska|Омах*'],
  NV: [
    'nevada|Невад*|内华达|네바다|نيفادا',
    'las vegas|vegas|reno nevada|reno|Лас-Вегас*|拉斯维加斯|라스베이거스|لاس فيغاس|लास वेगास|henderson nevada',
  ],
  NH: ['new hampshire|nuevo hampshire|Нью-Гэмпшир*|新罕布什尔|뉴햄프셔|نيوهامشير', ''],
  NJ: [
    'new jersey|nueva jersey|nova jersey|Нью-Джерси|新泽西|뉴저지|نيوجيرسي|نيو جيرسي',
    'newark|jersey city|trenton|paterson|elizabeth new jersey|纽瓦克|Ньюарк*|نيوارك',
  ],
  NM: [
    'new mexico|nuevo mexico|novo mexico|nouveau mexique|Нью-Мексико|新墨西哥|뉴멕시코|نيو مكسيكو',
    'albuquerque|santa fe|las cruces',
  ],
  NY: [
    'new york|nueva york|nova york|nova iorque|nouyok|Нью-Йорк*|Ню-Йорк*|纽约|뉴욕|نيويورك|نیویورک|न्यूयॉर्क|ኒው ዮርክ|ኒውዮርክ',
    'nyc|brooklyn|the bronx|bronx|manhattan|buffalo new york|rochester new york|long island|staten island|Бруклин*|布鲁克林|法拉盛|브루클린|플러싱|yonkers|queens new york|syracuse new york|بروكلين',
  ],
  NC: [
    'north carolina|carolina del norte|carolina do norte|caroline du nord|Северн* Каролин*|Північн* Каролін*|北卡罗来纳|北卡|노스캐롤라이나|كارولاينا الشمالية',
    'charlotte|raleigh|greensboro|durham north carolina|winston salem|夏洛特|샬럿|Шарлотт*',
  ],
  ND: [
    'north dakota|dakota del norte|dakota do norte|Северн* Дакот*|北达科他|노스다코타|داكوتا الشمالية',
    'fargo|bismarck',
  ],
  OH: [
    'ohio|Огайо|俄亥俄|오하이오|اوهايو',
    'columbus|cleveland|cincinnati|toledo ohio|akron|dayton ohio|哥伦布|克利夫兰|كولومبوس|Колумбус*|Кливленд*',
  ],
  OK: ['oklahoma|Оклахом*|俄克拉荷马|오클라호마|اوكلاهوما', 'oklahoma city|tulsa'],
  OR: [
    'oregon|Орегон*|俄勒冈|오리건|اوريغون',
    'portland|eugene oregon|salem oregon|Портленд*|波特兰|포틀랜드|بورتلاند',
  ],
  PA: [
    'pennsylvania|pensilvania|pennsylvanie|Пенсильвани*|宾夕法尼亚|宾州|펜실베이니아|بنسلفانيا',
    'philadelphia|filadelfia|philadelphie|philly|pittsburgh|allentown|Филадельфи*|费城|匹兹堡|필라델피아|فيلادلفيا|피츠버그|Питтсбург*',
  ],
  PR: ['puerto rico|porto rico|Пуэрто-Рико|波多黎各|푸에르토리코|بورتوريكو', ''],
  RI: ['rhode island|Род-Айленд*|罗得岛|로드아일랜드|رود ايلاند', 'providence rhode island'],
  SC: [
    'south carolina|carolina del sur|carolina do sul|caroline du sud|Южн* Каролин*|Південн* Каролін*|南卡罗来纳|南卡|사우스캐롤라이나|كارولاينا الجنوبية',
    'charleston|myrtle beach',
  ],
  SD: [
    'south dakota|dakota del sur|dakota do sul|Южн* Дакот*|南达科他|사우스다코타|داكوتا الجنوبية',
    'sioux falls',
  ],
  TN: [
    'tennessee|Теннесси|田纳西|테네시|تينيسي',
    'nashville|memphis|knoxville|chattanooga|Нэшвилл*|纳什维尔|孟菲斯|내슈빌|ناشفيل',
  ],
  TX: [
    'texas|tejas|Техас*|得克萨斯|德克萨斯|德州|텍사스|تكساس|تگزاس|टेक्सास|ቴክሳስ|teksas',
    'houston|dallas|san antonio|austin|el paso|fort worth|mcallen|brownsville|laredo|corpus christi|arlington texas|lubbock|dfw|Хьюстон*|Даллас*|休斯顿|达拉斯|휴스턴|댈러스|هيوستن|دالاس|هیوستون|ह्यूस्टन|el paso texas|houston texas|galveston|amarillo|plano texas|irving texas|休斯敦|奥斯汀|圣安东尼奥|오스틴|سان انتونيو|اوستن|Остин*|Сан-Антонио',
  ],
  UT: ['utah|Юта|Юте|犹他|유타|يوتا', 'salt lake city|provo|Солт-Лейк*|盐湖城|솔트레이크시티'],
  VT: ['vermont|Вермонт*|佛蒙特|버몬트|فيرمونت', 'burlington vermont'],
  VA: [
    'virginia|virginie|Вирджини*|Вірджині*|弗吉尼亚|버지니아|فرجينيا|ورجینیا',
    'virginia beach|richmond virginia|norfolk virginia|fairfax|annandale|alexandria virginia|arlington virginia',
  ],
  WA: [
    'washington state|estado de washington|washington|штат* Вашингтон|华盛顿州|워싱턴주|ولاية واشنطن',
    'seattle|tacoma|spokane|Сиэтл*|Сіетл*|西雅图|시애틀|سياتل|yakima|Такома',
  ],
  WV: [
    'west virginia|virginia occidental|Западн* Вирджини*|西弗吉尼亚|웨스트버지니아|فرجينيا الغربية',
    'charleston west virginia',
  ],
  WI: [
    'wisconsin|Висконсин*|威斯康星|위스콘신|ويسكونسن',
    'milwaukee|madison wisconsin|green bay|Милуоки|密尔沃基|밀워키',
  ],
  WY: ['wyoming|Вайоминг*|怀俄明|와이오밍|وايومنغ', 'cheyenne'],
};

/** Codes that are also everyday words in some language: believed only after a comma, after a city, or when asked. */
export const WORDLIKE_CODES: ReadonlySet<string> = new Set(
  'AL AR CO DE HI ID IN LA MA ME MI MO MS MT NE NH NC OH OK OR PA SC SD UT VA WA WI AK IA IL KS TN MD ND PR'.split(
    ' ',
  ),
);
