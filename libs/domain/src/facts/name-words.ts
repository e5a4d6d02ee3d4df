const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/**
 * Words that begin a sentence with a capital and name nobody: function words and the commonest others. In lower case.
 */
export const norwegianCommon = set(`
  alle alt altså avisa avisen bladet filmen boka boken bandet andre at av bak bare begge blant bortsett bør da dagens de deg dei dem den denne der deres dermed derfor dersom desse dessuten det
  dette disse du dei eg eit ei ein eitt eller elles en enda endelig er et etter etterpå flere fleire for fordi foreløpig fra frå fram først fyrst før
  få gjennom god ham han hans har hele heile hennar hennes her hit ho hos hun hva hvem hver hverken hvilken hvis hvor hvordan hvorfor
  i ifølge ifølgje igjen ikke ikkje imidlertid innan innen ingen inga ingenting ja jeg kan kanskje kva kvar kven kvifor korleis kun
  langs likevel mange me med medan mellom men mens mer meir mest mi min mine minst mot må nå når nokon noen noko noe nesten ned nei no nok nye
  ny når nær og også om omtrent opp over opptil per på rundt sammen saman selv sidan siden sin sitt sine sjølv skal slik slike som så
  tidligere tidlegare til tross under uten utan ut utenfor utanfor var ved veldig vi viss vil våre vår åpenbart år årets eldre unge
  folk menn kvinner barn born rapport ekspertar store små nytt gamle klart trolig truleg samtidig samstundes tilsammen statsminister president
  politiet retten kongen dronningen kongefamilien norske svenske danske russiske amerikanske
`);

export const englishCommon = set(`
  a about above according across additional after again against all almost along already also although amid among an and another any anyone
  around as at based because before behind below besides between both but by can chancellor could current critics despite did do does
  doctors drivers during each early earlier either every everyone everything experts even few finally firefighters first five for former
  four from government half he her here hers him his how however i if in inside instead into is it its just last lawyers later least less
  like local many may maybe meanwhile members men ministers more moreover most much my nearly neither new next no nobody none nor not nothing
  now of officers officials often on once one only opponents or other others our out outside over parliament people perhaps petrol police
  president prime prices prosecutors rain rather recent researchers residents rising same scientists several she shares should since so some
  somebody someone something sometimes soon still students such supporters than that the their them then there therefore these they this
  those though three through throughout thus to today together too two under unemployment unless until up us use was we were what when where
  whether which while who whose why will winds with within without women workers yes yet you young your inflation oil gas water food trade
  snow crime traffic research data evidence growth demand exports imports unlike
`);

/** Titles that stand before a name in English and are no part of it. In lower case. */
export const titles = set(`
  mr mrs ms dr sir dame prime minister president former vice chancellor king queen prince princess senator secretary foreign judge justice chief
  professor pope general governor mayor deputy congressman congresswoman acting captain sergeant detective inspector
  statsminister finansminister utenriksminister justisminister helseminister ordfører ordførar professor kong dronning prins prinsesse
  partileder partileiar forsker forskar lege advokat politimester generalsekretær
`);

/** Names that begin many a sentence alone and look like common words by their endings. In lower case. */
export const known = set(`
  norge noreg oslo bergen stavanger trondheim tromsø drammen tønsberg sandefjord arendal voss finland sverige danmark island tyskland england
  skottland irland nederland belgia frankrike spania portugal italia hellas polen ungarn østerrike sveits tsjekkia serbia kroatia romania
  bulgaria ukraina russland belarus hviterussland georgia armenia israel palestina syria libanon jordan egypt libya tunisia algerie marokko
  sudan etiopia somalia kenya tanzania uganda nigeria ghana iran irak afghanistan pakistan india kina japan taiwan vietnam thailand indonesia
  australia canada mexico brasil argentina chile colombia venezuela cuba tyrkia saudi-arabia
  norway sweden denmark iceland germany scotland ireland netherlands belgium france spain italy greece poland hungary austria switzerland
  ukraine russia turkey china brazil texas paris brussels athens wales britain london washington moscow beijing berlin tokyo kyiv gaza
  høyre venstre rødt sv frp krf mdg ap sp arbeiderpartiet senterpartiet fremskrittspartiet miljøpartiet raudt høgre arbeidarpartiet
  labour conservatives democrats republicans congress
  aftenposten dagbladet nettavisen klassekampen nationen morgenbladet firdaposten reuters afp ntb nrk times guardian
`);

/** Common nouns that close a name in lower case: "Oslo tingrett". */
export const closers = set(`
  sentralbyrå lagmannsrett tingrett universitetssykehus universitetssjukehus sykehus sjukehus fylkeskommune politidistrikt universitet høgskole
  høgskule høyskole lufthavn kommune bispedømme domkirke fengsel sjukehjem sykehjem kirke kyrkje barneblad folkeblad
`);

/** Institutions whose place belongs to their name: "Universitetet i Bergen". */
export const housed = set('universitetet høgskolen høgskulen høyskolen museet');

/** Small words within names of people: "Ursula von der Leyen". */
export const particles = set('von van der den de du da di del la le el al bin ibn af av ten');

/** Names that hold an "og". */
export const pairs = set('møre-romsdal dag-tid sogn-fjordane røde-kors');

/** Endings of common nouns, of which a name of one word in a sentence's beginning has none. */
export const norwegianEndings =
  /(?:en|et|ene|ane|ar|er|ere|ing|ingen|inga|else|elsen|het|heten|sjon|skap|skapet|lig|isk|ende|ande|dom|ta|[^aeiouyæøå]a|ssa|ste)$/u;
export const englishEndings =
  /(?:ing|ly|ed|ment|tion|ness|ity|ers|ors|ists|ions|ents|ies|ments|[^s'i]s|ence|ance|ism)$/u;
/** Endings of institutions, which are names in spite of them. */
export const institutions =
  /^\p{L}{3,}(?:partiet|tilsynet|direktoratet|departementet|forbundet|rådet|banken|instituttet|posten|bladet|avisen|avisa|ambulansen|verket|alliansen|breen|fjorden|vatnet|vannet|elva|dalen)$/u;
