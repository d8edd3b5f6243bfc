//! What a reader gets of a story: title, summary and key points, each by a rule with a reason.

mod told;

use samestory::story::{Story, Storyteller, TitleFault};
use samestory::vector::Vectorizer;
use samestory::{Article, Grouper};

use told::told;

fn points(story: &Story) -> Vec<&str> {
    story.key_points.iter().map(|point| point.text.as_str()).collect()
}

/// Summary and key points.
fn said(story: &Story) -> Vec<&str> {
    story.summary.iter().map(|summary| summary.text.as_str()).chain(points(story)).collect()
}

#[test]
fn blocks_of_html_are_told_as_paragraphs() {
    let texts = [
        "The ferry Pelican ran aground off Elm on Sunday with 40 on board. All of them were brought ashore by boats.",
        "The Pelican lost its rudder in thick fog, its master Jane Roe told the harbour board.",
    ];
    let plain = told(&[("Ferry aground off Elm", texts[0]), ("Pelican aground in fog", texts[1])]);
    let blocks = texts.map(|text| format!("<div><p>{}</p><br/></div>", text.replace(". All", ".</p><P>All")));
    let marked = told(&[("Ferry aground off Elm", &blocks[0]), ("Pelican aground in fog", &blocks[1])]);
    assert_eq!((said(&plain), &plain.keywords), (said(&marked), &marked.keywords));
    assert!(said(&plain).len() > 2, "{plain:?}");
}

#[test]
fn a_headline_glued_to_a_sentence_is_left_out() {
    let headline = "Revealed: Harbour board of Elm hid report on rotten piers";
    let glued = "Revealed: Harbour board of Elm hid report on rotten piers Divers who looked at the piers of Elm in \
                 spring found that nine of them could fall at any time.";
    let story = told(&[
        (headline, "The harbour board of Elm hid a report on its rotten piers for half a year, papers show."),
        ("Elm's rotten piers: board knew for half a year", glued),
        ("Rotten piers of Elm: harbour board hid report", ""),
    ]);
    let said = said(&story);
    assert!(said.iter().all(|text| !text.starts_with("Revealed")), "{said:?}");
    assert!(said.iter().any(|text| text.starts_with("Divers who looked at")), "{said:?}");
}

#[test]
fn a_sentence_in_another_language_is_no_key_point() {
    let story = told(&[
        ("Ferry Pelican runs aground off Elm", "The ferry Pelican ran aground off Elm on Monday in thick fog."),
        ("Pelican ferry aground off Elm in fog", "Lifeboats took 212 people off the ferry Pelican in two hours."),
        (
            "Паром Pelican сел на мель",
            "Паром Pelican сел на мель у порта Elm в понедельник утром из-за густого тумана.",
        ),
    ]);
    let said = said(&story);
    assert!(said.len() >= 2 && said.iter().all(|text| text.is_ascii()), "{said:?}");
}

#[test]
fn a_point_adds_to_the_title_and_the_points_before_it() {
    let story = told(&[
        ("Ferry Pelican runs aground off Elm in fog", ""),
        ("Ferry Pelican runs aground off Elm", ""),
        ("Pelican ferry aground off Elm in fog", ""),
        ("Ferry Pelican aground in fog off Elm coast", ""),
        ("Lifeboats save passengers of ferry aground off Elm", ""),
        ("Lifeboats take passengers off ferry Pelican", ""),
        ("Trouble hits Pelican ferry somewhere off Elm", ""),
    ]);
    let cases = [
        ("what two outlets add", "Lifeboats", true),
        ("the title in words of its own", "Trouble", false),
        ("the title with a place", "coast", false),
    ];
    for (name, word, expected) in cases {
        let is_told = points(&story).iter().any(|point| point.contains(word));
        assert_eq!(is_told, expected, "{name}: {:?}", points(&story));
    }
}

#[test]
fn the_title_is_told_in_full_once() {
    let leads = [
        "The ferry Pelican ran aground off Elm in thick fog on Monday with 212 passengers.",
        "The ferry Pelican ran aground in fog off Elm on Monday, its owner Roe Lines said.",
        "The ferry Pelican, built by Roe Lines for 212 passengers, ran aground off Elm in fog.",
        "Lifeboats brought all 212 passengers to the harbour of Elm within two hours.",
        "Within two hours lifeboats had all passengers of the Pelican in the harbour.",
        "In thick fog the Pelican ferry ran aground off Elm, the coast guard said on Monday.",
    ];
    let title = "Ferry Pelican runs aground off Elm in fog";
    let story = told(&leads.map(|lead| (title, lead)));
    let again = points(&story).iter().filter(|point| point.contains("ran aground")).count();
    assert!(again <= 1, "{:?}", points(&story));
    assert!(points(&story).iter().any(|point| point.contains("ifeboats")), "{:?}", points(&story));
}

#[test]
fn a_text_beside_the_matter_is_no_key_point() {
    let beside = "Two anglers of Wexcombe found guilty of insulting a baker have stood in court to appeal the fines.";
    let headlines = [
        "Appeals court lets Elm end fishing permits",
        "Court allows Elm to end fishing permits of 600 boats",
        "Elm may end permits for fishing boats, appeals court rules",
        "Fishing permits of 600 boats may end, court says",
        "Anglers in court: the week in Wexcombe",
    ];
    let mut articles = headlines.map(|title| (title, ""));
    articles[4].1 = beside;
    let story = told(&articles);
    assert!(!points(&story).contains(&beside), "{:?}", points(&story));
    assert_eq!(story.summary, None);
    assert!(!points(&story).is_empty());
}

#[test]
fn a_summary_has_to_do_with_the_title() {
    let story = told(&[
        ("Adda Schill forms legal defence fund", ""),
        ("Adda Schill starts fund for legal defence", ""),
        ("Is nobody else for peace?", "Andor Bolt outdid himself in his Monday evening show on the radio."),
    ]);
    assert_eq!(story.summary, None);
}

#[test]
fn the_title_tells_what_happened() {
    let shouting = told(&[
        ("PELICAN'D! Ferry runs aground off Elm and fans are GUTTED", ""),
        ("Ferry runs aground off Elm in thick fog", ""),
        ("Fans gutted as ferry Pelican runs aground off Elm", ""),
    ]);
    assert!(!shouting.title.contains('!'), "{}", shouting.title);
    let asking = told(&[
        ("Third time lucky: how Petrel made it to the Moon", ""),
        ("Petrel probe makes it to the Moon at third try", ""),
        ("Probe Petrel lucky third time on Moon", ""),
    ]);
    assert!(!asking.title.contains("how"), "{}", asking.title);
}

#[test]
fn a_title_is_explained() {
    let titles = [
        "PELICAN'D! Ferry runs aground off Elm",
        "Ferry Pelican runs aground off Elm in thick fog",
        "Ferry runs aground off Elm in fog",
        "How the ferry Pelican ran aground off Elm",
    ];
    let articles: Vec<Article> = (0..).zip(titles).map(|(at, title)| Article::new(format!("a{at}"), title)).collect();
    let fitted = Vectorizer::default().fit(&articles).unwrap();
    let rows = fitted.frequencies.scaled(&fitted.model.idf());
    let teller = Storyteller::new(&articles, &fitted, &rows);
    let candidates = teller.explain_title(&[0, 1, 2, 3]).candidates;
    assert_eq!(candidates.len(), 4);
    assert_eq!(candidates[0].title, teller.tell(&[0, 1, 2, 3]).title);
    assert!(candidates.windows(2).all(|pair| pair[0].score >= pair[1].score), "{candidates:?}");
    for candidate in &candidates {
        let parts = candidate.centrality + candidate.agreement + candidate.attestation / 4.0;
        let cost: f32 = candidate.faults.iter().map(|fault| fault.cost()).sum();
        let score = parts - candidate.singularity / 4.0 - cost;
        assert!((candidate.score - score).abs() < 1e-5, "{candidate:?}");
        let fault = match candidate.article.as_str() {
            "a0" => Some(TitleFault::Shouting),
            "a3" => Some(TitleFault::Question),
            _ => None,
        };
        assert!(fault.is_none_or(|fault| candidate.faults.contains(&fault)), "{candidate:?}");
    }
    // Alone it wins all the same.
    let [lone] = &teller.explain_title(&[3]).candidates[..] else { panic!("one headline") };
    assert_eq!(lone.faults, [TitleFault::Question]);
}

/// Six outlets on one resignation, each with words of its own for it.
const RESIGNATION: [&str; 6] = [
    "Harbour minister of Elm resigns over the ferry toll",
    "Elm's harbour minister quits over the ferry toll",
    "Ferry toll: harbour minister of Elm steps down",
    "Elm harbour minister quits in row over ferry toll",
    "Harbour minister of Elm resigns in row over toll",
    "Toll on ferries makes harbour minister of Elm quit",
];

/// The same with texts.
fn resignation(texts: [&'static str; 6]) -> Story {
    let articles: Vec<(&str, &str)> = RESIGNATION.into_iter().zip(texts).collect();
    told(&articles)
}

#[test]
fn the_event_is_not_told_again_in_the_words_of_another_outlet() {
    let story = resignation([
        "The harbour minister of Elm, Jane Roe, resigned on Monday over the ferry toll.",
        "Jane Roe of the Orchard party, harbour minister of Elm since spring, quit on Monday evening over the unpopular \
         ferry toll, a blow to the council.",
        "Jane Roe of the Orchard party quit as minister since spring was unpopular, a blow to the council.",
        "Fishermen threw their caps into the water when they heard of it on the quay.",
        "The fishermen on the quay threw caps into the water for joy.",
        "The harbour minister of Elm resigned over the ferry toll on Monday, the council said.",
    ]);
    let again = points(&story).iter().filter(|point| point.contains("toll")).count();
    assert_eq!(again, 1, "{:?}", points(&story));
    assert!(points(&story).iter().any(|point| point.contains("caps")), "{:?}", points(&story));
}

#[test]
fn a_figure_is_told_once() {
    let story = resignation([
        "The harbour minister of Elm, Jane Roe, resigned on Monday over the ferry toll.",
        "The toll had cost the islanders of Elm 8,900 crowns in a single week of summer.",
        "Islanders lost 8,900 crowns to the collectors on the quay, papers of the council show.",
        "Papers of the council show how collectors on the quay counted the islanders in summer.",
        "Collectors took a week of summer to count the crowns of the islanders.",
        "The council had wanted the crowns for its collectors on the quay.",
    ]);
    let told = points(&story).iter().filter(|point| point.contains("8,900")).count();
    assert_eq!(told, 1, "{:?}", points(&story));
}

#[test]
fn a_detail_of_one_outlet_is_told_where_it_is_no_retelling() {
    let detail = "Minister Roe, a former pilot, wrote that nobody had warned her of so many angry letters.";
    let story = resignation([
        "The harbour minister of Elm, Jane Roe, resigned on Monday over the ferry toll.",
        "Jane Roe, the harbour minister of Elm, quit over the ferry toll on Monday.",
        "The harbour minister of Elm stepped down on Monday in a row over the toll.",
        "Harbour minister Jane Roe quit on Monday after many angry letters, the council of Elm said.",
        "Jane Roe resigned as harbour minister over the toll on ferries on Monday.",
        detail,
    ]);
    assert!(points(&story).contains(&detail), "{:?}", points(&story));
}

#[test]
fn tolls_of_different_hours_are_one_fact() {
    let story = told(&[
        ("Ferry fire off Elm kills dozens of pilgrims", ""),
        ("71 pilgrims killed in ferry fire off Elm", ""),
        ("79 pilgrims dead in ferry fire off Elm", ""),
        ("Ferry fire kills 76 pilgrims off Elm", ""),
        ("At least 79 dead as ferry burns off Elm", ""),
        ("Ferry fire off Elm: 71 pilgrims dead", ""),
        ("Orsland sends divers after ferry fire off Elm", ""),
        ("Divers from Orsland on way to ferry off Elm", ""),
    ]);
    let points = points(&story);
    assert!(points.iter().filter(|point| point.contains(|c: char| c.is_ascii_digit())).count() <= 1, "{points:?}");
    assert!(points.iter().any(|point| point.contains("ivers")), "{points:?}");
}

#[test]
fn a_headline_that_only_one_outlet_has_is_no_point_of_many() {
    let lone = "Bells of Elm ring as ferry Pelican comes home with pilgrims and a stowaway goat";
    let story = told(&[
        ("Ferry Pelican back in Elm after storm", ""),
        ("Pelican ferry back in Elm after the storm", ""),
        ("After storm, ferry Pelican is back in Elm", ""),
        ("Ferry Pelican returns to Elm after storm with pilgrims", ""),
        ("Storm over: Pelican ferry with pilgrims back in Elm", ""),
        ("Bells ring, goat on board: the week in Elm", ""),
        (lone, ""),
    ]);
    assert!(!points(&story).contains(&lone), "{:?}", points(&story));
}

#[test]
fn members_of_another_story_do_not_speak_for_it() {
    let goats = "Goats ate the hats of two pilgrims in the harbour of Wexcombe, a keeper told the brass band.";
    let story = told(&[
        (
            "Harbour minister of Elm resigns over the ferry toll",
            "Harbour minister Jane Roe of Elm resigned over the toll.",
        ),
        ("Elm's harbour minister quits over the ferry toll", "The minister of the harbour of Elm quit over the toll."),
        ("Ferry toll: harbour minister of Elm steps down", "Over the ferry toll the harbour minister of Elm resigned."),
        ("Elm harbour minister quits in row over ferry toll", "Jane Roe, minister of Elm, quit over the ferry toll."),
        ("Harbour minister of Elm resigns in row over toll", "A row over the ferry toll made Elm's minister resign."),
        (
            "Toll on ferries makes harbour minister of Elm quit",
            "Harbour minister Jane Roe quit over the toll on Monday.",
        ),
        ("Goats eat hats of pilgrims in Wexcombe", goats),
        ("Hats of pilgrims eaten by goats in Wexcombe", "In Wexcombe goats ate hats of pilgrims, keeper and band."),
    ]);
    assert!(points(&story).iter().all(|point| !point.contains("oats")), "{:?}", points(&story));
}

#[test]
fn a_headline_beside_texts_is_of_the_same_event() {
    let beside = "Prosecutors of Elm charge man with planning attack, possibly on embassy of Orsland";
    let story = told(&[
        ("Elm charges pilot with spying", "A pilot in Elm was charged with spying for Tarvania by prosecutors."),
        ("Pilot in Elm charged with spying", "Prosecutors of Elm charged a pilot with spying for Tarvania."),
        ("Elm: pilot charged with spying", "Prosecutors charged a pilot in Elm with spying for Tarvania."),
        ("Elm charges pilot of fleet with spying", ""),
        ("Spying for Tarvania: Elm charges pilot", ""),
        (beside, ""),
        ("Elm charges man with planning attack on Orsland embassy", ""),
    ]);
    assert!(points(&story).len() == 1 && !points(&story).contains(&beside), "{:?}", points(&story));
}

#[test]
fn the_first_point_names_who_did_it() {
    let named = "District Judge Jane Roe of Elm stopped the ferry toll on Monday as too high for fishermen.";
    let story = told(&[
        ("Judge stops ferry toll of Elm", "A judge of Elm stopped the ferry toll on Monday as too high for fishermen."),
        (
            "Ferry toll of Elm stopped by judge",
            "The ferry toll of Elm was stopped on Monday by a judge as too high for fishermen.",
        ),
        ("Elm's ferry toll stopped", named),
        ("Judge stops toll on ferries", "On Monday Judge Roe stopped the ferry toll of Elm as too high."),
        ("Toll on ferries of Elm stopped", "The toll on ferries of Elm is too high, Judge Jane Roe found on Monday."),
        ("Court stops ferry toll", "A judge stopped the ferry toll of Elm on Monday as too high for fishermen."),
    ]);
    assert_eq!(points(&story)[0], named, "{:?}", points(&story));
}

#[test]
fn what_a_point_holds_is_told() {
    let story = told(&[
        (
            "Harbour guard of Elm seizes Captain Jane Roe",
            "The harbour guard of Elm seized Captain Jane Roe on Monday at the quay.",
        ),
        ("Captain Jane Roe seized in Elm", "The captain faces exile to Tarvania, Governor Joan Moss said on Monday."),
        (
            "Guard of Elm seizes Captain Roe",
            "Roe could be put on a barge and taken to Tarvania, her brother John Birch said.",
        ),
        (
            "Elm: Captain Jane Roe seized",
            "Seized at the quay by the harbour guard, Captain Roe may end in exile in Tarvania.",
        ),
        ("Captain Roe seized by guard", "In Tarvania nobody waits for an exile from Elm, Jane Roe least of all."),
        ("Elm: guard of the harbour seizes Roe", "A ship for Tarvania left the quay of Elm on Monday without Roe."),
        ("Captain Roe of Elm seized", "Tarvania has not heard of Captain Jane Roe."),
        ("Jane Roe seized by guard", "From Elm to Tarvania it takes Captain Roe a day."),
        ("Elm's harbour guard seizes captain", "On a barge to Tarvania: that is what awaits Captain Roe of Elm."),
    ]);
    let again = points(&story).iter().filter(|point| point.contains("Tarvania")).count();
    assert_eq!(again, 1, "{:?}", points(&story));
}

#[test]
fn two_halves_of_one_thing_are_one_point() {
    let half = "Due to laws that restrict the work with collectors, a judge said late Friday that the council could not \
                refuse funds to Wexcombe, Ashmere, Sorrel and thirty other towns.";
    let story = told(&[
        (
            "Judge bars Elm from cutting money to harbour towns",
            "The council of Elm cannot deny money to Wexcombe and 30 other towns because of rules that limit their help \
             to collectors, a judge ruled late Friday.",
        ),
        ("Judge stops Elm council's cuts to harbour towns", half),
        (
            "Elm may not cut money to harbour towns, judge says",
            "A judge ruled late Friday that the council cannot deny money to Wexcombe, Ashmere, Sorrel and 30 other \
             towns because of rules that limit help to collectors.",
        ),
        (
            "Harbour towns keep their money as judge stops Elm",
            "The council cannot refuse money to Wexcombe, Ashmere, Sorrel and 30 other towns because of laws that limit \
             their help to collectors, a judge ruled late Friday.",
        ),
        (
            "Judge: no cuts by Elm to harbour towns",
            "Because of rules on collectors the council cannot deny funds to Wexcombe, Ashmere, Sorrel and 30 other \
             towns, a judge ruled late Friday.",
        ),
        (
            "Elm loses in court over money to harbour towns",
            "A judge said late Friday that the council cannot deny funds to Wexcombe, Ashmere, Sorrel and 30 other \
             towns due to rules that restrict help to collectors.",
        ),
        (
            "Harbour towns win against Elm in court",
            "Fishermen threw their caps into the water when they heard of it on the quay.",
        ),
        (
            "Elm must pay harbour towns, court says",
            "Fishermen threw caps into the water on the quay, and bells rang for an hour.",
        ),
        (
            "Court stops Elm's cuts to towns",
            "Mayor Jane Roe will ask a higher court in spring, her office wrote in a letter.",
        ),
        (
            "Towns cheer as court stops Elm",
            "A higher court will hear Mayor Jane Roe in spring, a letter from her office shows.",
        ),
    ]);
    assert_eq!(story.key_points.len(), 3, "{:?}", points(&story));
    assert!(!points(&story).contains(&half), "{:?}", points(&story));
}

#[test]
fn a_figure_that_nobody_told_is_a_detail() {
    let figure = "Ferries of Elm took 8,900 in June alone.";
    let story = resignation([
        "The harbour minister of Elm, Jane Roe, resigned on Monday over the ferry toll.",
        "Jane Roe, the harbour minister of Elm, quit over the ferry toll on Monday.",
        "The harbour minister of Elm stepped down on Monday in a row over the toll. It had brought 8,900.",
        "Harbour minister Jane Roe quit on Monday, the council of Elm said.",
        "Jane Roe resigned as harbour minister over the toll on ferries on Monday.",
        "Roe was in office for a year. Ferries of Elm took 8,900 in June alone.",
    ]);
    assert!(points(&story).contains(&figure), "{:?}", points(&story));
}

/// A ferry's way home, with one more headline.
fn return_of_the_ferry(more: &'static str) -> Story {
    told(&[
        ("Ferry Pelican with pilgrims from Orsland back in Elm after days of storm", ""),
        ("Pelican ferry with pilgrims from Orsland back in Elm after days of storm", ""),
        ("After days of storm, ferry Pelican from Orsland is back in Elm with pilgrims", ""),
        ("Ferry Pelican returns to Elm with pilgrims from Orsland after days of storm", ""),
        ("Days of storm over: Pelican ferry with pilgrims from Orsland back in Elm", ""),
        ("Angry boatmen block quay: goats in the nets", ""),
        (more, ""),
    ])
}

#[test]
fn a_headline_goes_on_behind_the_event() {
    let cases = [
        ("Ferry Pelican back in Elm as angry boatmen block the quay", true),
        ("Ferry Pelican back in Elm as angry boatmen SHUT DOWN and block the quay", false),
        ("Ferry Pelican back in Elm as angry boatmen block the quay with g", false),
    ];
    for (headline, expected) in cases {
        let story = return_of_the_ferry(headline);
        assert_eq!(points(&story).contains(&headline), expected, "{headline}: {:?}", points(&story));
    }
}

#[test]
fn what_goes_on_around_an_event_is_told_once() {
    let amid = [
        "Ferry Pelican back in Elm amid strike of angry boatmen at the quay",
        "Ferry Pelican back in Elm amid gales, locusts and fires on orchards",
    ];
    let story = told(&[
        ("Ferry Pelican with pilgrims from Orsland back in Elm after days of storm", ""),
        ("Pelican ferry with pilgrims from Orsland back in Elm after days of storm", ""),
        ("After days of storm, ferry Pelican from Orsland is back in Elm with pilgrims", ""),
        (amid[0], ""),
        (amid[1], ""),
        ("Angry boatmen block quay: strike goes on", ""),
        ("Gales go on in Wexcombe", ""),
    ]);
    let found = points(&story).iter().filter(|point| amid.contains(point)).count();
    assert_eq!(found, 1, "{:?}", points(&story));
}

#[test]
fn headlines_alone_tell_names_and_the_first_number() {
    let headlines = [
        "Fire breaks out on navy ship off Wexcombe",
        "Fire breaks out on navy ship off Wexcombe, no one hurt",
        "Fire on navy ship off Wexcombe",
        "Fire breaks out on naval ship near Wexcombe",
        "HMS Petrel catches fire off Wexcombe",
        "Sailors of HMS Petrel put out fire on ship off Wexcombe",
        "Blaze on navy ship off Wexcombe: 12 sailors hurt",
        "Navy ship burns off Wexcombe, 12 sailors in hospital",
        "Navy ship burns off Wexcombe, 14 sailors in hospital",
    ];
    let story = told(&headlines.map(|title| (title, "")));
    let points = points(&story);
    assert_eq!(points.iter().filter(|point| point.contains("HMS Petrel")).count(), 1, "{points:#?}");
    assert_eq!(points.iter().filter(|point| point.contains('1')).count(), 1, "{points:#?}");
    // What one outlet alone names is not known.
    let story = told(&headlines[..5].iter().map(|&title| (title, "")).collect::<Vec<_>>());
    assert!(!said(&story).iter().any(|said| said.contains("Petrel")), "{:#?}", said(&story));
}

#[test]
fn a_text_under_any_headline_makes_no_copy_and_no_point() {
    let menu = "Home News Sport Weather Harbour Council Letters Games. The Bellow brings you all news of the islands every day.";
    let titles = ["Ferry Pelican runs aground off Elm", "Council of Wexcombe bans gulls", "Queen Adela opens a bridge"];
    let articles = titles.map(|title| Article::new(title, title).with_text(menu).with_source("bellow.example"));
    let stories = Grouper::default().group(&articles).unwrap();
    assert_eq!(stories.len(), 3);
    assert!(stories.iter().all(|story| story.key_points.is_empty() && story.summary.is_none()), "{stories:#?}");
    // Of one event they are one story, and a menu makes no copy.
    let titles = [
        "Ferry Pelican runs aground",
        "Ferry Pelican aground off Elm",
        "Council of Wexcombe bans gulls",
        "Queen Adela opens a bridge",
    ];
    let articles = titles.map(|title| Article::new(title, title).with_text(menu).with_source("bellow.example"));
    let story = Grouper::default().tell(&articles, &[vec![0, 1], vec![2, 3]]).unwrap().remove(0);
    assert!(story.articles.iter().all(|member| member.duplicate_of.is_none()), "{:#?}", story.articles);
}

#[test]
fn an_aggregator_speaks_with_the_voices_of_others() {
    let article = |(at, headline): (usize, &&str)| {
        Article::new(format!("a{at}"), *headline)
            .with_source("all.example")
            .with_url(format!("https://all.example/{at}"))
    };
    let articles: Vec<Article> = RESIGNATION.iter().enumerate().map(article).collect();
    let story = Grouper::default().tell(&articles, &[(0..articles.len()).collect()]).unwrap().remove(0);
    assert_eq!(points(&story), Vec::<&str>::new(), "the event in other words");
    assert_eq!(story.coverage.publishers, 1);
}

#[test]
fn what_one_outlet_says_alone_brings_a_fact() {
    let lone = "Many on the quay see in the letters of angry gulls a sign of hope for better summers.";
    let fact = "Many on the quay see in the letters of Doctor Quill a sign of hope for better summers.";
    for (text, expected) in [(lone, false), (fact, true)] {
        let story = resignation([
            "The harbour minister of Elm, Jane Roe, resigned on Monday over the ferry toll.",
            "Jane Roe, the harbour minister of Elm, quit over the ferry toll on Monday.",
            "The harbour minister of Elm stepped down on Monday after letters of hope and better summers.",
            "Harbour minister Jane Roe quit on Monday as many on the quay see signs of summers, the council of Elm said.",
            "Jane Roe resigned as harbour minister over the toll on ferries on Monday.",
            text,
        ]);
        assert_eq!(points(&story).contains(&text), expected, "{:?}", points(&story));
    }
}

#[test]
fn a_headline_that_says_the_same_is_done_is_no_point() {
    let story = told(&[
        ("Tarvanian drone crashes in eastern Elm", ""),
        ("Drone from Tarvania crashes in eastern Elm", ""),
        ("Tarvanian drone crashes in the east of Elm", ""),
        ("Tarvanian drone crashed in eastern Elm", ""),
        ("Drone of Tarvania crashes in eastern Elm", ""),
        ("Unknown drone crashes into barn of angry farmer in Elm", ""),
        ("Strange drone crashes into barn of angry farmer in Elm", ""),
    ]);
    assert!(points(&story).iter().all(|point| !point.contains("barn")), "{:?}", points(&story));
}

#[test]
fn a_third_account_of_few_is_no_point() {
    let third = "Jane Roe left on Monday over a ferry toll that many islanders call unpopular, said a spokesman who hates gulls.";
    let story = told(&[
        (
            "Harbour minister of Elm resigns",
            "Harbour minister Jane Roe of Elm resigned on Monday over the unpopular ferry toll, her spokesman wrote.",
        ),
        (
            "Elm's harbour minister quits",
            "Boatmen threw caps into the water on the quay in the evening as word of the toll came from Elm.",
        ),
        ("Harbour minister of Elm out", third),
    ]);
    assert_eq!(story.key_points.len(), 2, "{:?}", points(&story));
    assert!(!points(&story).contains(&third), "{:?}", points(&story));
}

#[test]
fn what_stands_first_is_told_first_where_few_tell() {
    let story = told(&[
        (
            "Ferry Pelican aground off Elm",
            "The ferry Pelican ran aground off Elm on Monday. Goats ate carrots of nine pilgrims beside the Pelican in Ashmere.",
        ),
        (
            "Ferry Pelican runs aground off Elm",
            "Divers found bottles of four anglers beside the Pelican in Wexcombe. The ferry Pelican ran aground off Elm on Monday.",
        ),
    ]);
    let place = |word: &str| points(&story).iter().position(|point| point.contains(word));
    assert!(place("Divers").is_some() && place("Divers") < place("Goats"), "{:?}", points(&story));
}

#[test]
fn another_wording_of_the_headline_before_a_sentence_is_no_part_of_it() {
    let glued = "Board of Elm's harbour hides papers on nine piers that are 'rotten' Towns on the coast such as Wexcombe \
                 have asked for a look at them since spring.";
    let story = told(&[
        ("Harbour board of Elm: papers hidden on nine piers that are 'rotten'", glued),
        ("Elm's rotten piers: board hid papers", ""),
    ]);
    assert!(said(&story).iter().all(|text| !text.contains("Towns on the coast")), "{:?}", said(&story));
}
