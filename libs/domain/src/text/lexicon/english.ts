import { words, type Lexicon } from './lexicon';

const leading = `
  adm approx atty attn brig capt cf cmdr col comdr cpl dr drs e.g eg e.t.c esp est fr ft gen gov hon i.e ie incl lt lt.col lt.gen maj maj.gen messrs mlle mme mr mrs ms msgr mt
  prof rep reps res rev sen sens sgt supt viz vs v`;

const numbering = `
  § app art bk ch chap ed ext eq fig figs jan feb mar apr jun jul aug sep sept oct nov dec no nos p para pg pp par pt sec sect tel vol vols`;

const either = `
  a.d a.k.a a.m b.c d.c u.k u.n u.s u.s.a p.m p.s ph.d b.a m.a m.d r.n alt ave ariz assn bldg blvd bros calif ca cal co colo conn corp ct del dept dist div et fla ga hwy ill inc ind intl jr kan
  ky la llc ltd mass mich min minn misc mo mtn nat natl neb nev okla ont ore pa penn pl plc rd rt sq sr st sta ste tenn tex univ va wash wis`;

const starters = `
  a about according after all also although among an and another any are as at because before both but by can could did do does during each even every few finally first for from had has have he hence her here his how
  however i i'd i'll i'm i've if in indeed is it it's its last later many meanwhile more most much my neither never next no none nor not now of on once one only or other our over perhaps please several she should since so some
  still such than thanks that that's the their then there there's these they they're this those though three thus to today two under unlike until was we we're we've well were what when where whether which while who why will with within without
  would yes yet you you're your`;

/** English abbreviations, American and British; months lead on to a day, states and forms of companies may end a sentence. */
export const english: Lexicon = {
  leading: words(leading),
  numbering: words(numbering),
  either: words(either),
  final: words('al etc ect hr hrs min mins sec secs yr yrs oz lb lbs'),
  starters: words(starters),
  continuers: words('and or is was has had will would in on of at to for with'),
  counted: words(),
  labels: words(),
  ordinalStop: false,
  lowerCaseStart: true,
  colonEnds: false,
};
