// The most frequent words of messages in each of our languages: greetings, thanks, small words, asking for help. They teach
// the identifier what the formal training texts lack. Written by hand, not checked by native speakers.

/** Frequent words by tag, separated by spaces or line breaks. Spellings of quick typing are among them. */
export const FREQUENT_WORDS: Readonly<Record<string, string>> = {
  en: `hi hello hey good morning evening night thanks thank you thx ty please pls plz yes yeah yep no nope ok okay sure sorry
    help help me i need help i am i'm im i was he is he's hes she is she's shes they are they're we you your my me him her them it its
    this that what who where when why how can could would should will wont won't dont don't didn't didnt cant can't doesn't isn't wasn't
    not never now today tonight tomorrow yesterday here there home house room work job boss money pay paid phone call text police
    man boy girl friend boyfriend girlfriend husband wife mom mum dad mother father brother sister kid kids child children son daughter
    have has had got get getting want wants make makes made let lets go going gone come coming leave left stay keep take took taken
    know think feel tell told said say hit hurt hurts scared afraid alone locked threatened kill die gun knife hospital doctor lawyer
    someone somebody anyone nobody everything something and or but because if then so very too just only about with without for from
    of in on at by to into out up down over after before again still really like lol omg idk gonna wanna u ur r rn bc w y'all`,
  es: `hola buenas buenos dias tardes noches gracias por favor porfa porfavor si no ok vale bueno perdon disculpe lo siento
    ayuda ayudame ayudenme necesito ayuda me pueden ayudar quiero quisiera puedo puede pueden yo tu el ella ellos nosotros usted ustedes
    mi mis su sus me te se le les lo la los las un una unos unas de del en con sin por para porque pero y o que quien donde cuando como
    cual cuanto esta este esto eso esa ese estoy estas estan estamos soy es son somos era fue fui tengo tiene tienen hay hoy ayer mañana
    ahora ahorita aqui alli casa cuarto trabajo jefe patron dinero pago pagan paga telefono llamar llamo mensaje policia migra
    hombre muchacho muchacha niño niña hijo hija hermano hermana mama papa madre padre esposo esposa novio novia amigo amiga señor señora
    voy vas va vamos van ir salir sali dejan deja dejo llevar llevaron quitaron quito dijo dice dicen sabe se miedo sola solo encerrada
    golpea pega pego mata matar amenaza amenazo pistola cuchillo hospital abogado nadie alguien todo nada algo muy mas menos tambien
    ya todavia siempre nunca q xq k kiero pq tb bien mal cada desde hasta despues antes otra otro años vez`,
  fr: `bonjour bonsoir salut coucou merci merci beaucoup s'il vous plait svp stp oui non ouais d'accord ok pardon désolé excusez-moi
    aide aidez-moi aide-moi j'ai besoin d'aide au secours je tu il elle on nous vous ils elles mon ma mes ton ta son sa ses notre votre
    leur le la les un une des du de au aux en dans sur sous avec sans pour par parce que mais et ou où qui quoi quand comment pourquoi
    c'est ce cet cette ça cela suis es est sommes êtes sont était j'ai as a avons avez ont avait y il y a ici là maintenant aujourd'hui
    demain hier ce soir chez maison chambre travail patron argent payer téléphone appeler police homme garçon fille enfant enfants fils
    mère père frère soeur mari femme copain copine ami amie peux peut pouvez veux veut voulez dois doit va vais aller partir sortir
    laisse prend pris dit dire sais sait peur seule seul enfermée frappe tuer menace arme couteau hôpital avocat personne quelqu'un rien
    tout très plus moins aussi encore jamais toujours pas ne n'ai m'a m'ont qu'il qu'elle l'homme depuis avant après mdr jsp pcq bcp`,
  'pt-BR': `oi olá bom dia boa tarde boa noite obrigado obrigada valeu por favor pfv sim não nao tá ok tudo bem desculpa desculpe
    ajuda me ajuda me ajudem socorro preciso de ajuda eu tu você voce vc ele ela nós a gente vocês eles elas meu minha meus minhas seu
    sua dele dela o a os as um uma uns umas de do da dos das em no na nos nas com sem por pelo pela para pra porque mas e ou que quem
    onde quando como qual quanto é são sou era foi fui estou tô está estão tenho tem têm tinha há hoje ontem amanhã agora aqui lá ali
    casa quarto trabalho patrão chefe dinheiro pagar pagam telefone celular ligar mensagem polícia homem moço menina menino criança
    filho filha irmão irmã mãe pai marido esposa namorado namorada amigo amiga quero quer posso pode podem vou vai vamos ir sair deixa
    deixam levar levou pegou tirou disse fala falou sei sabe medo sozinha sozinho presa trancada bate bateu matar ameaça ameaçou arma
    faca hospital advogado ninguém alguém tudo nada algo muito mais menos também ainda já sempre nunca isso isto esse essa este esta
    pq tbm blz depois antes desde até outra outro anos vez`,
  ht: `bonjou bonswa alo sak pase mèsi mèsi anpil tanpri souple wi non oke dakò padon eskize m
    èd ede m ede mwen mwen bezwen èd m bezwen mwen m ou li nou yo mwen menm w l n k m'ap l'ap y'ap ap map lap yap te t'ap pral va ka pa
    pa ka pap poko gen genyen pa gen se ye sa sa a ki kilès kote kibò ki lè kijan poukisa konbyen isit isit la la a an lan yon youn de
    twa nan sou anba ak avèk san pou pa paske men epi oswa oubyen si kounye a kounyea jodi a jodia aswè a demen yè kay lakay chanm travay
    patwon lajan peye telefòn rele mesaj lapolis polis nonm gason fi tifi ti gason timoun pitit pitit mwen frè sè manman papa mari madanm
    mennaj zanmi vle fè di konnen ale vini soti kite pran mete bay ban m rete dòmi manje pè mwen pè sèl fèmen bat frape touye menase zam
    kouto lopital avoka pèsonn yon moun moun anyen tout bagay anpil plis mwens tou toujou janm jamè deja anvan apre depi ankò byen mal
    sak kap fet mw p f kijan nou ye mwen byen ayiti kreyòl`,
  vi: `chào xin chào chào bạn alo cảm ơn cám ơn làm ơn vâng dạ ừ không ko k được đc rồi ok xin lỗi
    giúp giúp tôi với giúp em cứu cứu tôi với tôi cần giúp đỡ tôi em anh chị cô chú bạn mình nó họ chúng tôi con cháu ông bà của là
    có không có chưa đã đang sẽ bị được phải muốn cần biết thể có thể này kia đó đây ở đâu ai gì khi nào bao giờ sao tại sao thế nào
    bao nhiêu mấy và hay hoặc nhưng vì nếu thì mà với cho từ đến trong ngoài trên dưới hôm nay hôm qua ngày mai tối nay bây giờ
    nhà phòng việc làm việc chủ ông chủ tiền trả lương điện thoại gọi nhắn tin cảnh sát công an người đàn ông con trai con gái trẻ em
    mẹ ba bố cha chồng vợ bạn trai bạn gái đi về ra vào lấy giữ bắt nhốt đánh đập giết dọa sợ một mình súng dao bệnh viện luật sư
    không ai ai đó mọi tất cả rất nhiều ít hơn cũng vẫn còn luôn nữa nói tuổi năm tháng giấy tờ hộ chiếu mỹ việt nam lắm quá vs dc j`,
  tl: `kumusta kamusta hello po magandang umaga hapon gabi salamat maraming salamat po pakiusap oo opo hindi di ok sige pasensya
    sorry po tulong tulungan nyo ako tulungan mo ako kailangan ko ng tulong ako ko akin ikaw ka mo siya niya kami namin tayo natin kayo
    ninyo nyo sila nila ang ng mga sa na at o ay si ni kay para dahil kasi pero kung kapag kaya nang ito iyon iyan dito doon diyan ano
    sino saan kailan bakit paano magkano ilan may mayroon meron wala walang pwede puwede gusto ayaw dapat alam hindi ko alam ngayon
    ngayong gabi bukas kahapon mamaya bahay kwarto trabaho amo boss pera bayad sahod telepono cellphone tawag text pulis lalaki babae
    bata anak kapatid nanay tatay asawa nobyo kaibigan umalis punta pumunta labas uwi kuha kinuha sabi sinabi takot natatakot mag isa
    nakakulong sinaktan sinasaktan papatayin pinagbabantaan baril kutsilyo ospital abogado tao walang tao lahat marami konti mas rin din
    pa pala lang naman daw raw ba nga yung yun nasa galing mula hanggang taon gulang pasaporte papel huwag wag kumain tulog ayoko`,
  sw: `habari jambo mambo vipi shikamoo hujambo asante asante sana tafadhali ndiyo ndio hapana sawa pole samahani
    msaada nisaidie nisaidieni naomba msaada nahitaji msaada mimi wewe yeye sisi ninyi wao yangu yako yake yetu yenu yao wangu wako
    wake langu changu na ya wa la za cha vya kwa katika kutoka mpaka hadi ni si au lakini kwa sababu kama ili pia tu sana zaidi nini
    nani wapi lini kwa nini vipi gani ngapi hii hiyo ile huyu huyo yule hapa pale huko sasa leo jana kesho usiku huu nyumba nyumbani
    chumba kazi bosi pesa hela lipa malipo simu piga ujumbe polisi mtu watu mwanaume mwanamke mtoto watoto kijana msichana mvulana
    mama baba kaka dada mume mke rafiki nataka anataka naweza siwezi hawezi nina ana hana sina kuna hakuna nilikuwa alikuwa amenichukua
    alinichukua ananipiga amenifungia ananitishia kuua ataniua naogopa peke yangu bunduki kisu hospitali wakili hakuna mtu kila kitu
    kidogo nyingi bado tayari sijui najua kwenda kuondoka kutoka kula kulala miaka pasipoti hati chakula tena`,
  so: `salaan asc asalaamu calaykum subax wanaagsan galab wanaagsan iska waran mahadsanid aad baad u mahadsan tahay fadlan haa maya
    waayahay raali ahow caawimaad i caawi i caawiya waxaan u baahanahay caawimaad aniga waxaan adiga isaga iyada annaga idinka iyaga
    kayga keyga taada kiisa keeda iyo ama laakiin sababtoo ah haddii marka ka ku u la soo waa ma maxaa kee kuma halkee xaggee goorma
    sidee imisa kan tan taas kaas halkan halkaas hadda maanta shalay berri caawa guri guriga qol shaqo shaqada lacag lacagta telefoon
    taleefan wac fariin boolis booliska nin ninka naag gabar wiil ilmo carruur walaal hooyo aabo xaas sayga saaxiib rabaa doonayaa
    karaa kari karo ma jiro jira waan wuu way wuxuu waxay igu iga ii ila qaatay qabtay xiray garaacay garaaco dilo dili dilayaa hanjabay
    cabsi baqayaa kali keligay qori mindi isbitaal qareen qofna qof dad wax walba badan yar weli mar mar walba garanayo ogahay tag
    tago bax baxo cun seexo sano jir baasaboor warqado aan ayaa uu ay lagu laga loo`,
  ru: `привет здравствуйте добрый день вечер доброе утро спасибо большое спасибо пожалуйста да нет ладно хорошо извините простите
    помогите помоги мне нужна помощь я ты он она мы вы они мой моя мои твой его её их меня мне тебя тебе ему ей нас вас это этот эта
    эти тот что кто где когда как почему зачем сколько какой какая и или но потому что если то же бы не ни ещё уже тоже только очень
    сейчас сегодня завтра вчера вечером здесь там тут дома дом комната работа начальник деньги платят телефон позвонить полиция мужчина
    женщина ребёнок дети сын дочь брат сестра мама папа мать отец муж жена парень подруга друг хочу хочет могу может можно нельзя надо
    нужно есть был была были будет иду идти уйти ушла выйти пускает забрал забрали сказал говорит знаю знает боюсь страшно одна один
    заперли бьёт ударил убить убьёт угрожает оружие нож больница адвокат никто кто-то всё ничего что-то много больше после до с без
    для от к у из на по за про лет год паспорт документы`,
  uk: `привіт вітаю добрий день вечір доброго ранку дякую щиро дякую будь ласка так ні добре гаразд вибачте перепрошую
    допоможіть допоможи мені потрібна допомога я ти він вона ми ви вони мій моя мої твій його її їх їхній мене мені тебе тобі йому їй
    нас вас це цей ця ці той що хто де коли як чому навіщо скільки який яка і й та або але тому що якщо то ж би не ні ще вже також
    тільки лише дуже зараз сьогодні завтра вчора ввечері тут там вдома дім хата кімната робота начальник гроші платять телефон
    подзвонити поліція чоловік жінка дитина діти син донька брат сестра мама тато мати батько дружина хлопець подруга друг хочу хоче
    можу може можна треба потрібно є був була були буде йти піти пішла вийти пускає забрав забрали сказав каже знаю знає боюся страшно
    сама один замкнули б'є вдарив вбити вб'є погрожує зброя ніж лікарня адвокат ніхто хтось усе все нічого щось багато більше після до
    з без для від у в із на по за про років рік паспорт документи`,
  ar: `مرحبا السلام عليكم وعليكم السلام اهلا صباح الخير مساء الخير شكرا جزيلا من فضلك لو سمحت نعم اي ايوه لا طيب حسنا اسف عفوا
    مساعدة ساعدني ساعدوني ساعدوني ارجوكم محتاج محتاجة احتاج مساعدة النجدة انا انت انتي هو هي نحن احنا انتم هم لي لك له لها لنا
    هذا هذه هاد هاي هيك ذلك ما ماذا شو ايش ايه من مين وين اين فين متى امتى كيف ازاي ليش لماذا ليه كم في على الى عن مع بدون بعد قبل
    عند عندي و او لكن بس لان لانه اذا لو الان هلق دلوقتي هسه اليوم بكرا امس الليلة هنا هناك بيت البيت غرفة شغل عمل مدير فلوس مصاري
    راتب يدفع تلفون موبايل اتصل رسالة شرطة الشرطة رجل مرأة بنت ولد طفل اطفال ابني بنتي اخي اختي امي ابوي ابي زوجي زوجتي صديق صديقتي
    اريد بدي عايز عايزة ممكن اقدر لازم يوجد في مافي كان كانت راح اروح اطلع يخليني اخذ اخذوا قال يقول اعرف يعرف خايف خايفة لوحدي
    محبوسة يضربني ضربني يقتلني يهددني سلاح سكين مستشفى محامي احد لا احد كل شيء كثير كتير اكثر ايضا كمان دائما ابدا والله يا رب عمري سنة جواز`,
  fa: `سلام درود صبح بخیر عصر بخیر شب بخیر ممنون مرسی متشکرم خیلی ممنون لطفا خواهش میکنم بله آره نه باشه خوب ببخشید متاسفم
    کمک کمکم کنید کمک لازم دارم به کمک نیاز دارم من تو او ما شما آنها اونا ایشان مال من خودم این آن اون اینجا آنجا چی چه کی کجا
    چطور چرا چند چقدر و یا اما ولی چون اگر که را رو از به با بی برای در تا بر روی زیر بعد قبل هم همین الان حالا امروز فردا دیروز
    امشب خانه خونه اتاق کار رئیس پول حقوق نمیدهد تلفن گوشی موبایل زنگ پیام پلیس مرد زن دختر پسر بچه بچه ها فرزند برادر خواهر مادر
    پدر شوهر همسر دوست میخواهم میخوام نمیخوام می خواهد میتوانم میتونم نمیتوانم نمیتونم باید دارم دارد داره ندارم هست هستم نیست
    نیستم بود بودم شد میشود میشه رفت رفتم برم بیرون نمیگذارد نمیذاره گرفت گرفته گفت میگوید میگه میدانم میدونم نمیدونم میترسم تنها
    زندانی میزند میزنه کتک میکشد میکشه تهدید اسلحه چاقو بیمارستان وکیل هیچکس کسی همه چیز خیلی زیاد کم بیشتر دیگه هنوز همیشه هرگز سال پاسپورت`,
  hi: `नमस्ते नमस्कार हेलो शुभ प्रभात धन्यवाद शुक्रिया कृपया प्लीज हाँ हां जी नहीं ना ठीक है माफ करना सॉरी
    मदद मेरी मदद करो मुझे मदद चाहिए बचाओ मैं तू तुम आप वह वो हम वे मेरा मेरी मेरे तेरा आपका उसका उसकी उनका हमारा मुझे मुझको उसे
    यह ये क्या कौन कहाँ कब कैसे क्यों कितना कितने और या लेकिन पर क्योंकि अगर तो कि का की के को से में ने भी ही हूँ है हैं था थी थे
    होगा अब अभी आज कल रात को यहाँ वहाँ घर कमरा काम मालिक पैसा पैसे तनख्वाह फोन कॉल मैसेज पुलिस आदमी औरत लड़का लड़की बच्चा बच्चे
    बेटा बेटी भाई बहन माँ पिता पति पत्नी दोस्त चाहता चाहती चाहिए सकता सकती जाना जाने गया गई देता नहीं देते ले लिया रखा कहा बोला पता
    नहीं जानता डर लग रहा अकेला अकेली बंद मारता मारा मार डालेगा धमकी बंदूक चाकू अस्पताल वकील कोई सब कुछ बहुत ज्यादा कम साल पासपोर्ट`,
  am: `ሰላም ሰላም ነው እንደምን አደርክ እንደምን ዋልክ ታዲያስ አመሰግናለሁ በጣም አመሰግናለሁ እባክህ እባክሽ እባካችሁ አዎ አይ አይደለም እሺ ይቅርታ
    እርዳታ እርዱኝ እርዳኝ እርዳታ እፈልጋለሁ እኔ አንተ አንቺ እሱ እሷ እኛ እናንተ እነሱ የእኔ የኔ የእሱ ይህ ያ ምን ማን የት መቼ እንዴት ለምን ስንት እና ወይም ግን
    ምክንያቱም ከሆነ ወደ ከ በ ለ ስለ ጋር አሁን ዛሬ ነገ ትናንት ማታ እዚህ እዚያ ቤት ክፍል ሥራ ስራ አሠሪ ገንዘብ ደመወዝ ስልክ ደውል መልእክት ፖሊስ ሰው ሴት ወንድ ልጅ
    ልጆች ወንድም እህት እናት አባት ባል ሚስት ጓደኛ እፈልጋለሁ እችላለሁ አልችልም አለ የለም ነው ናት ነበር ሄደ መሄድ መውጣት ወሰደ ወሰዱ አለኝ አላውቅም አውቃለሁ
    እፈራለሁ ብቻዬን ተቆልፎ ይመታኛል መታኝ ሊገድለኝ ያስፈራራኛል ጠመንጃ ቢላዋ ሆስፒታል ጠበቃ ማንም ሁሉም ምንም ብዙ ትንሽ በጣም ዓመት ፓስፖርት`,
  ko: `안녕 안녕하세요 감사합니다 고마워요 부탁 네 아니요 도와주세요 살려주세요 저는 제가 나는 내가 우리 그 사람 남자친구 여권 경찰 무서워요 지금 오늘 집 일 돈`,
};
