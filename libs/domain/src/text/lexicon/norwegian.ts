import { currencies, none, spelled, words, type Lexicon } from './lexicon';

const leading = `
  adm adm.dir adr adv alm ang anm arr ass.dir avd avd.dir avs b.la bl bl.a ca cand cand.jur cand.mag cand.med cand.philol cand.polit cand.psychol
  cand.real cand.scient chr d.e d.v.s dir dr dr.art dr.ing dr.juris dr.med dr.philos dr.polit dr.scient dvs e.g edv eks ekskl ev evt f.eks f.h.v f.o.m
  fhv flg fom forf fork fr frk følg h.h.v hhv hj hr i.e i.f.m i.f.t i.h.t i.s.f ib ibid if ifm iflg ift iht ill inkl innl instr isf istf jf jfr joh jur
  kapt kfr kgl kl kol komm konst kpt lat lic lign ltn m.a m.a.o m.h.t m.o.t m.t.p mag.art meld mht mr mrs ms mtp nr o.nr oblt offl omkr oppl org.nr orig osfr
  overs p.g.a p.t pga pol.insp pr pres priv prof prop ref reg.nr repr resp res s.k sekr sgt sign siv siv.ing siv.øk sjt sk skuesp sml spes sr.adv st.meld
  st.prp statssekr stipend stud stud.jur stud.med t.d t.eks t.o.m th tils tilsv tlf underskr utg v.a vedk vedr vha vit.ass vs`;

const numbering = `
  § art bd bnr dok ed f fig figs fv g.nr gnr innst jnr kap kr kv l l.nr lnr maks mnr ot.prp p pag pkt pnr prop.nr rd rnr rv s sec secs sp ss st str tab tel u v vol årg
  jan feb febr apr jun aug sep sept okt nov des`;

const final = `
  d.d d.s d.y d.å e.kr e.l etc etg f.kr f.m e.m m.fl m.m m.o.h m.v mfl min mnd moh mv mva o.a o.l osv s.u s.å sek t.h t.v`;

const counted = `
  januar februar mars april mai juni juli august september oktober november desember jan feb febr apr jun jul aug sep sept okt nov des
  verdenskrig verdskrig divisjon etasje klasse juledag påskedag pinsedag omgang runde plass mosebok kvartal avenue`;

const starters = `
  alle allerede allereie at av begge blant bare berre både da de dei den denne dens der dere derfor dermed dersom det dette disse du då eg ein eit ei eitt
  en enkelte er et etter fire flere fleire for fordi fra frå fram før først ha han hans har hele heile hennar hennes ho hun hva hvem hver hvert hvilke
  hvilken hvis hvor hvordan hvorfor i ifølge ifølgje ikke ikkje imens imidlertid ingen ingenting ja jeg jo kan kanskje korleis kor kva kven kvifor kvar
  kvart like likevel man mange med mellom men mens medan mest min mine mot mye mykje må nei noe noen noko nokon nokre når nå nesten og også òg om over på
  sa samtidig samstundes selv seinare senere sidan siden sist sjøl sjølv skal skulle slik slike som straks så tidlegare tidligere til tilbake to tre
  trass tross under ut utan uten ved vi vil var viss våre vår vårt å`;

/**
 * Bokmål and Nynorsk share a lexicon, but for one word, since texts quote one in the other. Abbreviations are those
 * that Språkrådet lists and newspapers use, but for those that are common words as well ("tom.", "to.", "av.").
 */
export const norwegian: Lexicon = {
  leading: words(leading),
  numbering: words(numbering),
  numberingWords: words('no nos'),
  spelled: words(spelled),
  amounts: words('mill mrd pst stk'),
  currencies: new Set(currencies),
  either: words('el ing jr mill mrd pst sr st stk'),
  final: words(final),
  starters: words(starters),
  continuers: none,
  counted: words(counted),
  lettered: words('alternativ avdeling bokstav byggetrinn del gruppe hepatitt klasse plan pulje punkt type vitamin'),
  ordinalStop: true,
  lowerCaseStart: false,
  colonEnds: true,
};

/** In Nynorsk "no" is the everyday word for now. */
export const nynorsk: Lexicon = {
  ...norwegian,
  numbering: new Set([...norwegian.numbering, 'No', 'Nos']),
  numberingWords: none,
};
