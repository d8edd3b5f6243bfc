//! Two events of one kind, and one event in two wordings: alone, among ten and among fifty.
//!
//! The kinds of each table were written down before any rule was designed, and only the first half of each was looked at
//! while designing: [`HELD_OUT`] tells what the rules do with kinds that they were not made for.

mod small_news;

use samestory::{Article, Grouper};
use small_news::{ALONE, EVENTS};

/// A kind, and two events of it. The first headlines of both are look-alikes, the second tell the same events otherwise.
type Kind = (&'static str, [&'static str; 2], [&'static str; 2]);

const DESIGN: [Kind; 16] = [
    (
        "fires",
        ["Fire destroys warehouse in Dunholt", "Dunholt warehouse gutted by blaze"],
        ["Fire destroys church in Marlow Bay", "Blaze leaves Marlow Bay without its church"],
    ),
    (
        "matches",
        ["Rovers beat City 2-1 with late header", "Late header gives Rovers derby win over City"],
        ["Northgate beat Wexcombe 2-1 in the rain", "Northgate edge past Wexcombe in a downpour"],
    ),
    (
        "floods",
        ["Floods kill twelve in Tolm valley", "Dozen dead as river bursts its banks in Tolm valley"],
        ["Floods kill nine in southern Orsland", "Torrential rain swamps villages in Orsland's south, nine dead"],
    ),
    (
        "mergers",
        ["Stelmark agrees to merge with Corvex in 4 billion deal", "Steelmakers Stelmark and Corvex to join forces"],
        ["Velora agrees to merge with Pharmex in 7 billion deal", "Drug firms Velora and Pharmex announce tie-up"],
    ),
    (
        "product launches",
        ["Quorrel unveils new phone with folding screen", "Quorrel's first foldable goes on sale in May"],
        ["Nimbus unveils new phone with solar screen", "Nimbus bets on sunlight with handset that charges itself"],
    ),
    (
        "space launches",
        ["Skylark launches weather satellite into polar orbit", "Weather satellite lifts off on Skylark rocket"],
        ["Tarvania launches spy satellite into orbit", "Tarvanian rocket carries military satellite aloft"],
    ),
    (
        "protests",
        ["Thousands protest in Ludmar against pension reform", "Pension cuts bring Ludmar to a standstill"],
        ["Thousands protest in Berrin against mine", "Berrin marchers demand halt to lithium mine"],
    ),
    (
        "verdicts",
        ["Court jails ex-mayor of Tilbrook for fraud", "Six years in prison for former Tilbrook mayor"],
        ["Court jails ex-mayor of Ashcombe for bribery", "Ashcombe's former mayor sentenced to four years over bribes"],
    ),
    (
        "plane crashes",
        ["Plane crash in Kessaly kills 30", "No survivors after airliner goes down near Kessaly"],
        ["Plane crash in Umbria Sound kills 12", "Twelve dead as aircraft hits mountain at Umbria Sound"],
    ),
    (
        "rate decisions",
        ["Central bank of Arvania raises rates to 5 percent", "Arvanian borrowing costs climb to 5 percent"],
        ["Central bank of Belmira raises rates to 7 percent", "Belmira lifts key rate again to fight inflation"],
    ),
    (
        "resignations",
        ["Defence minister of Zemland resigns over leak", "Zemland's defence chief quits after secret papers leak"],
        ["Health minister of Costara resigns over masks", "Mask scandal topples Costara's health minister"],
    ),
    (
        "wildfires",
        ["Wildfire forces evacuation of Pine Harbour", "Pine Harbour residents flee flames"],
        ["Wildfire forces evacuation of Santa Lira", "Santa Lira emptied as forest burns"],
    ),
    (
        "tennis finals",
        ["Marek Sorel wins Brevik Open in straight sets", "Sorel takes Brevik title without losing a set"],
        ["Ana Lindqvist wins Jura Open in three sets", "Lindqvist battles back to lift Jura trophy"],
    ),
    (
        "bus accidents",
        ["Bus plunges into ravine near Oxmere, 14 dead", "Fourteen killed in Oxmere bus accident"],
        ["Bus plunges into river near Gant, 9 dead", "Gant bus accident: nine bodies recovered"],
    ),
    (
        "fires in German",
        ["Brand zerstört Lagerhalle in Dunheim", "Feuer vernichtet Lagerhalle in Dunheim"],
        ["Brand zerstört Kirche in Marlbach", "Kirche in Marlbach nach Feuer nur noch Ruine"],
    ),
    (
        "fires in Russian",
        ["Пожар уничтожил склад в Дубнинске", "В Дубнинске сгорел склад"],
        ["Пожар уничтожил школу в Марловске", "Школа сгорела в Марловске"],
    ),
];

const HELD_OUT: [Kind; 16] = [
    (
        "trials",
        [
            "Murder trial of surgeon Petra Lind opens in Visby Sound",
            "Surgeon Lind pleads not guilty to killing husband",
        ],
        [
            "Murder trial of banker Oskar Brand opens in Holmgard",
            "Banker Brand denies poisoning partner as jury sworn in",
        ],
    ),
    (
        "strikes",
        ["Nurses in Gelm walk out over pay", "Gelm hospitals cancel operations as nurses strike"],
        ["Dockers in Port Sorrel walk out over pay", "Ships stranded off Port Sorrel in dockers' strike"],
    ),
    (
        "deaths of actors",
        ["Actor Casper Thorne dies at 84", "Casper Thorne, star of The Long Harbour, has died"],
        ["Actor Maud Ferrier dies at 79", "Tributes to stage legend Maud Ferrier"],
    ),
    (
        "recalls",
        ["Carmaker Dorado recalls 40,000 vans over brakes", "Brake fault: Dorado calls back 40,000 vans"],
        ["Carmaker Helix recalls 65,000 trucks over airbags", "Helix trucks called in as airbags may fail to open"],
    ),
    (
        "storms",
        ["Storm Ada cuts power to thousands in Rethy", "Rethy in the dark after Storm Ada"],
        ["Storm Bruno cuts power to thousands in Alvara", "Bruno leaves Alvara's coast without electricity"],
    ),
    (
        "transfers",
        ["United sign striker Dario Velez from Hexham for 50m", "Velez leaves Hexham for United in 50 million move"],
        ["Rangers sign striker Kofi Amara from Trent for 30m", "Kofi Amara completes switch from Trent to Rangers"],
    ),
    (
        "results",
        ["Harbour Bank profit beats forecasts", "Harbour Bank earns more than expected on loans"],
        ["Corvane profit beats forecasts", "Shares in Corvane jump as chipmaker tops estimates"],
    ),
    (
        "shootings",
        ["Three shot dead at mall in Brisk Falls", "Gunman kills three shoppers in Brisk Falls"],
        ["Two shot dead at school in Aldmoor", "Aldmoor school shooting leaves two dead"],
    ),
    (
        "festivals",
        ["Film The Salt Road wins top prize at Lisse festival", "Lisse festival honours The Salt Road"],
        ["Film Winter Bees wins top prize at Torre festival", "Torre jury crowns Winter Bees"],
    ),
    (
        "hacks",
        ["Hackers hit hospital in Stromness", "Stromness hospital turns patients away after cyber attack"],
        ["Hackers hit port of Calvera", "Calvera port paralysed by ransomware"],
    ),
    (
        "peace talks",
        ["Morvania and Estland resume peace talks", "Estland, Morvania back at negotiating table"],
        ["Katonga and Rhusia resume peace talks", "Negotiators from Katonga and Rhusia meet again"],
    ),
    (
        "outbreaks",
        ["Cholera outbreak in Bashra kills 20", "Bashra cholera toll reaches 20"],
        ["Cholera outbreak in Omdal camps kills 35", "Cholera spreads through Omdal refugee camps"],
    ),
    (
        "elections",
        ["Mila Torvald elected president of Nordavia", "Torvald wins Nordavian presidency"],
        ["Joon Abara elected president of Zambesia", "Abara claims victory in Zambesia vote"],
    ),
    (
        "layoffs",
        ["Chipmaker Zylog to cut 2,000 jobs", "Zylog lays off 2,000 workers"],
        ["Retailer Hobb to cut 3,000 jobs", "Hobb sheds 3,000 staff as shops close"],
    ),
    (
        "quakes in Spanish",
        ["Terremoto sacude la costa de Arvaria", "Fuerte sismo en Arvaria daña viviendas"],
        ["Terremoto sacude el norte de Belmonia", "Belmonia: sismo deja casas dañadas"],
    ),
    (
        "strikes in French",
        ["Grève des enseignants à Vellance", "Écoles fermées à Vellance: les enseignants en grève"],
        ["Grève des infirmières à Gantelle", "À Gantelle, les infirmières cessent le travail"],
    ),
];

/// Quarterly results of two companies, whose names may be made of common words; the first half for designing.
const RESULTS: [Kind; 8] = [
    (
        "banks' results",
        ["Union Bank posts record quarterly profit", "Higher rates lift Union Bank to its best quarter"],
        ["First Street Bank posts record quarterly profit", "Lending to builders pays off for First Street Bank"],
    ),
    (
        "profit warnings",
        ["Global Steel shares fall after profit warning", "Profit warning sends Global Steel lower"],
        ["Zentrix shares fall after profit warning", "Zentrix cuts its outlook on weak chip demand"],
    ),
    (
        "falling profits",
        ["Ravello profit falls 12 percent on weak demand", "Weak demand cuts earnings at shoemaker Ravello"],
        ["Tessaly profit falls 30 percent on weak demand", "Furniture maker Tessaly earns a third less"],
    ),
    (
        "missed estimates",
        ["Second-quarter revenue at Open Line misses estimates", "Open Line loses customers and misses estimates"],
        ["Second-quarter revenue at Caldera misses estimates", "Brewer Caldera falls short as beer sales shrink"],
    ),
    (
        "losses",
        ["Blue Sky Airways reports loss as fuel costs rise", "Fuel bill pushes Blue Sky Airways into the red"],
        ["Corner Market reports loss as food costs rise", "Grocer Corner Market loses money as suppliers charge more"],
    ),
    (
        "raised forecasts",
        ["Green Garden raises full-year forecast", "Plant seller Green Garden expects sales to rise 9 percent"],
        ["Silver Star raises full-year forecast", "Jeweller Silver Star more hopeful on Christmas trade"],
    ),
    (
        "doubled profits",
        ["Northern Oil quarterly profit doubles to 3 billion", "Northern Oil doubles its earnings as crude soars"],
        ["Halmar Gas quarterly profit doubles to 2 billion", "Cold winter doubles earnings of Halmar Gas"],
    ),
    (
        "cut dividends",
        ["River Bank cuts dividend after third loss in a row", "Losses force River Bank to pay shareholders less"],
        ["Montreux Foods cuts dividend after poor harvest", "Poor harvest: Montreux Foods lowers its dividend"],
    ),
];

/// Two events with one name in common; the first half for designing.
const ONE_NAME: [(&str, [&str; 2]); 8] = [
    ("a singer", ["Singer Nora Quayle cancels tour after surgery", "Nora Quayle sued by former drummer"]),
    ("a town", ["Anstell opens tram line to university", "Anstell win ice hockey cup in overtime"]),
    ("a company", ["Lumitek opens office in Berwyn", "Lumitek fined over data leak"]),
    ("a president", ["President Ilver visits flooded villages", "President Ilver names new judge to top court"]),
    ("a harbour", ["Storm wrecks boats in Sandmouth harbour", "Sandmouth museum reopens after repairs"]),
    ("a coach", ["Coach Harko praises young goalkeeper", "Coach Harko banned for two matches"]),
    ("a player", ["Actor Leif Tamsin to play Hamlet", "Leif Tamsin buys island off Norrby"]),
    ("a country", ["Tremonia tightens visa rules", "Tremonia wins gold in rowing"]),
];

/// Languages of kinds, with their tags; the others are English.
const LANGUAGES: [(&str, &str); 4] = [("German", "de"), ("Russian", "ru"), ("Spanish", "es"), ("French", "fr")];

type Style = fn(&str) -> String;

/// How headlines are written.
const STYLES: [(&str, Style); 3] = [
    ("as written", str::to_owned),
    ("in title case", |title| title.split(' ').map(capitalized).collect::<Vec<_>>().join(" ")),
    ("in lower case", str::to_lowercase),
];

fn capitalized(word: &str) -> String {
    let mut rest = word.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// Other headlines of the batch: none, eight, forty-eight.
fn company(others: usize) -> Vec<&'static str> {
    let all: Vec<&str> = ALONE.into_iter().chain(EVENTS.iter().map(|event| event[0])).collect();
    all[..others].to_vec()
}

/// Whether the first headlines come out as the labels say, and all others alone.
fn is_right(titles: &[&str], labels: &[usize], others: usize, style: Style, language: &str) -> bool {
    let all: Vec<&str> = titles.iter().copied().chain(company(others)).collect();
    let tagged = |at: usize, title: &str| {
        let tag = if at < titles.len() { language } else { "en" };
        Article::new(format!("n{at:03}"), style(title)).with_language(tag)
    };
    let articles: Vec<Article> = all.iter().enumerate().map(|(at, title)| tagged(at, title)).collect();
    let expected: Vec<usize> = labels.iter().copied().chain(100..100 + others).collect();
    let found = Grouper::default().cluster(&articles).unwrap().labels().to_vec();
    (0..all.len()).all(|a| (0..a).all(|b| (found[a] == found[b]) == (expected[a] == expected[b])))
}

/// Names of the cases of some kinds that come out wrong, and how many there are.
fn wrong(kinds: &[Kind], names: &[(&str, [&str; 2])]) -> (Vec<String>, usize) {
    let (mut wrong, mut all) = (Vec::new(), 0);
    let mut judge = |name: String, titles: &[&str], labels: &[usize]| {
        let language = LANGUAGES.iter().find(|(language, _)| name.contains(language)).map_or("en", |&(_, tag)| tag);
        for others in [0, 8, 48] {
            for (style, write) in STYLES {
                all += 1;
                if !is_right(titles, labels, others, write, language) {
                    wrong.push(format!("{name} among {others}, {style}"));
                }
            }
        }
    };
    for (kind, one, other) in kinds {
        judge(format!("two {kind}"), &[one[0], other[0]], &[0, 1]);
        judge(format!("two {kind}, other words"), &[one[1], other[1]], &[0, 1]);
        judge(format!("one of {kind}"), one, &[0, 0]);
        judge(format!("other of {kind}"), other, &[0, 0]);
        judge(format!("both of {kind}"), &[one[0], one[1], other[0], other[1]], &[0, 0, 1, 1]);
    }
    for (name, titles) in names {
        judge(format!("{name} twice"), titles, &[0, 1]);
    }
    (wrong, all)
}

/// Sorts of cases, with how their names begin.
const SORTS: [(&str, &[&str]); 4] = [
    ("two events", &["two "]),
    ("one event", &["one of ", "other of "]),
    ("two in two words", &["both "]),
    ("a name", &["a "]),
];

/// How many cases of each sort come out wrong.
fn counts(wrong: &[String]) -> Vec<(&'static str, usize)> {
    let is_of = |name: &str, sorts: &[&str]| sorts.iter().any(|sort| name.starts_with(sort));
    SORTS.iter().map(|(name, sorts)| (*name, wrong.iter().filter(|wrong| is_of(wrong, sorts)).count())).collect()
}

/// Fails where more cases of a sort come out wrong than today.
fn assert_no_worse(wrong: &[String], all: usize, most: [usize; 4]) {
    let found = counts(wrong);
    println!("{} of {all} wrong: {found:?}\n{}", wrong.len(), wrong.join("\n"));
    for ((sort, found), most) in found.into_iter().zip(most) {
        assert!(found <= most, "{sort}: {found} wrong, {most} before");
    }
}

#[test]
fn kinds_that_the_rules_were_made_for() {
    let (wrong, all) = wrong(&DESIGN, &ONE_NAME[..4]);
    assert_no_worse(&wrong, all, [27, 15, 21, 36]);
}

#[test]
fn kinds_that_the_rules_were_not_made_for() {
    let (wrong, all) = wrong(&HELD_OUT, &ONE_NAME[4..]);
    assert_no_worse(&wrong, all, [24, 6, 10, 36]);
}

#[test]
fn quarterly_results_that_the_rules_were_made_for() {
    let (wrong, all) = wrong(&RESULTS[..4], &[]);
    assert_no_worse(&wrong, all, [18, 4, 20, 0]);
}

#[test]
fn quarterly_results_that_the_rules_were_not_made_for() {
    let (wrong, all) = wrong(&RESULTS[4..], &[]);
    assert_no_worse(&wrong, all, [29, 3, 15, 0]);
}

/// Two events each that share a word which is rarer than those of [`DESIGN`], but says no more, or have names that begin
/// alike.
const RARER_WORDS: [(&str, [&str; 2]); 6] = [
    ("alike countries", ["Austria elects new president", "Australia elects new president"]),
    ("alike capitals", ["Floods hit Slovenia, hundreds flee", "Floods hit Slovakia, hundreds flee"]),
    ("directions", ["Magnitude 6.1 quake strikes off Dunholt", "Magnitude 5.8 quake strikes central Kessaly"]),
    ("jolts", ["Strong quake jolts Dunholt, no tsunami warning", "Strong quake jolts Kessaly, buildings sway"]),
    ("overtime", ["Rovers top Kestrels in overtime", "Wexers top Harriers in overtime"]),
    ("Q3", ["Tarvex Q3 results: profit misses estimates", "Quorrel Q3 results: profit misses estimates"]),
];

#[test]
fn rarer_words_of_a_kind_and_names_that_begin_alike_join_nothing() {
    for (word, titles) in RARER_WORDS {
        for others in [0, 8, 48] {
            assert!(is_right(&titles, &[0, 1], others, str::to_owned, "en"), "{word} among {others}");
        }
    }
}
