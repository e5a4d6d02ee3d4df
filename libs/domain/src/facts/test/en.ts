/** Labelled sentences in English. See `labelled.ts` for the marks. */
export const enTuned = `
Prime Minister [n Keir Starmer] met [n Emmanuel Macron] in [n Paris] on [d Monday].
The government will spend [# £3.2bn] on new hospitals by [d 2030].
[n Apple] reported revenue of [# $94.8 billion] for the quarter.
Police were called to [n Oxford Street] at [d 3:40 a.m.] after reports of a fight.
[q “We have never seen anything like it,”] said fire chief [n Laura Bennett].
[n Tokyo] is the [s largest] city in the world, with [# 37 million] people.
At least [# 14] people died when the boat sank off [n Lampedusa].
Prices rose [# 3.2 percent] between [d March] and [d April].
According to the [n Census Bureau], [# one third] of households have no car.
[n Arsenal] beat [n Chelsea] [# 3]-[# 1] at the [n Emirates Stadium] on [d Sunday].
Researchers at the [n University of Oxford] examined [# 1,200] samples.
[# Two] men in their [# 30s] have been charged with robbery.
The minister called the plan [q “a step in the wrong direction”].
The [n Bank of England] kept rates at [# 5.25%].
In [d 2016], [# 51.9%] voted to leave the [n European Union].
He was born on [d March 3, 1971] in [n Chicago].
Only [# five] of the [# ten] students passed.
It was the [s hottest] [d July] on record.
The [n United States] will send [# 31] [n Abrams] tanks to [n Ukraine].
The council set aside [# 250 million pounds] for schools.
The crash happened on the [n M25] near [n Heathrow] [d yesterday].
[q “That is out of the question,”] wrote [n Nancy Pelosi] in an email.
Nearly [# half] of those surveyed were undecided.
The wildfire has burned [# 400 acres] since [d Tuesday].
[n Reuters] said the meeting lasted [# two hours].
Customs officers seized [# 18 kilograms] of cocaine in [n Rotterdam].
Doctors warn against more than [# 400 milligrams] a day.
[n Lionel Messi] scored his [# 50th] goal for [n Inter Miami].
Parliament passed the law on [d 12 June].
The distance is [# 26.2 miles].
The commission will report on [d Thursday, November 14, 2024].
[s Most] of the houses were built in the [d 1960s].
The mayor answered [q “yes”] when asked by [n The Guardian].
[n North Korean] troops crossed the border, [n South Korea] said.
[n Kim Jong Un] visited the plant on [d Saturday], [n KCNA] said.
Inflation fell to [# 2.1%], the [s lowest] since [d 2021].
The trial at the [n Old Bailey] begins [d tomorrow].
She was sentenced to [# six years] in prison.
It was the [# third] time in [# a year] that the bridge was closed.
The party stands at [# 8.9 percent], down [# 1.4 points].
Shares fell [# 7.1%] after the figures were published.
[n British Airways] has cancelled all flights north of [n Inverness].
Winds may reach [# 70 mph] along the coast.
[n Margaret Atwood's] novel [q “The Testaments”] has sold in [# 40] countries.
A man in his [# 40s] was taken to [n St Thomas' Hospital].
The [s oldest] find is [# 9,000 years] old.
The work will cost [# $200]-[# 300 million].
President [n Joe Biden] rejected the criticism [d last week].
Nobody was hurt in the fire.
[n China] has doubled its exports since [d 2015].
`;

/** Held back: no miss in these led to a change of a rule. Their author wrote the rules too. */
export const enHeld = `
Former President [n Barack Obama] spoke in [n Philadelphia] on [d Friday].
The health secretary promised [# £900m] for ambulances.
[n Microsoft] is cutting [# 10,000] jobs in the [n US] and [n India].
Firefighters arrived at [d 5:12 p.m.] on [d Wednesday].
[q “This is the worst flood I have lived through,”] said farmer [n Tom Hale].
[n Lake Superior] is the [s largest] lake in [n North America].
More than [# 23] people were killed in the earthquake in [n Turkey].
Unemployment dropped to [# 3.9 percent] in [d August].
The [n World Bank] says [# two thirds] of the loans are overdue.
[n Liverpool] lost [# 0]-[# 2] to [n Everton] on [d Saturday].
The study covers [# 4,300] children between [# six] and [# twelve years] old.
[# Three] women were admitted to [n Bellevue Hospital].
The union leader described the offer as [q “an insult”].
[n Labour] gained [# 2.3 points] since [d September].
By [d 2030], emissions must be [# 55%] below those of [d 1990].
The king turned [# 75] on [d 14 November 2023].
[# Seven] of [# 19] councils have replied.
This is the [s driest] summer since [d 1976].
[n Germany] will deliver [# 18] [n Leopard] tanks to [n Kyiv].
The senate voted against a bridge across [n San Francisco Bay].
A flight from [n Ryanair] turned back over the [n Irish Sea] [d today].
[q “We apologise,”] said a spokeswoman for [n Network Rail].
More than [# half] of all councils run a deficit.
The landslide was [# 300 feet] wide.
[n The New York Times] reported that the file had been lost for [# four months].
The catch weighed [# 2.1 tonnes].
Patients were given [# 20 milligrams] daily for [# eight weeks].
[n Usain Bolt] ran the race in [# 9.58 seconds] in [n Berlin].
The court dismissed the appeal on [d January 8, 2024].
The tunnel is [# 31 miles] long and the [s costliest] in [n Europe].
The deadline is [d Friday, May 31].
In the [d 1840s], [# one million] people left [n Ireland].
The prosecutor said [q “no”] to reopening the case.
Petrol now costs [# £1.55] a litre.
[n Vladimir Putin] landed in [n Pyongyang] on [d Tuesday], [n Yonhap] reported.
The number grew from [# 112] to [# 340] in [# ten years].
He will appear before the [n Supreme Court] [d next week].
The judge sentenced him to [# 120 hours] of community service.
The team won the league for the [# fifth] time.
The [n Liberal Democrats] are down to [# 9 per cent].
Oil rose [# 4%] to [# $91.20] a barrel.
[n Delta] cancelled [# 54] departures [d yesterday].
Up to [# two inches] of rain is expected in [n Wales].
[n Tolstoy's] play [q “The Living Corpse”] opened in [n Moscow].
A [# 19]-year-old was arrested in [n Leeds].
The skull is [# 3.3 million years] old.
The cost is put at between [# $50] and [# $70 billion].
Chancellor [n Olaf Scholz] resigned in [d December].
Residents were told to boil their water.
[n French] voters chose [n Marine Le Pen's] party [d this year].
`;
