/**
 * The words that common passwords of ten and more characters are made of, from published lists of leaked passwords,
 * and the Norwegian and local ones that those lists lack.
 */
const words = new Set(
  `
  password passwords passord passordet passphrase passwort motdepasse hemmelig hemmeligt veldighemmelig secret topsecret kodeord
  adgangskode losenord welcome velkommen willkommen bienvenue letmein letmeinnow slippmeginn changeme changemenow endremeg byttmeg
  default standard temporary midlertidig engangspassord onetimepassword testtest testing tester testpassword testpassord testbruker
  demodemo demopassword demopassord demo admin administrator administratoren adminadmin superuser superadmin superbruker root
  rootroot toor guest gjest user username bruker brukernavn login logginn loginlogin signin master mastermind system server
  computer datamaskin internet internett network nettverk windows microsoft google facebook instagram snapchat youtube linkedin
  twitter android samsung iphone apple macintosh linux ubuntu
  qwerty qwertyuiop qwertyuiopå qwertyuio qwertyui qwertyqwerty qwertz qwertzuiop azerty azertyuiop asdfgh asdfghjkl asdfghjkløæ
  asdfghjklæ asdfasdf asdasdasd asdfjkl zxcvbn zxcvbnm zxcvbnmzxcvbnm qazwsx qazwsxedc qazwsxedcrfv qweasd qweasdzxc qweqweqwe
  qwerasdf qwaszx poiuytrewq lkjhgfdsa mnbvcxz abcdef abcdefg abcdefgh abcdefghi abcdefghij abcabcabc aaaaaaaaaa abc abcd
  iloveyou iloveyouforever iloveyousomuch iloveyoubaby iloveu ilovegod ilovemymom ilovejesus jegelskerdeg jegelskardeg elskerdeg
  elskling kjaereste kjæreste kjærlighet loverboy lovelove forever forevermore together mylove babygirl babyboy babydoll sweetheart
  sweetie sweety princess prinsesse prinsessen prince superstar sunshine solskinn solskinnet butterfly sommerfugl chocolate sjokolade
  strawberry jordbær jordbaer cheesecake blueberry blåbær cookie cookies banana bananas pineapple tequila whiskey budweiser
  football fotball fotballen basketball baseball softball volleyball håndball handball hockey icehockey ishockey skateboard
  snowboard snowboarding skiing langrenn liverpool liverpoolfc manchester manchesterunited manutd arsenal arsenalfc chelsea
  chelseafc barcelona realmadrid juventus everton tottenham rosenborg brann branngutt vålerenga valerenga lillestrøm lillestrom
  vikingfk molde bodøglimt bodoglimt tromsøil viking vikings vikingen lakers yankees cowboys steelers
  superman batman spiderman ironman wolverine starwars startrek skywalker lordoftherings gandalf hobbiten harrypotter hermione
  pokemon pikachu nintendo playstation minecraft fortnite counterstrike callofduty worldofwarcraft warcraft starcraft mustang
  corvette ferrari porsche mercedes harley harleydavidson yamaha dragon dragonball dragonfly dragons monkey donkey tigger
  elephant elefant dolphin dolphins delfin penguin pingvin panther panthers unicorn enhjørning kitten kittens kattepus pusekatt
  hundehund hundvalp doggie puppies shadow phoenix thunder lightning scorpion diamond diamonds crystal rainbow regnbue midnight
  midnatt moonlight måneskinn blizzard hurricane hunter ranger warrior warriors soldier killer killers trustno trustnoone
  whatever whatsoever nothing something anything everything nevermind forgetit remember mypassword mittpassord minpassord mypass
  mysecret thepassword password passw passwd ihatepasswords idontknow vetikke vetikkehva ingenting ukjent unknown number numberone
  summer sommer sommeren sommerferie winter vinter vinteren vinterferie spring våren vaaren autumn høsten hosten høstferie january
  february march april may june july august september october november december januar februar mars mai juni juli oktober desember
  monday tuesday wednesday thursday friday saturday sunday mandag tirsdag onsdag torsdag fredag lørdag søndag lordag sondag
  christmas merrychristmas jul julaften julenissen godjul påske paaske påskeferie halloween birthday bursdag happybirthday
  norge norway noreg norsk norwegian norges oslo bergen trondheim stavanger kristiansand tromsø tromso drammen fredrikstad ålesund
  sandnes sarpsborg skien bodø hamar lillehammer syttendemai kongeriket nordmann nordlys nordlyset fjellet fjord sverige danmark
  sweden denmark stockholm københavn kobenhavn london newyork america europe europa africa australia california
  michael jennifer jessica michelle jonathan nicholas christian christopher alexander alexandra elizabeth stephanie samantha
  victoria benjamin charlotte anthony patricia veronica kristian kristoffer kristina kristine magnus markus mathias andreas
  sebastian henrik fredrik ingrid sigrid marianne elisabeth katrine cathrine camilla silje hilde anders thomas martin
  jesus jesuschrist jesuslovesme godisgood godisgreat blessed blessing heaven angels angel angelina hallelujah allah muhammad
  computer business company bedrift firma office kontor kontoret manager sjefen secretary student students teacher læreren
  hello hellohello helloworld heihei heisann heihallo halloen goodmorning godmorgen goodbye hadet please vennligst thankyou
  takk tusentakk fuckyou fuckyouall fuckoff fuckthis asshole bullshit motherfucker faenihelvete helvete dritt jævla satan
  belegg beleggbelegg beleggdemo redaksjon redaksjonen redaktør redaktor journalist journalisten journalister avis avisen avisa
  nyheter nyhetene nyhetsredaksjon newsroom newspaper news faktasjekk faktisk factcheck factchecker sannhet sannheten pressen
  correcthorsebatterystaple trustme opensesame sesam sesamsesam abracadabra supercalifragilisticexpialidocious
`
    .trim()
    .split(/\s+/),
);

/** "P@55w0rd" is "password". */
const lookalikes: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
};

/** Digits and signs before, between and after the letters are what everybody adds. */
const lettersOf = (password: string): string => password.replace(/[^\p{L}]/gu, '');
const withoutEnds = (password: string): string => password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
const unmasked = (password: string): string => password.replace(/./gu, (sign) => lookalikes[sign] ?? sign);

/** "1234567890", "abcdefghijkl", "9876543210", also around the corner. */
function isSequence(password: string): boolean {
  const codes = [...password].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, i) => (code - (codes[i] ?? 0) + 10) % 10));
  return steps.size === 1 && (steps.has(1) || steps.has(9));
}

/** "abcabcabcabc", "aaaaaaaaaa", "1212121212". */
const isRepetition = (password: string): boolean =>
  /^(.{1,5}?)\1+.{0,4}$/su.test(password) && new Set(password).size < 6;

/**
 * Whether a guesser tries this password early.
 * @param about what is known of the person, such as the e-mail address: it is no secret either
 */
export function isCommonPassword(password: string, about: readonly string[] = []): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if (isSequence(plain) || isRepetition(plain) || (lettersOf(plain) === '' && plain.length < 12)) return true;
  const cores = [
    plain,
    lettersOf(plain),
    withoutEnds(plain),
    lettersOf(unmasked(plain)),
    lettersOf(unmasked(withoutEnds(plain))),
  ];
  const known = new Set(
    about.flatMap((value) => [value, ...value.split(/[\s@]/)]).map((value) => lettersOf(value.toLowerCase())),
  );
  return cores.some((core) => words.has(core) || (core !== '' && known.has(core)));
}
