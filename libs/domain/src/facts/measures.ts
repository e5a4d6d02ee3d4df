const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** What a number is of, and belongs to it: money, shares, lengths, weights and times. */
export const units = set(`
  % ‰ ° prosent percent pct prosentpoeng prosenteining prosenteiningar promille points
  krone kroner kr øre dollar dollars cent cents euro euros pund pound pounds pence rubler rubles yen yuan nok sek dkk eur usd gbp
  meter metre metres meters kilometer kilometers kilometre kilometres km mil centimeter centimeters cm millimeter millimeters mm
  mile miles foot feet inch inches yard yards acre acres hectare hectares hektar dekar kvadratmeter kvadratkilometer
  gram grams kilo kilos kilogram kilograms kg milligram milligrams mg mikrogram tonn tonne tonnes ton tons pounds ounces
  liter litre litres liters desiliter gallon gallons fat barrels grader degrees watt kilowatt megawatt kilowattimer kwh mph knop knots
  sekund sekunder seconds minutt minutter minuttar minutes time timer timar hour hours døgn dag dager dagar day days
  uke uker veke veker week weeks måned måneder månad månader month months år year years tiår tiåret decade decades hundreår
`);

/** Those that "a" or "one" may count. */
export const spans = set(`
  time hour døgn dag day uke veke week måned månad month år year tiår decade hundreår century minutt minute
`);

export const currencySigns = set('$ £ €');

export const months = set(`
  januar februar mars april mai juni juli august september oktober november desember
  january february march may june july october december jan feb mar apr jun jul aug sep sept okt oct nov des dec
`);

export const weekdays = set(`
  mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag sundag
  monday tuesday wednesday thursday friday saturday sunday
`);

/** What comes after "i" and says when. */
export const norwegianWhen = set('går dag morgen morgon fjor år kveld natt');
export const englishWhen = set('yesterday today tomorrow tonight');
export const englishSpans = set('week month year night weekend decade century');

/** Words that a year stands after. */
export const beforeYear = set(`
  i siden sidan innen innan fra frå før etter fram frem mot til og mellom året år in since by from until before after between and to of during year
`);
