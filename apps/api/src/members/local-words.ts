/**
 * Words that people here put into passwords, and that the published lists of leaked ones lack: Norwegian ones, places,
 * clubs, the trade's and our own.
 */
export const localWords: readonly string[] = `
  passordet passphrase hemmeligt veldighemmelig adgangskode velkommen willkommen bienvenue slippmeginn changemenow
  endremeg byttmeg midlertidig engangspassord onetimepassword testpassword testpassord testbruker demopassword
  demopassord administratoren superuser superadmin superbruker toor gjest bruker brukernavn login logginn datamaskin
  internett nettverk instagram snapchat linkedin ubuntu qwertyuiopå qwertz qwertzuiop asdfghjkløæ asdfghjklæ
  iloveyouforever iloveyousomuch iloveyoubaby ilovemymom jegelskerdeg jegelskardeg elskerdeg elskling kjaereste
  kjæreste kjærlighet forevermore prinsesse prinsessen solskinn solskinnet sommerfugl sjokolade jordbær jordbaer
  blåbær fotballen håndball icehockey ishockey snowboarding langrenn manchesterunited rosenborg brann branngutt
  vålerenga valerenga lillestrøm lillestrom vikingfk molde bodøglimt bodoglimt tromsøil vikingen lordoftherings
  hobbiten fortnite worldofwarcraft harleydavidson enhjørning kattepus pusekatt hundvalp regnbue midnatt måneskinn
  whatsoever mittpassord minpassord thepassword ihatepasswords vetikke vetikkehva ingenting ukjent numberone
  sommeren sommerferie vinteren vinterferie våren vaaren høsten hosten høstferie mai mandag tirsdag onsdag torsdag
  fredag lørdag søndag lordag sondag merrychristmas jul julaften julenissen godjul påske paaske påskeferie bursdag
  happybirthday noreg norsk norwegian norges trondheim stavanger kristiansand tromsø tromso drammen fredrikstad
  ålesund sandnes sarpsborg skien bodø hamar lillehammer syttendemai kongeriket nordmann nordlys nordlyset fjellet
  fjord københavn kobenhavn kristoffer silje jesuslovesme bedrift firma kontor kontoret sjefen secretary læreren
  heisann heihallo halloen godmorgen hadet vennligst takk tusentakk fuckyouall faenihelvete helvete dritt jævla
  belegg beleggdemo redaksjon redaksjonen redaktør redaktor journalist journalisten journalister avis avisen avisa
  nyheter nyhetene nyhetsredaksjon newsroom faktasjekk faktisk factcheck factchecker sannhet sannheten pressen
  correcthorsebatterystaple supercalifragilisticexpialidocious
`
  .trim()
  .split(/\s+/);
