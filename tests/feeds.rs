//! Feeds come out of the example `stories` in the same form as JSON Lines.
#![cfg(feature = "serde")]

use std::fs;

use serde_json::{Value, json};

mod common;

use common::{articles, feed, gzip, remarks, run, stories};

/// An article as a feed should give it: id, title, time and language.
type Expected = (&'static str, &'static str, Option<&'static str>, &'static str);

struct Case {
    file: &'static str,
    source: &'static str,
    articles: &'static [Expected],
}

const HARBOUR: Case = Case {
    file: "rss2.xml",
    source: "harbourpost.example",
    articles: &[
        (
            "hp-20260310-1",
            "Ferry with 312 aboard runs aground in fog off Ashmere coast",
            Some("2026-03-10T08:10:00Z"),
            "en",
        ),
        (
            "https://www.harbourpost.example/2026/mar/10/arkle-stall",
            "Arkle & Daughters reopens fish stall: \"We're back\"",
            Some("2026-03-10T10:30:00Z"),
            "en",
        ),
        ("hp-20260310-3", "School choir sang on stranded ferry & kept spirits up", Some("2026-03-10T15:30:00Z"), "en"),
        ("hp-20260310-4", "", Some("2026-03-10T15:58:00Z"), "en"),
        ("https://www.harbourpost.example/tides", "Tide tables for March", None, "en"),
    ],
};

const CASES: [Case; 5] = [
    HARBOUR,
    Case {
        file: "rss1.rdf",
        source: "meridianwire.example",
        articles: &[
            (
                "https://meridianwire.example/2026/03/09/cod",
                "Coastal nations agree 30% cut in cod quotas after all-night talks",
                Some("2026-03-09T17:45:00Z"),
                "en",
            ),
            (
                "https://meridianwire.example/2026/03/09/heron",
                "Thieves steal 2,600-year-old bronze heron from Ashmere museum",
                Some("2026-03-09T09:50:00Z"),
                "en",
            ),
            (
                "https://meridianwire.example/2026/03/09/quill",
                "Singer Mira Quill cancels rest of Glasshouse tour for throat surgery",
                Some("2026-03-09T00:00:00Z"),
                "en",
            ),
            (
                "https://meridianwire.example/2026/03/09/sorrel",
                "Magnitude 6.8 earthquake strikes off Sorrel Islands",
                None,
                "en",
            ),
        ],
    },
    Case {
        file: "rss091.xml",
        source: "courrierdesquais.example",
        articles: &[
            (
                "https://www.courrierdesquais.example/2026/03/10/incendie.html",
                "Port-Lauzet : un incendie ravage les halles centrales",
                None,
                "fr",
            ),
            (
                "https://www.courrierdesquais.example/2026/03/10/commercants.html",
                "Les commerçants de Port-Lauzet sous le choc",
                None,
                "fr",
            ),
            (
                "https://www.courrierdesquais.example/2026/03/11/tramway.html",
                "Montbrelle inaugure sa deuxième ligne de tramway",
                None,
                "fr",
            ),
            ("https://www.courrierdesquais.example/meteo.html", "Météo : du vent sur les quais", None, "fr"),
        ],
    },
    Case {
        file: "atom.xml",
        source: "apb.example",
        articles: &[
            (
                "tag:apb.example,2026:384101",
                "Petrel-3: ASA celebrates soft landing at lunar south pole",
                Some("2026-03-11T21:40:00Z"),
                "en",
            ),
            (
                "tag:apb.example,2026:384020",
                "Orsland votes for change: Ingrid Maarsen on course to be prime minister",
                Some("2026-03-11T04:45:00Z"),
                "en",
            ),
            (
                "tag:apb.example,2026:383977",
                "Fair Rents Act approved: Assembly backs 3% limit",
                Some("2026-03-10T18:20:00.25Z"),
                "en",
            ),
            (
                "tag:apb.example,2026:383900",
                "Un incendie détruit une partie des halles historiques de Port-Lauzet",
                Some("2026-03-10T08:30:00Z"),
                "fr",
            ),
            ("tag:apb.example,2026:383899", "", Some("2026-03-10T08:12:00Z"), "en"),
        ],
    },
    Case {
        file: "feed.json",
        source: "signalpeak.example",
        articles: &[
            (
                "https://signalpeak.example/posts/brightmere",
                "How the Brightmere hackers got in: a payroll login and no second factor",
                Some("2026-03-12T21:10:00Z"),
                "en",
            ),
            ("1047", "What Petrel-3’s first image tells us about the landing site", Some("2026-03-12T10:00:00Z"), "en"),
            ("note-12", "", Some("2026-03-12T14:02:31.5Z"), "en"),
            (
                "quake",
                "Was the Dunmarrow quake on the Orrin fault? A first look at the data",
                Some("2026-03-12T09:00:00Z"),
                "en",
            ),
        ],
    },
];

/// Id, title, source and time of each article, by id.
fn rows(stories: &[Value]) -> Vec<[Value; 4]> {
    let row = |article: &&Value| ["id", "title", "source", "published"].map(|field| article[field].clone());
    let mut rows: Vec<_> = articles(stories).iter().map(row).collect();
    rows.sort_by_key(|[id, ..]| id.to_string());
    rows
}

/// Id and source of each article, by id.
fn sources(stories: &[Value]) -> Vec<(&str, &str)> {
    let mut found: Vec<_> =
        articles(stories).iter().map(|row| (row["id"].as_str().unwrap(), row["source"].as_str().unwrap())).collect();
    found.sort_unstable();
    found
}

impl Case {
    fn rows(&self) -> Vec<[Value; 4]> {
        let row =
            |&(id, title, published, _): &Expected| [json!(id), json!(title), json!(self.source), json!(published)];
        let mut rows: Vec<_> = self.articles.iter().map(row).collect();
        rows.sort_by_key(|[id, ..]| id.to_string());
        rows
    }
}

#[test]
fn every_kind_of_feed_gives_its_articles() {
    for case in &CASES {
        let folder = tempfile::tempdir().unwrap();
        let path = feed(case.file);
        let found = stories(&run(folder.path(), &["--format".as_ref(), "json".as_ref(), path.as_os_str()], b""));
        assert_eq!(rows(&found), case.rows(), "{}", case.file);
        for &(id, .., language) in case.articles {
            let story =
                found.iter().find(|story| articles(&[(*story).clone()]).iter().any(|article| article["id"] == id));
            let languages = &story.unwrap()["coverage"]["languages"];
            assert!(languages[language].as_u64() >= Some(1), "{}: {id}: {languages}", case.file);
        }
    }
}

/// Many feeds are not quite XML: nobody loses all entries for one ampersand or one link.
#[test]
fn feeds_that_are_not_quite_xml_are_read() {
    let rss = r#"<rss version="2.0"><channel><title>Ship & Shore</title><link>https://shore.example/?a=1&b=2</link>
        <item><title>Arkle & Daughters reopens fish stall</title><link>https://shore.example/?p=1&q=2</link></item>
        <item><title>Q&A: who owns the pier; who pays</title><guid>&7</guid></item>
        <item><title>R&amp;D &lt;b&gt;cut&lt;/b&gt; &#8211; &eacute;lan &nowhere; lost</title><guid>b</guid></item>
        <item><title>No character &#xFFFFFFFF; has this number &</title><guid>c</guid><enclosure url="a?b&c"/></item>
        <item><title><![CDATA[Tug & Barge sink]]></title><guid>d</guid></item></channel></rss>"#;
    let shore = [
        ["&7", "Q&A: who owns the pier; who pays", "shore.example"],
        ["b", "R&D cut – élan &nowhere; lost", "shore.example"],
        ["c", "No character \u{fffd} has this number &", "shore.example"],
        ["d", "Tug & Barge sink", "shore.example"],
        ["https://shore.example/?p=1&q=2", "Arkle & Daughters reopens fish stall", "shore.example"],
    ];
    let rdf = r#"<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/">
        <s:channel><s:title>Wire</s:title><s:link>https://wire.example/</s:link></s:channel>
        <s:item><s:title>Lighthouse for sale</s:title></s:item>
        <s:item><s:title>Choir sings</s:title><s:link/></s:item>
        <s:item><s:title>Tug sinks</s:title><s:link>https://wire.example/tug</s:link></s:item></r:RDF>"#;
    let wire = [
        ["3", "Lighthouse for sale", "wire.example"],
        ["4", "Choir sings", "wire.example"],
        ["https://wire.example/tug", "Tug sinks", "wire.example"],
    ];
    for (name, text, expected) in [("rss", rss, &shore[..]), ("rdf", rdf, &wire[..])] {
        let folder = tempfile::tempdir().unwrap();
        let found = rows(&stories(&run(folder.path(), &["--format", "json", "-"], text.as_bytes())));
        let found: Vec<[&str; 3]> =
            found.iter().map(|row| [0, 1, 2].map(|column| row[column].as_str().unwrap())).collect();
        assert_eq!(found, expected, "{name}");
    }
    // An entry of nothing is left out by itself.
    let folder = tempfile::tempdir().unwrap();
    let bare = rdf.replace("<s:item><s:title>Choir sings</s:title><s:link/></s:item>", "<s:item/>");
    let skipped = run(folder.path(), &["--format", "json", "--skip-invalid", "-"], bare.as_bytes());
    assert_eq!(remarks(&skipped), "left out 1: 1 for no title and no text\n");
}

/// Feeds of many outlets: whose an entry is, it says itself.
#[test]
fn the_source_of_an_entry_goes_before_that_of_its_feed() {
    let cases = [
        (
            "aggregated.xml",
            &[
                ("CBMi1", "harbourpost.example"),
                ("CBMi2", "Reed & Rye Weekly"),
                ("CBMi3", "The Wexcombe Bell"),
                ("brief", "digest.example"),
            ][..],
        ),
        (
            "planet.atom",
            &[
                ("tag:llama.example,2026:2", "Llama & Lane"),
                ("tag:planet.example,2026:3", "planet.example"),
                ("tag:roe.example,2026:1", "jane.roe.example"),
            ],
        ),
    ];
    for (file, expected) in cases {
        let folder = tempfile::tempdir().unwrap();
        let path = feed(file);
        let found = stories(&run(folder.path(), &["--format".as_ref(), "json".as_ref(), path.as_os_str()], b""));
        assert_eq!(sources(&found), expected, "{file}");
        // Who is known to have written a headline is not named in it.
        for story in &found {
            assert!(!story["title"].as_str().unwrap().contains(" - "), "{}", story["title"]);
        }
    }
}

/// A list of links to others has as many outlets as they have domains; an outlet that moved its pages is still one.
#[test]
fn links_away_from_the_feed_tell_whose_an_entry_is() {
    type Entries<'a> = &'a [(&'a str, &'a str)];
    let cases: [(&str, &str, Entries<'_>); 7] = [
        (
            "links to others",
            "https://list.example/",
            &[
                ("https://www.post.example/1", "post.example"),
                ("https://news.bell.co.uk/2", "news.bell.co.uk"),
                ("https://list.example/ask", "list.example"),
                ("https://youtube.com/watch?v=1", "list.example"),
                ("https://roe.github.io/3", "roe.github.io"),
            ],
        ),
        (
            "half of them",
            "https://list.example/",
            &[
                ("https://post.example/1", "list.example"),
                ("https://bell.example/2", "list.example"),
                ("https://list.example/3", "list.example"),
                ("https://list.example/4", "list.example"),
            ],
        ),
        (
            "one other domain",
            "https://list.example/",
            &[("https://pages.example/1", "list.example"), ("https://pages.example/2", "list.example")],
        ),
        (
            "subdomains of its own",
            "https://www.list.example/",
            &[("https://a.list.example/1", "list.example"), ("https://b.list.example/2", "list.example")],
        ),
        (
            "subdomains of one other",
            "https://list.example/",
            &[("https://a.pages.example/1", "list.example"), ("https://b.pages.example/2", "list.example")],
        ),
        (
            "no address of the feed",
            "",
            &[("https://post.example/1", "post.example"), ("https://bell.example/2", "bell.example")],
        ),
        (
            "no address, one domain",
            "",
            &[("https://post.example/1", "The List"), ("https://post.example/2", "The List")],
        ),
    ];
    for (name, page, entries) in cases {
        let item = |(link, _): &(&str, &str)| format!("<item><title>Llama</title><link>{link}</link></item>");
        let items: String = entries.iter().map(item).collect();
        let link = if page.is_empty() { String::new() } else { format!("<link>{page}</link>") };
        let rss =
            format!("<rss version=\"2.0\"><channel><title>The List</title>{link}<description/>{items}</channel></rss>");
        let items: Vec<Value> =
            entries.iter().map(|(link, _)| json!({"title": "Llama", "external_url": link})).collect();
        let mut json = json!({"version": "https://jsonfeed.org/version/1.1", "title": "The List", "items": items});
        if !page.is_empty() {
            json["home_page_url"] = json!(page);
        }
        let mut expected = entries.to_vec();
        expected.sort_unstable();
        for input in [rss, json.to_string()] {
            let folder = tempfile::tempdir().unwrap();
            let found = stories(&run(folder.path(), &["--format", "json", "-"], input.as_bytes()));
            assert_eq!(sources(&found), expected, "{name}: {input}");
        }
    }
}

/// What a feed says, said as JSON Lines, gives the same stories, byte for byte.
#[test]
fn a_feed_is_as_good_as_json_lines() {
    let folder = tempfile::tempdir().unwrap();
    let path = feed("rss1.rdf");
    let from_feed = run(folder.path(), &["--format".as_ref(), "json".as_ref(), path.as_os_str()], b"");
    let text = [
        "The League of Coastal Nations (L.C.N.) agreed on Monday to cut cod quotas in the Northern Shelf by 30% this year.",
        "The alarm at the Larkmoor Museum had been switched off for a wedding.",
        "",
        "A magnitude 6.8 earthquake struck off the Sorrel Islands on Monday, the regional seismic centre said.",
    ];
    let lines: Vec<String> = CASES[1]
        .articles
        .iter()
        .zip(text)
        .map(|((id, title, published, lang), text)| {
            let source = CASES[1].source;
            let article = json!({"id": id, "url": id, "title": title, "text": text, "source": source, "lang": lang,
                "published": published});
            format!("{article}\n")
        })
        .collect();
    let from_lines = run(folder.path(), &["--format", "json", "-"], lines.concat().as_bytes());
    assert!(!stories(&from_feed).is_empty());
    assert_eq!(String::from_utf8_lossy(&from_feed.stdout), String::from_utf8_lossy(&from_lines.stdout));
}

/// What shows nothing is no headline: the first sentence stands in for it.
#[test]
fn a_headline_of_references_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let text = "A choir sings in Elm.";
    let item = |title: &str| json!({"id": "a", "title": title, "content_text": text});
    let version = "https://jsonfeed.org/version/1.1";
    let atom = |title: &str| {
        format!(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>f</id><title>F</title><updated>2026-03-10T00:00:00Z</updated>\
             <entry><id>a</id><title>{title}</title><summary>{text}</summary><updated>2026-03-10T00:00:00Z</updated>\
             </entry></feed>"
        )
    };
    let rss = |title: &str| {
        format!(
            "<rss version=\"2.0\"><channel><title>F</title><item><guid>a</guid><title>{title}</title>\
             <description>{text}</description></item></channel></rss>"
        )
    };
    for title in ["&nbsp;", " &#160;&nbsp; ", "<b> </b>", ""] {
        let escaped = title.replace('&', "&amp;").replace('<', "&lt;");
        let inputs = [
            json!({"title": title, "text": text}).to_string(),
            json!({"version": version, "items": [item(title)]}).to_string(),
            atom(&escaped),
            rss(&escaped),
        ];
        for input in inputs {
            let found = stories(&run(folder.path(), &["--format", "json", "-"], input.as_bytes()));
            assert_eq!((&found[0]["title"], &articles(&found)[0]["title"]), (&json!(text), &json!("")), "{input}");
        }
    }
}

#[test]
fn several_inputs_are_one_collection() {
    let folder = tempfile::tempdir().unwrap();
    let mut arguments = vec!["--format".into(), "json".into(), "-".into()];
    arguments.extend(CASES.iter().map(|case| feed(case.file).into_os_string()));
    let found = stories(&run(folder.path(), &arguments, b"{\"title\": \"Lighthouse for sale\"}\n"));

    let expected: usize = CASES.iter().map(|case| case.articles.len()).sum();
    assert_eq!(articles(&found).len(), expected + 1);
    for case in &CASES {
        let of_case = rows(&found).into_iter().filter(|[_, _, source, _]| source == case.source);
        assert_eq!(of_case.collect::<Vec<_>>(), case.rows(), "{}", case.file);
    }
    // An article without an id is named by its input and line.
    let found = articles(&found);
    let named = found.iter().find(|article| article["title"] == "Lighthouse for sale").unwrap();
    assert!(named["id"].as_str().unwrap().ends_with(":1"), "{named}");
}

#[test]
fn packed_inputs_are_unpacked() {
    let folder = tempfile::tempdir().unwrap();
    for case in &CASES {
        let name = format!("{}.gz", case.file);
        fs::write(folder.path().join(&name), gzip(&fs::read(feed(case.file)).unwrap())).unwrap();
        assert_eq!(rows(&stories(&run(folder.path(), &["--format", "json", &name], b""))), case.rows(), "{name}");
    }
    // Two gzip members, one after the other, are one file, as after `cat a.gz b.gz`.
    let lines = ["{\"id\": \"a\", \"title\": \"Lighthouse for sale\"}\n", "{\"id\": 7, \"title\": \"Choir sings\"}\n"];
    fs::write(folder.path().join("two.jsonl.gz"), lines.map(|line| gzip(line.as_bytes())).concat()).unwrap();
    assert_eq!(articles(&stories(&run(folder.path(), &["--format", "json", "two.jsonl.gz"], b""))).len(), 2);
    // Tapes and `dd` fill the last block with zeros, of whatever size.
    for zeros in [1, 511, 1 << 20] {
        let padded = lines.map(|line| [gzip(line.as_bytes()), vec![0; zeros]].concat()).concat();
        fs::write(folder.path().join("tape.jsonl.gz"), padded).unwrap();
        let found = stories(&run(folder.path(), &["--format", "json", "tape.jsonl.gz"], b""));
        assert_eq!(articles(&found).len(), 2, "{zeros}");
    }
}

#[test]
fn standard_input_is_json_lines() {
    let folder = tempfile::tempdir().unwrap();
    let lines = b"{\"title\": \"Lighthouse for sale\", \"published\": 1773100800}\n\n{\"id\": 7, \"snippet\": \"A choir sings.\"}";
    let found = stories(&run(folder.path(), &["--format", "json", "-"], lines));
    let expected = [
        [json!("1"), json!("Lighthouse for sale"), json!(null), json!("2026-03-10T00:00:00Z")],
        [json!("7"), json!(""), json!(null), json!(null)],
    ];
    assert_eq!(rows(&found), expected);

    // What a file may be, standard input may be, too; where lines follow, an array on the first is a bad line.
    let array =
        b"[{\"id\": \"a\", \"title\": \"Lighthouse for sale\"},\n {\"id\": \"b\", \"title\": \"Choir sings\"}]\n";
    let found = stories(&run(folder.path(), &["--format", "json", "-"], array));
    assert_eq!(articles(&found).len(), 2);
    let lines = b"[{\"title\": \"Lighthouse for sale\"}]\n{\"title\": \"Choir sings\"}\n";
    let skipped = run(folder.path(), &["--format", "json", "--skip-invalid", "-"], lines);
    assert_eq!(remarks(&skipped), "left out 1: 1 for not an object\n");
}
