import { words, type Lexicon } from './lexicon';

const leading = `
  adm adm.dir adr ang anm ass.dir b.la bl bl.a ca cand chr cand.jur cand.mag cand.med cand.philol cand.polit cand.psychol cand.real cand.scient
  d.e d.v.s dr dr.art dr.ing dr.juris dr.med dr.philos dr.polit dr.scient dvs e.g eks edv ekskl ev event evt f.eks f.o.m f.h.v fhv flg fom fr frk følg
  h.h.v hhv hr i.e i.f.m i.f.t i.h.t i.s.f ifm iflg ift iht inkl instr jf jfr joh kgl kl komm konst kpt lic lign m.a m.a.o m.h.t m.o.t m.t.p mag mag.art maks
  mht mr mrs ms mtp nr o.nr omkr overs p.g.a p.t pga pr pres prof prop ref resp red s.k samt sekr sen sgt siv siv.ing siv.øk sjt sk sml spes sr.adv st.meld
  st.prp stipend stud stud.jur stud.med t.d t.eks t.o.m th tilsv tlf tom underskr utg v.a vedk vedr vha vit.ass vs`;

const numbering = `
  § art avd bd bind bnr boks dat f fig fnr g.nr gnr innst jnr kap kr l.nr lnr lov mnr no ot.prp p pag pkt pnr post punkt rev s sek side sp ss str tab tabell tel u v vers vol årg
  jan feb febr mars apr jun jul aug sep sept okt nov des`;

const counted = `
  januar februar mars april mai juni juli august september oktober november desember jan feb febr apr jun jul aug sep sept okt nov des
  verdenskrig verdskrig divisjon etasje klasse juledag påskedag pinsedag omgang runde plass mosebok`;

const starters = `
  alle allerede allereie at av begge blant bare berre både da de dei den denne dens der dere derfor dermed dersom det dette disse du då eg ein eit ei eitt en enkelte er et etter
  fire flere fleire for fordi fra frå fram før først ha han hans har hele heile hennar hennes ho hun hva hvem hver hvert hvilke hvilken hvis hvor hvordan hvorfor i ifølge ifølgje ikke ikkje
  imens imidlertid ingen ingenting ja jeg jo kan kanskje korleis kor kva kven kvifor kvar kvart like likevel man mange med mellom men mens medan mest min mine mot mye mykje må nei noe noen noko
  nokon nokre når nå nesten og også òg om over på sa samtidig samstundes selv seinare senere sidan siden sist sjøl sjølv skal skulle slik slike som straks så tidlegare tidligere til tilbake to tre trass tross
  under ut utan uten ved vi vil var viss våre vår vårt å`;

/**
 * Bokmål and Nynorsk share one lexicon, since texts quote one in the other. Abbreviations as Språkrådet lists them,
 * but for those that are common words as well ("min.", "to.", "av.").
 */
export const norwegian: Lexicon = {
  leading: words(leading),
  numbering: words(numbering),
  either: words('jr sr st kr mill mrd pst stk ing'),
  final: words('osv m.m m.fl m.v mv mfl o.l e.l etc'),
  starters: words(starters),
  continuers: words(),
  counted: words(counted),
  labels: words('foto arkivfoto tekst kilde kjelde illustrasjon grafikk video også òg mer meir tlf telefon epost'),
  ordinalStop: true,
  lowerCaseStart: false,
  colonEnds: true,
};
