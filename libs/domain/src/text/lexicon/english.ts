import { currencies, none, spelled, words, type Lexicon } from './lexicon';

const leading = `
  Adm Ald Amb Asst Atty Brig Capt Cllr Cmdr Col Comdr Cpl Ens Fr Ft Gen Gov Hon Insp Lt Lt.Col Lt.Gen Maj Maj.Gen Mlle Mme Mt Pfc Pres Prof Pvt Rep Reps
  Res Rev Rt Sen Sens Sgt Supt approx attn cf dr drs e.g eg esp i.e ie incl messrs mr mrs ms msgr v viz vs`;

const numbering = `
  § Abs Ann Apt App Art Bd Bk Ch Cl Div Doc Ex Fl Fv Hwy Pl Prop Pt Pts Pub Reg Rm Rt Rte Rv Sch Sec Secs Ser Ste Suppl Tab Ver Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec No Nos bk ch chap ed eq est ext fig figs nos p para pg pp pt sect tel vol vols`;

const either = `
  assoc econ educ hosp inst mfg mgmt mgr
  a.d a.k.a a.m b.a b.c d.c m.a m.d p.m p.s ph.d r.n u.k u.n u.s u.s.a assn ave bldg blvd bros co corp ct dept dist hwy inc intl jr llc ltd natl plc rd sq sr st
  sta ste univ Ala Ariz Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa Penn Tenn Tex Va Wash Wis Wyo`;

const starters = `
  a about according after all also although among an and another any are as at because before both but by can could did do does during each even every few
  finally first for from had has have he hence her here his how however i i'd i'll i'm i've if in indeed is it it's its last later many meanwhile more most
  much my neither never next no none nor not now of on once one only or other our over perhaps please several she should since so some still such than
  thanks that that's the their then there there's these they they're this those though three thus to today two under unlike until was we we're we've well
  were what when where whether which while who why will with within without would yes yet you you're your`;

/** English abbreviations, American and British. */
export const english: Lexicon = {
  leading: words(leading),
  numbering: words(numbering),
  numberingWords: words('no nos sec secs'),
  spelled: words(spelled),
  amounts: none,
  currencies: new Set(currencies),
  either: words(either),
  final: words('al ect etc govt hr hrs lb lbs min mins oz sec secs yr yrs'),
  starters: words(starters),
  continuers: words('and at for had has in is of on or to was will with would'),
  counted: none,
  lettered: words('category class exhibit grade group hepatitis part plan section type vitamin'),
  ordinalStop: false,
  lowerCaseStart: true,
  colonEnds: false,
};
