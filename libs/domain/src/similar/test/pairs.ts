/**
 * Claims that say nearly the same, for the search in what was checked before. Written by this guideline, before the
 * rule:
 *
 * - Each group is a claim as a journalist writes it now, the claim that was checked before, and then one or more near
 *   misses: claims about the same people, places or things that say something else.
 * - The two say the same of the same thing, so that the sources of one are of use for the other. They are never the
 * same
 *   words: the order, the voice, the inflection, the form of a number, the length of a name or a synonym differs, and
 *   one of them often says more. A number may be rounded.
 * - A near miss shares at least a name, a number or the main noun.
 * - In the groups of `across`, one claim is in Norwegian and the other in English.
 *
 * The second half of each list was not looked at while the rule was made.
 */
export const nb = `
Strømprisen i Sør-Norge var i fjor over dobbelt så høy som i Nord-Norge.
I Sør-Norge betalte folk i 2023 mer enn to ganger så mye for strømmen som i nord.
Strømstøtten dekker 90 prosent av prisen over 75 øre.
Nord-Norge har de laveste strømprisene i Europa.

Regjeringen vil bruke 152 millioner kroner på nye sykkelveier i Bergen.
Bergen får 152 mill. til sykkelvei i budsjettet fra regjeringen.
Bergen har 93 kilometer sykkelvei.
Regjeringen vil bruke 152 millioner kroner på rassikring i Odda.

Nordsjøtorsken er på sitt laveste nivå siden målingene begynte.
Bestanden av torsk i Nordsjøen har aldri vært målt lavere.
Kvoten for torsk i Barentshavet kuttes med 25 prosent.
Det ble landet 4600 tonn torsk fra Nordsjøen i fjor.

Hver tredje lærer vurderer å slutte i jobben.
33 prosent av lærerne har tenkt på å slutte, viser undersøkelsen.
Hver tredje elev har opplevd mobbing på skolen.
Lærerne fikk 5,2 prosent i lønnsøkning.

Erna Solberg var statsminister i åtte år.
Solberg ledet regjeringen fra 2013 til 2021, altså i 8 år.
Erna Solberg sitter i Stortinget for Hordaland.
Jens Stoltenberg var statsminister i til sammen ti år.

Det er 4 600 ledige stillinger i helsevesenet i nord.
Helsevesenet i Nord-Norge mangler 4600 ansatte.
Helsevesenet i nord bruker 1,2 milliarder kroner på vikarer.

Ferja mellom Moss og Horten fraktet 3,9 millioner passasjerer i 2022.
Nesten fire millioner reisende tok Moss–Horten-ferja i 2022.
Fergen mellom Moss og Horten går på batteri.
Billettprisen på ferja Moss–Horten steg med 12 prosent.

Nær halvparten av landets kommuner styrer mot underskudd i år.
Over 40 prosent av kommunene ventet å gå i minus.
Kommunene får 6,4 milliarder kroner ekstra i revidert budsjett.
Halvparten av kommunene har innført eiendomsskatt.

Oljefondet tapte 1637 milliarder kroner i 2022.
Pensjonsfondet gikk 1 637 milliarder i minus det året, det verste noensinne.
Oljefondet tjente 2222 milliarder kroner i 2023.
Oljefondet eier 1,5 prosent av alle børsnoterte selskaper i verden.

Politidirektør Benedicte Bjørnland varslet at hun går av til sommeren.
Bjørnland slutter som politidirektør i juni.
Benedicte Bjørnland sa at politiet trenger 1,6 milliarder mer.
Politidirektøren varslet flere patruljer til sommeren.

Togene mellom Oslo og Trondheim sto stille i tre måneder etter flommen.
Dovrebanen var stengt i omtrent tre måneder fordi flommen tok brua.
Flommen ødela 45 broer på Østlandet.
Toget fra Oslo til Trondheim bruker seks timer og 40 minutter.

Antallet asylsøkere falt med 18 prosent i første halvår.
Det kom 18 prosent færre asylsøkere i årets seks første måneder.
Antallet asylsøkere fra Ukraina passerte 70 000.
Antallet utvisninger falt med 18 prosent.

Rema 1000 omsatte for over 100 milliarder kroner i fjor.
For første gang passerte Rema hundre milliarder i omsetning.
Rema 1000 har 680 butikker i Norge.
Norgesgruppen omsatte for 115 milliarder kroner.

Hurtigruten har gått langs kysten siden 1893.
Siden 1893 har Hurtigruten seilt mellom Bergen og Kirkenes.
Hurtigruten gikk med 600 millioner kroner i underskudd.
Bergensbanen åpnet i 1909.

Ordføreren i Bodø brøt habilitetsreglene da tomta ble solgt.
Lovlighetskontrollen slår fast at Bodø-ordføreren var inhabil i tomtesaken.
Ordføreren i Bodø tjener 1,4 millioner kroner.
Bodø er Europas kulturhovedstad i 2024.

Vaksinen virker mot 94 prosent av alvorlige tilfeller.
Vaksinen gir 94 prosent beskyttelse mot alvorlig sykdom.
Vaksinen koster 94 kroner for hver dose.
To millioner nordmenn har fått vaksinen.

Vindkraftverket på Fosen krenker samenes rettigheter, fastslo Høyesterett i 2021.
Høyesterett kom i oktober 2021 til at utbyggingen på Fosen brøt menneskerettene til reindriftssamene.
Vindkraftverket på Fosen har 151 turbiner.
Høyesterett forkastet anken fra Motvind i 2023.

Hver nordmann kaster i gjennomsnitt 42 kilo mat i året.
Nordmenn kaster om lag 42 kg mat per person årlig.
Hver nordmann kaster 11 kilo klær i året.
Nordmenn spiser 42 kilo kjøtt i året.

Sykefraværet er det høyeste på 15 år.
Ikke på femten år har fraværet på grunn av sykdom vært høyere.
Sykefraværet i barnehagene er 12 prosent.
Sykelønnsordningen koster 60 milliarder kroner i året.

Statnett venter at Norge får kraftunderskudd fra 2027.
Fra og med 2027 bruker Norge mer kraft enn vi lager, tror Statnett.
Statnett bygger en ny kraftlinje til Finnmark innen 2030.
Norge eksporterte kraft for 25 milliarder i 2022.

Legevakten i Tromsø avviste 300 pasienter i romjulen.
I romjula måtte 300 syke snu på legevakta i Tromsø.
Legevakten i Tromsø flytter til nye lokaler i 2026.
300 pasienter fikk feil medisin i Tromsø.

Norge har flest elbiler per innbygger i verden.
Intet land har så mange elbiler i forhold til folketallet som Norge.
Norge har 24 000 ladestasjoner for elbil.
Det ble solgt 104 000 elbiler i Norge i 2023.

Minst 14 personer mistet livet da hotellet i Kabul ble angrepet.
Angrepet på hotellet i Kabul krevde minst fjorten menneskeliv.
Hotellet i Kabul åpnet igjen etter angrepet.
Minst 14 personer ble skadet i en bussulykke i Kabul.

Boligprisene i Oslo har steget med 40 prosent på fem år.
På fem år er boligene i Oslo blitt 40 % dyrere.
Boligprisene i Stavanger falt med 4 prosent på fem år.
Oslo bygde 1900 boliger i fjor.

Bare seks av ti fastlegelister har plass til nye pasienter.
Fire av ti fastleger tar ikke imot flere pasienter.
Fastlegene har i snitt 1040 pasienter på lista.
Seks av ti leger er kvinner.

Laksen Mowi slapp ut, var syk av lakselus.
Lakselus fantes på fisken som rømte fra Mowi-anlegget.
Mowi slaktet 475 000 tonn laks i fjor.
27 000 laks rømte fra Mowi-anlegget på Dyrøy.

Jernbanetunnelen under Oslofjorden blir 11 kilometer lang.
Tunnelen for tog under fjorden skal bli 11 000 meter.
Jernbanetunnelen Follobanen kostet 37 milliarder kroner.
Oslofjorden inneholder 40 prosent mindre torsk.

Munch-museet hadde en million besøkende det første året.
I løpet av de første tolv månedene kom det én million gjester til Munch.
Munch-museet kostet 2,7 milliarder kroner.
Nasjonalmuseet hadde en million besøkende.
`;

export const en = `
The missile flew 4,600 kilometres before it fell into the Pacific.
After a flight of about 4600 km the rocket came down in the Pacific Ocean.
The missile reached an altitude of 1,000 kilometres.
North Korea has fired 23 missiles this year.

Unemployment fell to 3.4 percent in January, the lowest in 54 years.
In January the jobless rate dropped to 3.4%, a low not seen since 1969.
Inflation fell to 3.4 percent in June.
Unemployment among the young is 11 percent.

Elon Musk bought Twitter for $44 billion.
Musk paid 44 billion dollars for Twitter in October 2022.
Elon Musk fired half of the staff of Twitter.
Microsoft bought LinkedIn for $26 billion.

The Amazon lost 11,088 square kilometres of forest in 2020.
Deforestation in the Amazon reached 11 088 km2 in 2020, Brazil's space agency said.
The Amazon is home to 10 percent of all known species.
Amazon employed 1.3 million people in 2020.

The prime minister broke the ministerial code, the inquiry found.
An inquiry concluded that the ministerial code had been breached by the prime minister.
The prime minister won a vote of confidence by 63 votes.
The inquiry into the floods cost three million pounds.

Germany shut down its last three nuclear plants in April 2023.
The last three reactors in Germany were switched off on 15 April 2023.
Germany gets 52 percent of its power from renewables.
France has 56 nuclear reactors.

One in four children in the city lives in poverty.
25 percent of the city's children are poor.
One in four children in the city walks to school.
The city has built four new schools.

Boeing knew of the fault in the door plug for months before the accident.
Months before the accident the fault in the plug of the door was known at Boeing.
Boeing delivered 528 aircraft last year.
The door of the Boeing was found in a garden in Portland.

The bridge in Baltimore collapsed after a container ship hit a pillar.
A container ship struck a support, and the Baltimore bridge fell down.
The container ship was 300 metres long.
The bridge in Baltimore opened in 1977.

Nearly 1.2 million Americans have died of Covid-19.
Covid has killed close to 1.2 million people in the United States.
1.2 million Americans work in the car industry.
Covid-19 vaccines prevented three million deaths in America.

The minister has never voted against her party.
Not once has the minister voted against the party line.
The minister left her party in 2019.
Turnout was the lowest ever voted for a minister's party.

Hospitals cancelled 1.3 million appointments because of the strikes.
Because of strike action, 1.3m hospital appointments had to be called off.
Hospitals hired 1,300 nurses from abroad.
The strikes cost hospitals two billion pounds.

India landed a spacecraft near the Moon's south pole in August 2023.
In August 2023 an Indian lander touched down close to the south pole of the Moon.
India's population passed that of China in 2023.
A Russian spacecraft crashed on the Moon in August 2023.

Sea levels have risen by 20 centimetres since 1900.
Since 1900 the sea has come up by some 20 cm.
Sea temperatures have risen by 0.9 degrees since 1900.
Levels of carbon dioxide have risen by 50 percent.

Britain gave asylum to 62,336 people last year.
Last year 62 336 people were granted asylum in Britain.
Britain spent 62 million pounds on the Rwanda plan.
Asylum applications in Britain fell by 17 percent.

The senator owned shares in the company that won the contract.
Shares in the firm that got the contract were held by the senator.
The senator has served on the committee for eight years.
The company that won the contract has 40 employees.

Two thirds of the world's coral has bleached since 2023.
Bleaching has hit about 66 percent of coral worldwide since 2023.
Coral reefs feed half a billion people.
Two thirds of the world's tigers live in India.

The firm dumped waste water in the river for six years.
For six years waste water was let out into the river by the company.
The river flooded six times last year.
The firm has paid no taxes for six years.

Taylor Swift's tour earned more than one billion dollars.
The Eras tour of Taylor Swift brought in over $1bn.
Taylor Swift won album of the year four times.
Beyoncé's tour earned 579 million dollars.

Drivers lost 61 hours in traffic jams in London in 2023.
In London each driver spent some 61 hours in congestion in 2023.
London drivers paid 61 million pounds in parking fines.
Traffic deaths in London fell by a quarter in 2023.

Russia's central bank raised its rate to 21 percent.
The key rate was put up to 21% by the Bank of Russia.
Russia's economy grew by 3.6 percent.
The European Central Bank cut its rate to 3.25 percent.

The school had no fire drill in ten years.
Not one fire drill was held at the school in a decade.
The school had ten fire extinguishers.
Firefighters took ten minutes to reach the school.

Greta Thunberg began her school strike in August 2018.
It was in August 2018 that Thunberg first sat down outside parliament on strike.
Greta Thunberg was arrested in The Hague.
Teachers began a strike in August 2018.

The new law bans phones in all primary schools.
Phones are forbidden in every primary school under the new law.
The new law raises the school leaving age to 18.
Nine in ten primary school pupils own phones.
`;

export const across = `
Raketten fløy 4600 kilometer og falt i Stillehavet.
The rocket travelled 4,600 km and landed in the Pacific.
Raketten ble skutt opp fra Pyongyang.

Ukraine has received 1.5 million shells from the Czech initiative.
Ukraina har fått 1,5 millioner granater gjennom det tsjekkiske initiativet.
Ukraine needs 7 more air defence systems.

Emmanuel Macron oppløste nasjonalforsamlingen i juni 2024.
President Macron dissolved the National Assembly in June 2024.
Emmanuel Macron ble gjenvalgt i 2022.

Sweden joined NATO on 7 March 2024.
Sverige ble medlem av NATO 7. mars 2024.
Finland became a member of NATO in April 2023.

Facebook slettet 1,3 milliarder falske kontoer på tre måneder.
In three months 1.3 billion fake accounts were removed by Facebook.
Facebook har tre milliarder brukere.

Equinor earned 12.3 billion dollars before tax.
Equinor fikk 12,3 milliarder dollar i resultat før skatt.
Equinor employs 23,000 people.

Tesla solgte 1,8 millioner biler i 2023.
In 2023 Tesla delivered 1.8 million cars.
Tesla måtte tilbakekalle to millioner biler i USA.

WHO says that malaria killed 608,000 people in 2022.
608 000 mennesker døde av malaria i 2022, ifølge WHO.
WHO approved a new malaria vaccine.

Orkanen Helene tok livet av minst 230 mennesker i USA.
At least 230 people died in Hurricane Helene.
Orkanen Milton traff Florida med 190 kilometer i timen.

Volkswagen will close at least three plants in Germany.
Volkswagen legger ned minst tre fabrikker i Tyskland.
Volkswagen sold nine million cars.

Julian Assange satt 1901 dager i Belmarsh.
Assange spent 1,901 days in Belmarsh prison.
Julian Assange ble født i Australia i 1971.

Tokyo is home to 37 million people, more than any other city.
Ingen by er større enn Tokyo, med 37 millioner innbyggere.
Tokyo hosted the Olympic Games in 2021.
`;

export interface Pair {
  readonly asked: string;
  readonly checked: string;
  readonly others: readonly string[];
}

/** The groups of a list: what is asked, what was checked, and the near misses. */
export function pairsOf(lines: string): Pair[] {
  return lines
    .trim()
    .split('\n\n')
    .map((group) => {
      const [asked = '', checked = '', ...others] = group.split('\n');
      return { asked, checked, others };
    });
}

/** The language of a claim of these lists: Norwegian has letters or small words that English has not. */
export const languageOf = (text: string): string =>
  /[æøå]|\b(?:og|i|av|er|ble|har|til|med|fra|legger|fikk|satt)\b/iu.test(text) ? 'nb' : 'en';
