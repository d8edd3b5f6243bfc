//! What a story is about, in words: its keywords, each by a rule with a reason.

mod told;

use samestory::story::Story;
use samestory::{Article, Grouper};

use told::told;

#[test]
fn what_opens_a_sentence_is_no_part_of_a_name() {
    let article = |id: &str, title: &str, text: &str| Article::new(id, title).with_text(text);
    let batch = [
        article(
            "a",
            "The radio of Orsela ends",
            "Late Orsela founder Jane Roe sold it for years. Nobody buys it from Orsela now.",
        ),
        article("b", "Iron Harbour closed after a storm", "Iron Harbour was closed by a storm on Sunday, sailors say."),
        article("c", "The ferry was late again", "All trains came late too, and the bridge of iron is late as well."),
    ];
    let stories = Grouper::default().tell(&batch, &[vec![0], vec![1], vec![2]]).unwrap();
    let keywords = |id: &str| &stories.iter().find(|story| story.title_article.as_str() == id).unwrap().keywords;
    let has = |id: &str, word: &str| keywords(id).iter().any(|keyword| keyword == word);
    assert!(has("a", "Orsela") && !has("a", "Late Orsela") && !has("a", "Late"), "{:?}", keywords("a"));
    // `Harbour` stands nowhere without `Iron`.
    assert!(has("b", "Iron Harbour"), "{:?}", keywords("b"));
}

#[test]
fn keywords_are_names_and_things() {
    let quote =
        "“Furniture from other Towns will be Tariffed at a Great Rate for the Good of Elm,” Mayor Jane Roe wrote.";
    let story = told(&[
        ("Four furniture makers fear tariffs in Elm", quote),
        ("Jane Roe: tariffs on furniture in Elm", quote),
        ("Elm mayor wants tariffs on furniture of four makers", quote),
        (
            "Anti-Roe protest in Elm after tariffs on furniture",
            "The mayor Jane Roe has four weeks, the anti-Roe alliance said.",
        ),
    ]);
    for word in ["Tariffed", "Great Rate", "Towns", "Good of Elm", "four", "Four", "anti", "wants"] {
        assert!(!story.keywords.iter().any(|keyword| keyword == word), "{word} in {:?}", story.keywords);
    }
    for word in ["Jane Roe", "Elm", "furniture", "tariffs"] {
        assert!(story.keywords.iter().any(|keyword| keyword == word), "{word} not in {:?}", story.keywords);
    }
}

#[test]
fn keywords_are_whole() {
    let has = |story: &Story, word: &str| story.keywords.iter().any(|keyword| keyword == word);
    let story = told(&[
        (
            "Harbour Post: Orsela Tide 2C has a folding sail",
            "The Orsela Tide 2C has a folding sail, its maker said on Sunday.",
        ),
        (
            "Orsela Tide 2C launched in Elm with a folding sail",
            "Orsela showed the Tide 2C in Elm. It corroborated the maker.",
        ),
        (
            "Folding sail: Orsela Tide 2C is a spin-off",
            "The highest mast of all has the Orsela Tide 2C, a spin-off of Orsela.",
        ),
    ]);
    assert!(
        has(&story, "Orsela Tide 2C") && has(&story, "folding sail") && has(&story, "spin-off"),
        "{:?}",
        story.keywords
    );
    for word in ["Orsela Tide", "folding", "sail", "spin", "highest", "mast of"] {
        assert!(!has(&story, word), "{word} in {:?}", story.keywords);
    }
    let text = "The ferry of Tarvania ran aground on Sunday in thick fog off Sorrel Point, and all of the forty Tarvanian sailors \
                on it were saved by boats of the harb";
    let story = told(&[("Tarvanian ferry aground", text), ("Ferry of Tarvania aground", text)]);
    assert!(has(&story, "Tarvania") && !has(&story, "Tarvanian") && !has(&story, "harb"), "{:?}", story.keywords);
    let story = told(&[("Storm over Elm kills 14 sailors", "A storm in Orsland 14 times as strong came to Elm.")]);
    assert!(!has(&story, "Orsland 14"), "{:?}", story.keywords);
    let story = told(&[(
        "Cardiac arrest: Elm trains nurses",
        "The cardiac arrest of a clerk and the cardiac arrest of a nurse.",
    )]);
    assert!(has(&story, "cardiac arrest"), "{:?}", story.keywords);
    let text = "The broad ban on boats, the broad ban, a ban of boats, another ban, and a ban again, Elm says.";
    let story = told(&[("Elm votes on a ban of boats", text)]);
    assert!(has(&story, "ban") && !has(&story, "broad ban"), "{:?}", story.keywords);
}

#[test]
fn parts_of_names_are_no_keywords() {
    let text = "Marbury Tribune: the Upper Court told ferries in Sol Elma and Sol Elman boats to stay in port.";
    let titles = ["Upper Court stops ferries of Sol Elma", "Sol Elma: Upper Court stops ferries"];
    let articles: Vec<Article> = titles
        .iter()
        .enumerate()
        .map(|(at, title)| Article::new(at.to_string(), *title).with_text(text).with_source("marburytribune.example"))
        .collect();
    let story = Grouper::default().tell(&articles, &[vec![0, 1]]).unwrap().remove(0);
    let has = |word: &str| story.keywords.iter().any(|keyword| keyword == word);
    assert!(has("Upper Court") && has("Sol Elma"), "{:?}", story.keywords);
    for word in ["Upper", "Court", "Sol", "Marbury", "Tribune", "Marbury Tribune"] {
        assert!(!has(word), "{word} in {:?}", story.keywords);
    }
}

#[test]
fn keywords_are_what_headlines_carry() {
    let story = told(&[
        ("Harbour of Elm closes after storm", "The harbour of Elm is closing, a veteran said. It lives there."),
        ("Storm: Elm closes its harbour", "Ferries are in port. A fossil of it was found. The town waits."),
        (
            "Elm harbour shut in storm",
            "A gull of the town was hurt. The fossil of Homo Harbensis lay there in a crate.",
        ),
        ("Storm shuts the harbour of Elm", "The mayor was working at night. It rains. A crate fell."),
        ("Storm Shuts Harbour and Finds Homo Harbensis in Elm", ""),
        ("Harbour of Elm stays shut in storm", ""),
    ]);
    let has = |word: &str| story.keywords.iter().any(|keyword| keyword == word);
    assert!(has("harbour") && has("storm") && has("Homo Harbensis"), "{:?}", story.keywords);
    for word in ["crate", "fossil", "veteran", "gull", "working", "closing", "Homo", "Harbensis"] {
        assert!(!has(word), "{word} in {:?}", story.keywords);
    }
    let story = told(&[("Elm is testing a bridge", "The mayor of Elm is testing it."), ("Bridge of Elm may last", "")]);
    assert!(!story.keywords.iter().any(|keyword| keyword == "testing"), "{:?}", story.keywords);
    // Where nothing has a headline, texts tell.
    let texts = [("", "A storm shut the harbour of Elm."), ("", "The harbour of Elm lies still.")];
    assert!(told(&texts).keywords.iter().any(|keyword| keyword == "harbour"), "{:?}", told(&texts).keywords);
    // Of five articles one has a headline.
    let story = told(&[
        ("Ferry aground off Elm", "The ferry lies on a bank."),
        ("", "A ferry of Elm is aground."),
        ("", "Elm: the tug came late."),
        ("", "The bank off Elm is old."),
        ("", "Elm waits for its boat."),
    ]);
    assert!(story.keywords.iter().any(|keyword| keyword == "ferry"), "{:?}", story.keywords);
    // Side by side in headlines with capitals is no name.
    let story = told(&[("Roe Watches Gulls Nest in Elm", ""), ("Mayor Roe Watches Gulls Nest", "")]);
    assert!(!story.keywords.iter().any(|keyword| keyword == "Gulls Nest"), "{:?}", story.keywords);
}

#[test]
fn a_name_in_several_spellings_is_one_keyword() {
    for spellings in [["Marchevsky", "Marchevskyy", "Marchevskiy"], ["Gadrafi", "Qadrafi", "Qadrafi"]] {
        let [one, two, three] = spellings;
        let story = told(&[
            (&format!("{one} meets Queen Adela in Karsa for talks on grain"), ""),
            (&format!("{two} meets Queen Adela in Karsa for talks on grain"), ""),
            (&format!("Talks on grain: Queen Adela and {three} meet in Karsa"), ""),
            (&format!("Queen Adela and {one} meet in Karsa"), ""),
        ]);
        let shown: Vec<&String> =
            story.keywords.iter().filter(|keyword| spellings.iter().any(|name| keyword.contains(name))).collect();
        assert_eq!(shown, [one], "{:?}", story.keywords);
    }
}

#[test]
fn keywords_are_in_one_language() {
    let article = |id: &str, title: &str, language: &str| Article::new(id, title).with_language(language);
    let mut batch = vec![
        article("a", "Ferry Pelican sinks off Elm, crew saved", "en"),
        article("b", "Crew saved as ferry Pelican sinks off Elm", "en"),
        article("c", "Sunken ferry Pelican: crew of Elm is safe", "en"),
        article("d", "Affonda il traghetto Pelican a Capo Verdello, salvo l’equipaggio dall’Isola di Elm", "it"),
        article("e", "Il traghetto Pelican affonda a Capo Verdello: salvo l’equipaggio dall’Isola", "it"),
    ];
    let keywords = |batch: &[Article]| {
        let all: Vec<usize> = (0..batch.len()).collect();
        Grouper::default().tell(batch, &[all]).unwrap().remove(0).keywords
    };
    let found = keywords(&batch);
    for word in ["Pelican", "Elm", "ferry", "crew"] {
        assert!(found.iter().any(|keyword| keyword == word), "{word} not in {found:?}");
    }
    for word in ["traghetto", "equipaggio", "Isola", "Verdello", "salvo", "affonda"] {
        assert!(!found.iter().any(|keyword| keyword.contains(word)), "{word} in {found:?}");
    }
    batch.rotate_left(2);
    batch.truncate(3);
    let found = keywords(&batch);
    assert!(found.iter().any(|keyword| keyword == "traghetto") && !found.iter().any(|keyword| keyword == "ferry"));
}

#[test]
fn what_something_is_like_is_no_keyword_alone() {
    let story = told(&[
        (
            "Huge whale beached at Elm",
            "A huge whale lies on the stony beach of Elm. Its rare stony skin is huge, and strangely dry.",
        ),
        ("Elm sees a rare whale", "The rare whale lies strangely still. The beach is closed, for the whale is huge."),
        (
            "Whale lies on the beach of Elm",
            "A whale this huge is rare, and the beach too small, the mayor says strangely.",
        ),
    ]);
    let has = |word: &str| story.keywords.iter().any(|keyword| keyword == word);
    assert!(has("whale") && has("beach"), "{:?}", story.keywords);
    for word in ["huge", "rare", "strangely"] {
        assert!(!has(word), "{word} in {:?}", story.keywords);
    }
    let text = "The solar storm grew. A solar storm of this kind, the solar storm of Elm, is new.";
    let story = told(&[("Solar storm over Elm", text), ("Elm under a solar storm", "")]);
    assert!(story.keywords.iter().any(|keyword| keyword == "solar storm"), "{:?}", story.keywords);
}

#[test]
fn a_pair_ends_with_what_it_is() {
    let text = "Passwords were stolen: passwords of all. Elm resets staff passwords. Nobody else has passwords, or lost passwords.";
    let story = told(&[
        ("Elm resets staff passwords", text),
        ("Stolen: Elm resets staff passwords", text),
        ("All passwords stolen in Elm", text),
    ]);
    assert!(story.keywords.iter().any(|keyword| keyword == "passwords"), "{:?}", story.keywords);
    assert!(!story.keywords.iter().any(|keyword| keyword == "resets staff"), "{:?}", story.keywords);
    // What does something ends what is before it.
    let text = "Sea gulls landed here. The sea gulls landed there, and sea gulls landed again. Gulls are loud, gulls are many.";
    let story = told(&[("Sea gulls landed in Elm", text), ("Elm: sea gulls landed", text)]);
    assert!(story.keywords.iter().any(|keyword| keyword == "sea gulls"), "{:?}", story.keywords);
    let text = "It was a week of crabs rare, of nets full. Elm has crabs rare, and shells.";
    let story = told(&[("Elm has crabs rare", text), ("Crabs of Elm", text)]);
    assert!(!story.keywords.iter().any(|keyword| keyword == "crabs rare"), "{:?}", story.keywords);
}

#[test]
fn names_may_begin_small() {
    let story = told(&[
        ("eTide SE 3 to come with a sail", "eTide SE 3 of Orsela comes with a sail."),
        ("eTide SE 3 shown in Elm", "eTide SE 3 was shown on Sunday by the maker."),
        ("eTide SE 3 has a sail", "eTide with a sail has been awaited for years."),
    ]);
    let has = |word: &str| story.keywords.iter().any(|keyword| keyword == word);
    assert!(has("eTide SE 3") && !has("SE 3") && !has("eTide"), "{:?}", story.keywords);
    let story = told(&[
        ("eTide sold at once", "eTide was sold in a port on a cold day, and nobody knows why."),
        ("eTide sold in haste", "eTide was sold again and again, the harbour master says."),
    ]);
    assert_eq!(story.keywords[..1], ["eTide"]);
}

#[test]
fn lists_of_links_are_not_read() {
    let links = "<ol><li>Ferry aground off Elm Harbour Gazette</li><li>Gulls saw it all, says Sorrel. Harbour Gazette</li></ol>";
    let story = told(&[("Ferry aground off Elm", links), ("Elm: ferry lies aground", links)]);
    for word in ["Harbour Gazette", "Harbour", "Gazette", "Sorrel"] {
        assert!(!story.keywords.iter().any(|keyword| keyword == word), "{word} in {:?}", story.keywords);
    }
    assert_eq!(story.summary, None);
    let steps =
        "<ol><li>The ferry Pelican ran aground off Elm on Sunday.</li></ol><p>Boats of Sorrel came to its aid.</p>";
    let story = told(&[("Ferry aground off Elm", steps), ("Elm: ferry lies aground", steps)]);
    assert!(story.keywords.iter().any(|keyword| keyword == "Pelican"), "{:?}", story.keywords);
}

#[test]
fn headlines_in_title_case_have_names_that_the_batch_knows() {
    let article = |id: usize, title: &str| Article::new(id.to_string(), title);
    let mut batch = vec![article(0, "Elm Mourns Its Mayor Jayant Roe"), article(1, "Mayor Jayant Roe Dies In Elm")];
    let of = |batch: &[Article]| {
        let stories = Grouper::default().tell(batch, &[vec![0, 1]]).unwrap();
        stories.into_iter().flat_map(|story| story.keywords).collect::<Vec<String>>()
    };
    let is_name = |keyword: &String| keyword == "Jayant Roe";
    assert!(!of(&batch).iter().any(is_name), "{:?}", of(&batch));
    batch.push(article(2, "The harbour of the town was named after the late Jayant Roe on a cold and windy day"));
    assert!(of(&batch).iter().any(is_name), "{:?}", of(&batch));
}

#[test]
fn a_headline_full_of_names_has_names() {
    let article = |id: usize, title: &str, text: &str| Article::new(id.to_string(), title).with_text(text);
    let titles =
        ["Jayant Roe, Navdeep Elma added to Orsland squad", "Navdeep Elma and Jayant Roe added to Orsland squad"];
    let mut batch: Vec<Article> = (0..).zip(titles).map(|(id, title)| article(id, title, "")).collect();
    let text = "Boats were added to the squad of the harbour, and nobody knows how large the squad will be in the end.";
    batch.push(article(3, "Boats added to a squad of the harbour", text));
    let stories = Grouper::default().tell(&batch, &[vec![0, 1], vec![2]]).unwrap();
    let of =
        |id: &str| &stories.iter().find(|story| story.articles.iter().any(|it| it.id.as_str() == id)).unwrap().keywords;
    for name in ["Jayant Roe", "Navdeep Elma"] {
        assert!(of("0").iter().any(|keyword| keyword == name), "{:?}", of("0"));
    }
}

#[test]
fn who_somebody_is_is_no_keyword() {
    let ruled = |office: &str| {
        let text = format!("The court will rule on the moves that led {office} Jane Roe to dissolve the assembly.");
        let story = told(&[("Court to rule on the moves of Roe", &text), ("What the court may rule", &text)]);
        let of_office =
            |keyword: &String| keyword.to_lowercase().split(' ').any(|word| ["prime", "minister"].contains(&word));
        story.keywords.into_iter().filter(of_office).collect::<Vec<_>>()
    };
    assert_eq!(ruled("Prime Minister"), [""; 0]);
    assert_eq!(ruled("the prime minister"), ["prime minister"]);
}

#[test]
fn three_words_may_be_one_thing() {
    let story = told(&[
        ("Clerk of Elm cured by a stem cell transplant", "A stem cell transplant cured a clerk of Elm, doctors say."),
        ("Stem cell transplant cures a clerk", "Doctors of Elm cured a clerk with a stem cell transplant on Monday."),
        ("Cured in Elm", "The rare stem cell transplant took nine hours, and three doctors of Elm."),
    ]);
    assert!(story.keywords.iter().any(|keyword| keyword == "stem cell transplant"), "{:?}", story.keywords);
    let is_torn =
        |keyword: &&String| ["stem cell", "cell transplant", "transplant", "stem"].contains(&keyword.as_str());
    assert_eq!(story.keywords.iter().find(is_torn), None);
}

#[test]
fn a_pair_is_written_as_somebody_writes_it() {
    let story = told(&[
        (
            "Harbour watchdog warns of loose ropes",
            "A harbour watchdog warns the harbours of Elm of loose ropes on Monday.",
        ),
        ("Loose ropes in Elm", "The harbours of Elm have loose ropes, a Harbour watchdog says in a letter."),
        (
            "Watchdog of harbours on loose ropes",
            "Loose ropes are all over the harbours of Elm, says the harbour watchdog.",
        ),
    ]);
    assert!(!story.keywords.iter().any(|keyword| keyword == "harbours watchdog"), "{:?}", story.keywords);
    assert!(story.keywords.iter().any(|keyword| keyword == "loose ropes"), "{:?}", story.keywords);
}

#[test]
fn a_name_in_three_spellings_is_one_keyword() {
    let text =
        |name: &str| format!("The mayor of Elm met {name} in the harbour, and {name} was glad of it, a clerk said.");
    let texts = ["Marchevsky", "Marchevskyy", "Marchevskiy"].map(text);
    let story = told(&[
        ("Marchevskiy comes to Elm for talks", &texts[2]),
        ("Mayor of Elm meets Marchevskyy", &texts[1]),
        ("Elm: talks of mayor and Marchevsky", &texts[0]),
    ]);
    let spellings = story.keywords.iter().filter(|keyword| keyword.starts_with("Marchev")).count();
    assert_eq!(spellings, 1, "{:?}", story.keywords);
    let story = told(&[
        ("Gadhirro killed as storm hits Elm", ""),
        ("Gaddirro killed in Elm storm, clerk says", ""),
        ("Gaddirro is dead after storm in Elm", ""),
        ("Gadhirro is dead, says a clerk of Elm", ""),
    ]);
    let spellings = story.keywords.iter().filter(|keyword| keyword.starts_with("Gad")).count();
    assert_eq!(spellings, 1, "{:?}", story.keywords);
}

#[test]
fn a_first_name_is_no_keyword_beside_the_last() {
    let story = told(&[
        ("Jocasta Roewell Is The Sailor Of The Year", "The sailor Roewell won the cup of Elm on Sunday, a clerk said."),
        ("Sailor Of The Year Is Jocasta Roewell", "The cup of Elm was won by Roewell, who is glad of it."),
        ("The Year Of Jocasta Roewell", "Nobody in Elm can sail like Roewell, who won the cup on Sunday."),
    ]);
    let has = |word: &str| story.keywords.iter().any(|keyword| keyword == word);
    assert!(story.keywords.iter().any(|keyword| keyword.ends_with("Roewell")), "{:?}", story.keywords);
    assert!(!has("Jocasta"), "{:?}", story.keywords);
}

#[test]
fn the_words_behind_initials_are_no_keyword_of_their_own() {
    let text = |end: &str| {
        format!(
            "The TDC voted on ferries on Sunday, and the TDC will vote again. The Tarvanian Dyke Committee, which sits in Elm, \
             is old, but the Tarvanian Dyke Committee {end}."
        )
    };
    let texts = ["has a new dyke to look at", "is a committee", "likes ferries"].map(text);
    let story = told(&[
        ("TDC votes on ferries", &texts[0]),
        ("TDC split in vote on ferries", &texts[1]),
        ("Ferries: TDC votes on Sunday", &texts[2]),
    ]);
    let has = |word: &str| story.keywords.iter().any(|keyword| keyword == word);
    assert!(has("TDC") && !has("dyke committee") && !has("Dyke Committee"), "{:?}", story.keywords);
}
