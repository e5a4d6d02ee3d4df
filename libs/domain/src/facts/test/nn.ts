/** Labelled sentences in Nynorsk. See `labelled.ts` for the marks. */
export const nnTuned = `
[n Trygve Slagsvold Vedum] la fram budsjettet [d måndag].
Kommunen vil nytte [# 35 millionar kroner] på den nye skulen i [n Volda].
[n Sogn Avis] skriv at [# 14] bustader er evakuerte i [n Aurland].
Ein mann i [# 50]-åra omkom i ei ulukke på [n E39] ved [n Førde].
[q – Me er letta], seier ordførar [n Gunn Åmdal Mongstad].
[n Jostedalsbreen] er den [s største] breen på fastlandet i [n Europa].
Talet på elevar har gått ned med [# 12 prosent] sidan [d 2010].
Møtet tek til [d klokka 18.00] [d torsdag].
Om lag [# halvparten] av bøndene har søkt om støtte.
[n Sogndal] vann [# 4]–[# 0] over [n Aalesund].
Forskarar ved [n Havforskingsinstituttet] har merkt [# 2 500] torskar.
[# Tre] ungdomar er melde sakna i [n Jotunheimen].
Statsråden kallar framlegget [q «eit godt kompromiss»].
Renta vart sett opp til [# 4,25 prosent] i [d september].
[n Ivar Aasen] gav ut grammatikken i [d 1848].
Ho vart fødd [d 17. mai 1954] på [n Voss].
[# Seks] av [# ti] nynorskelevar byter målform.
Det er den [s kaldaste] natta så langt i [d januar].
[n Noreg] har gjeve [# 75 milliardar kroner] til [n Ukraina].
Fylkestinget i [n Vestland] vedtok planen [d 11. juni].
Fleire vegar er stengde etter uvêret [d i går].
[q – Det kjem ikkje på tale], skriv [n Bjørg Tysdal Moe] til [n Framtida].
Han fekk [# fire år] fengsel for grovt bedrageri.
Elva steig [# 80 centimeter] natt til [d laurdag].
Selskapet gjekk med eit underskot på [# 3,4 millionar kroner] [d i fjor].
Det er [# 62 kilometer] frå [n Stryn] til [n Loen].
Dei [s fleste] husa står tomme om vinteren.
[n Hordaland Folkeblad] fyller [# 150 år] [d i år].
Laksen vog [# 21,5 kilo].
Straumen kosta [# 1,20 kroner] per kilowattime.
[n Kringkastingsrådet] fekk [# 430] klager på [q «Lindmo»].
Statsministeren reiser til [n Brussel] [d onsdag 20. mars].
Arbeidet skal vere ferdig innan [d 2027].
[n Russland] og [n Kina] la ned veto.
Skulen vart bygd på [d 1950-talet].
[n Olav H. Hauge] budde heile livet i [n Ulvik].
Det er [# andre] gongen på [# eitt år] at ferja er ute av drift.
Partiet får [# 5,8 prosent] i målinga til [n NRK].
Vinden kan kome opp i [# 35 meter per sekund] på [n Stad].
Om lag [# 1 100] menneske var samla på torget.
Den [s høgaste] bygningen er [# 48 meter].
Kostnaden vil liggje på [# 90]–[# 110 millionar kroner].
[n Røde Kors] leitar etter turgåaren ved [n Trolltunga].
Politiet fekk melding om brannen [d klokka 04.55].
Lærarane streikar frå [d fredag].
[# Ein tredel] av medlemene røysta nei.
[n Jon Olav Sørdal] tek over som styreleiar [d 1. august].
[n Møre og Romsdal] har mist [# 200] arbeidsplassar.
Avisa [n Dag og Tid] var fyrst ute med saka.
Ingen veit kva som hende.
`;

/** Held back: no miss in these led to a change of a rule. Their author wrote the rules too. */
export const nnHeld = `
[n Liv Signe Navarsete] vart statsråd i [d 2005].
Fylket har sett av [# 120 millionar kroner] til rassikring i [n Stryn].
[n Firda] melder at [# 22] personar er evakuerte.
Ei kvinne i [# 60]-åra vart påkøyrd i [n Odda] [d tysdag].
[q – Eg trur ikkje det er sant], seier bonde [n Nils Bjørkum].
[n Hornindalsvatnet] er den [s djupaste] innsjøen i [n Europa].
Folketalet gjekk ned med [# 0,8 prosent] i [d 2023].
Kyrkja var full [d klokka 11.00] [d sundag].
[# Halvparten] av fjordkommunane manglar lege.
[n Førde] tapte [# 1]–[# 3] for [n Florø].
[n Nibio] har granska [# 340] gardsbruk.
[# Fem] hyttebygg brann ned i [n Hemsedal].
Leiaren kallar vedtaket [q «heilt uforståeleg»].
Prisane auka med [# 6,1 prosent] frå [d mai] til [d juni].
[n Arne Garborg] døydde i [d 1924].
Kyrkja vart vigsla [d 24. juni 1862].
[# Åtte] av [# 26] kommunar har svart på undersøkinga.
Dette er den [s våtaste] hausten sidan [d 1983].
[n Danmark] gav [# 19] fly av typen [n F-16].
Kommunestyret i [n Kvam] sa nei [d 3. desember].
Vegen vart opna att [d i dag].
[q – Me må handle no], seier [n Terje Breivik] til [n Nationen].
Retten dømde han til [# 90 dagar] fengsel.
Vatnet steig [# 1,5 meter] på [# to timar].
Laget hadde [# 2,7 millionar kroner] i gjeld [d i fjor].
Tunnelen mellom [n Lærdal] og [n Aurland] er [# 24,5 kilometer].
Dei [s yngste] veljarane ville ha attende telefonen.
[n Norsk Barneblad] har kome ut sidan [d 1887].
Hjorten vog [# 142 kilo].
Mjølkeprisen vert sett til [# 6,85 kroner] literen.
[n Språkrådet] fekk [# 75] meldingar om [q «sjukeheim»].
Næringsministeren vitjar [n Årdal] [d torsdag 6. februar].
[n Noreg] skal kutte utsleppa med [# 55 prosent] innan [d 2030].
[n Israel] og [n Hamas] vart samde om våpenkvile.
Husa er frå [d 1700-talet].
[n Tarjei Vesaas] skreiv [q «Is-slottet»] i [n Vinje].
For [# fjerde] gong på rad gjekk bruket med overskot.
[n Senterpartiet] får [# 6,4 prosent].
Det kan kome [# 90 millimeter] nedbør på [# eitt døgn].
Rundt [# 3 000] gjekk i toget.
Det [s eldste] treet er [# 480 år] gammalt.
Ombygginga kostar mellom [# 40] og [# 45 millionar kroner].
[n Luftambulansen] henta turgåaren ved [n Gaustatoppen].
Naudetatane rykte ut [d klokka 22.10].
Forhandlingane held fram [d i morgon].
[# To tredelar] av styret stod bak.
[n Anne Karin Hamre] vart redaktør [d 1. september 2015].
[n Noregs Mållag] har [# 13 000] medlemer.
Den norske forfattaren [n Edvard Hoem] fekk prisen.
Mange er redde for å miste arbeidet.
`;
