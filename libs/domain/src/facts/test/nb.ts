/** Labelled sentences in Bokmål. See `labelled.ts` for the marks. */
export const nbTuned = `
[n Jonas Gahr Støre] møter [n Volodymyr Zelenskyj] i [n Kyiv] [d fredag].
Regjeringen foreslår å øke rammen med [# 4,6 milliarder kroner].
[n Equinor] fikk et overskudd på [# 12,3 milliarder dollar] i [d 2022].
Politiet rykket ut til [n Grünerløkka] [d klokken 03.40] etter melding om slagsmål.
[q – Vi har aldri sett noe lignende], sier brannsjef [n Kari Holm] til [n NRK].
[n Oslo] er landets [s største] by, med over [# 700 000] innbyggere.
Det var [# 14] personer om bord da båten kantret utenfor [n Florø].
Prisene steg med [# 3,2 prosent] fra [d mars] til [d april].
Ifølge [n Statistisk sentralbyrå] har [# en tredjedel] av husholdningene bare én inntekt.
[n Rosenborg] slo [n Viking] [# 3]–[# 1] på [n Lerkendal] [d søndag].
Forskere ved [n Universitetet i Bergen] har undersøkt [# 1 200] prøver.
[# To] menn i [# 30]-årene er siktet for grovt ran.
Statsråden kaller forslaget [q «et skritt i feil retning»].
[n Norges Bank] holder styringsrenten uendret på [# 4,5 prosent].
I [d 1994] stemte [# 52,2 prosent] nei til medlemskap i [n EU].
Han ble født [d 3. mars 1971] i [n Tromsø].
Bare [# fem] av [# ti] elever besto prøven.
Det er den [s høyeste] temperaturen som er målt i [d oktober].
[n USA] sender [# 31] [n Abrams]-stridsvogner til [n Ukraina].
Kommunen har bevilget [# 250 millioner kroner] til ny skole på [n Lambertseter].
Ulykken skjedde på [n E18] ved [n Holmestrand] [d i går].
[q – Det er uaktuelt for oss], skriver partileder [n Sylvi Listhaug] i en e-post.
Nesten [# halvparten] av de spurte svarte at de var usikre.
Skogbrannen har spredt seg over [# 400 dekar] siden [d tirsdag].
Ifølge [n VG] skal møtet ha vart i [# to timer].
Tollvesenet beslagla [# 18 kilo] hasj på [n Svinesund].
Legene advarer mot å ta mer enn [# 400 milligram] per dag.
[n Erling Braut Haaland] scoret sitt [# 50.] mål for [n Manchester City].
Stortinget vedtok loven [d 12. juni].
Avstanden er [# 42,195 kilometer].
Kommisjonen leverer sin rapport [d torsdag 14. november 2024].
De [s fleste] av husene ble bygget på [d 1960-tallet].
Ordføreren svarer [q «ja»] på spørsmålet fra [n Dagbladet].
Strømprisen kan komme opp i [# 3,50 kroner] per kilowattime.
[n Kim Jong-un] besøkte fabrikken [d lørdag], melder [n KCNA].
Selskapet har mistet hver [# fjerde] kunde.
Saken kommer opp i [n Borgarting lagmannsrett] [d i morgen].
Hun ble dømt til fengsel i [# seks år] og [# tre måneder].
Det var for [# tredje] gang på [# et år] at broen ble stengt.
Partiet får [# 8,9 prosent] på målingen, ned [# 1,4 prosentpoeng].
Aksjen falt [# 7,1 prosent] etter at tallene ble kjent.
[n Hurtigruten] innstiller alle avganger nord for [n Bodø].
Vinden kan komme opp i [# 28 meter per sekund] i kastene.
[n Anne Grethe Hansens] roman [q «Et annet hjerte»] er solgt til [# 14] land.
Mannen i [# 40]-årene ble kjørt til [n Haukeland universitetssykehus].
Det [s eldste] funnet er [# 9 000 år] gammelt.
Tiltaket vil koste [# 200]–[# 300 millioner kroner].
Den svenske statsministeren [n Ulf Kristersson] avviser kritikken.
Ingen ble skadet i brannen.
[n Kina] har doblet eksporten siden [d 2015].
`;

/** Held back: no miss in these led to a change of a rule. Their author wrote the rules too. */
export const nbHeld = `
[n Erna Solberg] gikk av som statsminister i [d oktober 2021].
Helseministeren vil bruke [# 900 millioner kroner] på sykehusene.
[n Telenor] kutter [# 500] stillinger i [n Norge] og [n Sverige].
Brannvesenet fikk meldingen [d klokken 17.12] [d onsdag].
[q – Dette er den verste flommen jeg har opplevd], sier bonde [n Ola Nordli].
[n Mjøsa] er [n Norges] [s største] innsjø.
Minst [# 23] mennesker mistet livet i jordskjelvet i [n Tyrkia].
Arbeidsledigheten gikk ned til [# 1,9 prosent] i [d august].
[n Finanstilsynet] mener at [# to tredeler] av bankene bryter reglene.
[n Brann] tapte [# 0]–[# 2] mot [n Molde] [d lørdag].
Studien omfatter [# 4 300] barn mellom [# seks] og [# tolv år].
[# Tre] kvinner er innlagt på [n Ullevål sykehus].
Lederen i [n Fellesforbundet] beskriver tilbudet som [q «en hån»].
[n Høyre] går fram [# 2,3 prosentpoeng] siden [d september].
I [d 2030] skal utslippene være [# 55 prosent] lavere enn i [d 1990].
Kongen fylte [# 87 år] [d 21. februar].
[# Sju] av [# 19] kommuner har svart.
Dette er den [s tørreste] sommeren siden [d 1947].
[n Tyskland] leverer [# 18] [n Leopard 2] til [n Ukraina].
Fylkestinget sa nei til en bro over [n Bjørnafjorden].
Et fly fra [n Widerøe] måtte snu over [n Vestfjorden] [d i dag].
[q – Vi beklager], sier kommunikasjonssjef [n Line Moe] i [n Vy].
Over [# halvparten] av kommunene går med underskudd.
Raset er [# 300 meter] bredt og gikk natt til [d mandag].
[n Aftenposten] skriver at rapporten har ligget i en skuff i [# fire måneder].
Fangsten var på [# 2,1 tonn] torsk.
Pasientene fikk [# 20 milligram] daglig i [# åtte uker].
[n Karsten Warholm] løp på [# 45,94 sekunder] i [n Tokyo].
Lagmannsretten forkastet anken [d 8. januar 2024].
Tunnelen blir [# 26,7 kilometer] lang og Europas [s dyreste].
Fristen går ut [d fredag 31. mai].
På [d 1800-tallet] utvandret [# 800 000] nordmenn til [n Amerika].
Riksadvokaten sier [q «nei»] til å gjenoppta saken.
Dieselprisen passerte [# 25 kroner] literen.
[n Vladimir Putin] landet i [n Pyongyang] [d tirsdag], melder [n Yonhap].
Antallet har økt fra [# 112] til [# 340] på [# ti år].
Han møter i [n Oslo tingrett] [d i morgen].
Retten idømte ham [# 120 timer] samfunnsstraff.
Laget vant serien for [# femte] gang på rad.
[n Arbeiderpartiet] er nede på [# 18,7 prosent].
Oljeprisen steg [# 4 prosent] til [# 91,20 dollar] fatet.
[n SAS] kansellerte [# 54] avganger [d i går].
Det er ventet opptil [# 60 millimeter] regn på [n Vestlandet].
[n Jon Fosses] skuespill [q «Nokon kjem til å komme»] ble satt opp i [n Paris].
En [# 19]-åring er pågrepet i [n Drammen].
Skallen er [# 3,3 millioner år] gammel.
Kostnaden anslås til [# 50]–[# 70 milliarder kroner].
Den danske kronprinsen [n Frederik] ble konge i [d januar].
Innbyggerne er bedt om å koke drikkevannet.
[n India] gikk forbi [n Kina] i [d april 2023].
`;
