//! The page that `stories --format html` writes: escaped, whole in itself, and working in a real browser.
#![cfg(feature = "serde")]

mod browser;
#[path = "../examples/reading/html.rs"]
mod html;
#[path = "../examples/stories/web/mod.rs"]
mod web;

use std::collections::BTreeSet;

use browser::Browser;
use samestory::{Article, Bias, Story, Timestamp};

fn page() -> String {
    let stories: Vec<Story> = serde_json::from_str(include_str!("fixtures/stories.json")).unwrap();
    let articles = [
        Article::new("a1", "Ferry Marigold runs aground off Gull Point").with_text(
            "Ferry Marigold runs aground off Gull Point — All 312 people were taken off by four lifeboats <b>within two \
             hours</b>. The master had turned in to land to be out of the swell, and the ship struck where the chart has \
             six fathoms, said the coastguard, who will hear the officers today, and whose cutter stood by all night.",
        ).with_language("en"),
        Article::new("a2", "312 rescued as ferry strikes rocks").with_text("All were rescued."),
    ];
    written(&stories, &articles)
}

fn written(stories: &[Story], articles: &[Article]) -> String {
    let clock = Timestamp::from_unix_seconds(1_773_400_000);
    let mut page = Vec::new();
    web::write(&mut page, stories, articles, clock).unwrap();
    String::from_utf8(page).unwrap()
}

/// The values of an attribute, as written.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let open = format!(" {attribute}=\"");
    page.split(open.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The page without its style and script.
fn markup(page: &str) -> String {
    let mut markup = String::new();
    for part in page.split("</style>").flat_map(|part| part.split("</script>")) {
        let end = part.find("<style>").or_else(|| part.find("<script>")).unwrap_or(part.len());
        markup.push_str(&part[..end]);
    }
    markup
}

#[test]
fn hostile_texts_are_texts() {
    let page = page();
    assert_eq!(page.matches("<script").count(), 1, "the page's own");
    assert_eq!(page.matches("</style>").count(), 1, "the page's own");
    let markup = markup(&page);
    for forbidden in
        ["<img", "<b>high", "<i>nowhere", "javascript:", "vbscript:", "data:text", "\" on", "\u{0}", "\u{7}"]
    {
        assert!(!markup.contains(forbidden), "{forbidden:?}");
    }
    assert!(
        markup.contains("&#60;script&#62;document.title=&#39;owned&#39;&#60;/script&#62;"),
        "shown as it was written"
    );
    assert!(markup.contains("&#38; &#38;amp;"), "escaped once, no entity read");
}

#[test]
fn references_in_headlines_are_read_once_and_shown_as_text() {
    let cases = [
        ("Mayor&#39;s plan &amp; harbour", "Mayor&#39;s plan &#38; harbour"),
        (
            "&lt;img src=x onerror=alert(1)&gt; &amp;lt;b&amp;gt;",
            "&#60;img src=x onerror=alert(1)&#62; &#38;lt;b&#38;gt;",
        ),
        ("Tug &#x202e;sinks&#8238; &#7;", "Tug sinks &#38;#7;"),
    ];
    for (title, expected) in cases {
        let articles = [Article::new("a", title)];
        let page = written(&samestory::group(&articles).unwrap(), &articles);
        let shown = page.split("class=\"headline\">").nth(1).and_then(|rest| rest.split("</p>").next());
        assert_eq!(shown.map(str::trim), Some(expected), "{title}");
    }
}

#[test]
fn links_go_to_the_web_or_into_the_page() {
    let page = page();
    let ids: Vec<&str> = values(&page, "id");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "ids are used once");
    let is_web = |link: &&str| link.starts_with("https://") || link.starts_with("HTTPS://");
    let (web, inside): (Vec<&str>, Vec<&str>) = values(&page, "href").into_iter().partition(is_web);
    assert!(web.contains(&"HTTPS://loud.example/?a=1&#38;b=2#c"));
    assert!(web.contains(&"https://nameless.example/a"));
    assert!(!web.iter().any(|link| link.contains("quote.example")), "a quote in an address");
    assert!(
        page.contains("<meta name=\"referrer\" content=\"no-referrer\">"),
        "no site learns where its readers come from"
    );
    assert!(!page.contains(" target="), "no site gets hold of the page that opened it");
    for link in inside {
        assert!(link.strip_prefix('#').is_some_and(|id| ids.contains(&id)), "{link}");
    }
    for name in values(&page, "aria-labelledby").into_iter().chain(values(&page, "for")) {
        assert!(ids.contains(&name), "{name}");
    }
}

#[test]
fn nothing_is_loaded() {
    let page = page();
    // The hostile texts, which are shown as text, have a `src=x`.
    let own = page.replace("src=x", "");
    for forbidden in ["src=", "srcset", "url(", "@import", "<link", "<iframe", "<base", "fetch(", "=\"refresh"] {
        assert!(!own.contains(forbidden), "{forbidden:?}");
    }
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn what_is_unknown_is_absent() {
    let page = page();
    let story = |id: &str| {
        let start = page.find(&format!("id=\"s-{id}\"")).unwrap();
        page[start..].split("</article>").next().unwrap().to_owned()
    };
    let bare = story("00000000000000e5");
    for part in ["class=\"bar\"", "<svg", "Broke the story", "<table", "Publishers", "Key points", "Keywords", "<time"]
    {
        assert!(!bare.contains(part), "{part}");
    }
    let full = story("00000000000000a1");
    for part in [
        "class=\"bar\"",
        "<svg",
        "Broke the story",
        "Factuality",
        ">English</th>",
        "Key points",
        "and 3 others",
        "Also in: ",
        "Articles (7)",
        "Related",
    ] {
        assert!(full.contains(part), "{part}");
    }
    assert!(story("00000000000000b2").contains("Blindspot for the right"));
    assert!(!story("00000000000000b2").contains("<svg"), "one stretch of time is no chart");
    assert!(!story("00000000000000b2").contains("Broke the story"), "six outlets have one time");
}

#[test]
fn an_article_shows_how_it_begins_whose_it_is_and_where_that_stands() {
    let page = page();
    let begin = "<p class=\"excerpt\">All 312 people were taken off by four lifeboats within two hours.";
    assert!(page.contains(begin), "without its headline, and without tags");
    let excerpt = page.split("class=\"excerpt\"").nth(1).and_then(|rest| rest.split("</p>").next()).unwrap();
    assert!(excerpt.ends_with("who will hear the…"), "cut at a word: {excerpt}");
    assert_eq!(page.matches("class=\"excerpt\"").count(), 1, "a text that says next to nothing is not shown");
    assert!(page.contains("<bdi>Harbour Post</bdi>") && !page.contains("<bdi>harbourpost.example</bdi>"));
    let marks = |side: &str, words: &str| {
        let (verb, name) = words.rsplit_once(' ').unwrap();
        page.matches(&format!("<span class=\"lean {side}\"><span class=\"unseen\">{verb} </span>{name}</span>")).count()
    };
    assert_eq!(
        [marks("left", "leans Left"), marks("center", "in the Center"), marks("right", "leans Right")],
        [1, 1, 0],
        "a copy has no line of its own"
    );
}

#[test]
fn a_headline_does_not_repeat_the_outlet_beside_it() {
    let cases = [
        ("Ferry aground - Harbour Post", "Harbour Post", "Ferry aground"),
        ("Ferry aground | Harbour Post", "harbourpost.example", "Ferry aground"),
        ("Ferry aground - Harbour Post", "The Harbour Post", "Ferry aground"),
        ("Ferry aground - the Harbour Post", "Harbour Post", "Ferry aground"),
        ("Ferry aground – HARBOUR-POST", "www.harbour-post.example", "Ferry aground"),
        ("Ferry aground - Elm News", "Harbour Post", "Ferry aground - Elm News"),
        (" - Harbour Post", "Harbour Post", "- Harbour Post"),
        ("Harbour Post", "Harbour Post", "Harbour Post"),
        ("Ferry &amp; crew - Rope &amp; Sons", "Rope & Sons", "Ferry & crew"),
    ];
    for (title, source, expected) in cases {
        let article = Article::new("a", title).with_source(source);
        let stories = samestory::group(&[article]).unwrap();
        assert_eq!(web::clean::headline(&stories[0].articles[0]).as_deref(), Some(expected), "{title}");
    }
}

#[test]
fn shares_say_of_what() {
    let entries = page().split("id=\"s-").next().unwrap().to_owned();
    assert_eq!(entries.matches("class=\"bar\"").count(), 2);
    for basis in [">6 rated publishers, 1 not rated<", ">6 rated publishers<", ">1 rated publisher: Left<"] {
        assert_eq!(entries.matches(basis).count(), 1, "{basis}");
    }
}

#[test]
fn tools_are_of_what_is_there() {
    let article = |id: &str, title: &str| Article::new(id, title).with_source(format!("{id}.example"));
    let (ferry, eclipse) = (article("a", "Ferry aground"), article("b", "Eclipse seen over Montbrelle"));
    let dated = |article: &Article| article.clone().with_published(Timestamp::from_unix_seconds(1_773_000_000));
    let rated = |article: &Article| article.clone().with_bias(Bias::Left);
    let parts = ["id=\"tools\"", "value=\"right\"", "value=\"blindspot\"", "id=\"order\"", "Ratings of publishers"];
    let cases = [
        ("one story", vec![dated(&rated(&ferry))], [0, 0, 0, 0, 1]),
        ("two stories", vec![ferry.clone(), eclipse.clone()], [1, 0, 0, 0, 0]),
        ("a date", vec![ferry.clone(), dated(&eclipse)], [1, 0, 0, 1, 0]),
        ("a rating", vec![ferry, rated(&eclipse)], [1, 1, 0, 0, 1]),
        ("no story", vec![], [0, 0, 0, 0, 0]),
    ];
    for (name, articles, expected) in cases {
        let page = written(&samestory::group(&articles).unwrap(), &articles);
        let markup = markup(&page);
        assert_eq!(parts.map(|part| markup.matches(part).count()), expected, "{name}");
        assert_eq!(page.contains("No stories."), articles.is_empty());
    }
    assert!(page().contains("value=\"blindspot\""));
}

/// What a script in the page finds, a line each.
fn found(browser: &Browser, page: &str, script: &str) -> String {
    let probe = format!("<script>{}</script></body>", PROBE.replace("STEPS", script));
    let open = page.replace("http-equiv=\"Content-Security-Policy\"", "name=\"off\"").replace("</body>", &probe);
    let probed = browser.open(&open);
    assert_eq!(probed.console, "");
    let found = probed.dom.split("<pre id=\"found\">").nth(1).and_then(|rest| rest.split("</pre>").next());
    found.expect("the script came to its end").to_owned()
}

/// Runs in the page and leaves what it found in `#found`.
const PROBE: &str = r#"
const found = {};
const entries = () => [...document.querySelectorAll(".entry")].filter((e) => e.checkVisibility()).map((e) => e.querySelector("a").hash);
const type = (words) => { const box = document.getElementById("query"); box.value = words; box.dispatchEvent(new Event("input", { bubbles: true })); };
const choose = (side) => document.querySelector(`input[name=side][value="${side}"]`).click();
const order = (by) => { const box = document.getElementById("order"); box.value = by; box.dispatchEvent(new Event("change", { bubbles: true })); };
const short = (hashes) => hashes.map((hash) => hash.slice(-2)).join(" ");
const status = () => document.getElementById("count").textContent;
const go = async (hash) => { location.hash = hash; await new Promise((done) => setTimeout(done, 50)); };
const shown = () => [...document.querySelectorAll(".story")].filter((s) => s.checkVisibility()).map((s) => s.id.slice(-2)).join(" ");
addEventListener("load", async () => {
  STEPS
  const out = document.createElement("pre"); out.id = "found";
  out.textContent = Object.entries(found).map(([key, value]) => `${key}=${value}`).join("\n");
  document.body.append(out);
});
"#;

#[test]
fn the_page_works_in_a_browser() {
    let Some(browser) = Browser::or_skipped() else { return };
    let loud = browser.open("<!doctype html><title>Loud</title><script>console.error('heard')</script>");
    assert!(loud.console.contains("heard"), "errors are heard at all: {}", loud.console);

    let plain = browser.open(&page());
    assert_eq!(plain.console, "", "no error, no warning");
    assert!(plain.dom.contains("<title>Stories</title>"), "no hostile script ran");
    assert!(plain.dom.contains("id=\"tools\">"), "the page's own did");

    // The page's policy lets no other script run, the probe included.
    let watched = browser.open(&page().replace("</body>", "<script>document.title = 'probed'</script></body>"));
    assert!(watched.console.contains("Content Security Policy"), "{}", watched.console);
    assert!(watched.dom.contains("<title>Stories</title>"));

    let steps = r#"
  found.all = short(entries());
  type("eclipse"); found.eclipse = short(entries());
  type("BELLOW ferry"); found.member = short(entries());
  type("swell"); found.excerpt = short(entries());
  type("publishers articles"); found.labels = short(entries());
  type("also in"); found.copies = short(entries());
  type("leans"); found.leans = short(entries());
  type("ferry rail"); found.both = short(entries());
  found.nothing = !document.getElementById("nothing").hidden;
  type("");
  for (const side of ["left", "center", "right", "blindspot", ""]) { choose(side); found["side_" + side] = short(entries()); }
  choose("left"); type("rail"); found.left_rail = short(entries());
  type(""); choose("");
  order("time"); found.newest = short(entries());
  order("score"); found.score = short(entries()).split(" ").length;
  order("size"); found.size = short(entries());
  found.images = document.querySelectorAll("img, iframe, main script, main style, [onclick], [onload], [onmouseover], [onerror]").length;
  const hostile = document.querySelectorAll(".story h2")[2];
  found.hostile = hostile.textContent.startsWith("<script>document.title='owned'<\/script><img src=x") && hostile.textContent.includes("& &amp; </title>");
  const arabic = document.querySelectorAll(".story h2")[3];
  found.direction = getComputedStyle(arabic).direction + " " + arabic.lang;
  found.unlabelled = [...document.querySelectorAll("input, select")].filter((field) => field.labels.length === 0).length;
  found.wide = document.documentElement.scrollWidth > innerWidth;
"#;
    let expected = "all=a1 b2 t1 d4 e5\neclipse=e5\nmember=a1\nexcerpt=a1\nlabels=\ncopies=\nleans=\nboth=\nnothing=true\n\
        side_left=b2 t1\nside_center=\nside_right=\nside_blindspot=b2\nside_=a1 b2 t1 d4 e5\n\
        left_rail=b2\nnewest=b2 a1 t1 d4 e5\nscore=5\nsize=a1 b2 t1 d4 e5\n\
        images=0\nhostile=true\ndirection=rtl ar\nunlabelled=0\nwide=false";
    assert_eq!(found(&browser, &page(), steps), expected);
}

#[test]
fn the_reader_is_told_what_is_shown() {
    let Some(browser) = Browser::or_skipped() else { return };
    let steps = r#"
  found.start = status();
  type("rail"); found.some = status();
  type("rail ferry"); found.none = status();
  type(""); found.all = status();
  order("time"); found.newest = status();
  choose("left"); found.left = status();
  order("size"); found.left_size = status();
  choose(""); found.cleared = status();
"#;
    let expected = "start=\nsome=1 of 5 stories\nnone=0 of 5 stories\nall=All 5 stories\nnewest=5 stories, newest first\n\
        left=2 of 5 stories\nleft_size=2 of 5 stories, largest first\ncleared=All 5 stories";
    assert_eq!(found(&browser, &page(), steps), expected);
}

#[test]
fn an_address_leads_to_what_it_names() {
    let Some(browser) = Browser::or_skipped() else { return };
    let steps = r##"
  const skip = document.querySelector(".skip");
  const at = () => document.title.slice(0, 14) + " / " + (document.activeElement.hash || "") + document.activeElement.id + " / " + shown();
  const front = () => document.getElementById("front").checkVisibility();
  found.front = front() + " " + skip.hash;
  await go("#s-00000000000000a1"); found.story = at() + " " + front();
  await go(skip.hash); found.skipped = at() + " " + front();
  await go("#s-00000000000000a1-coverage"); found.coverage = at() + " " + front();
  await go("#front"); found.back = at() + " " + front() + " " + skip.hash;
  await go("#s-00000000000000ff"); found.lost = at() + " " + front() + " " + status();
  await go("#s-00000000000000b2"); found.other = at();
  await go("#nowhere"); found.lost_from_story = at() + " " + front();
"##;
    let expected = "front=true #front\n\
        story=Ferry Marigold / s-00000000000000a1 / a1 false\n\
        skipped=Ferry Marigold / s-00000000000000a1-title / a1 false\n\
        coverage=Ferry Marigold / s-00000000000000a1-coverage / a1 false\n\
        back=Stories / #s-00000000000000a1 /  true #front\n\
        lost=Stories / front /  true The story in the address is not on this page.\n\
        other=Rail strike en / s-00000000000000b2 / b2\n\
        lost_from_story=Stories / #s-00000000000000b2 /  true";
    assert_eq!(found(&browser, &page(), steps), expected);
}

#[test]
fn search_reads_what_people_type() {
    let Some(browser) = Browser::or_skipped() else { return };
    let articles = [
        Article::new("a", "Orsland’s Anti-Ferryism grows in Łódź").with_source("a.example"),
        Article::new("b", "Ærø Straße: «smørrebrød» — søster of Đorđe IRMAK, Irmak’ın œuvre").with_source("b.example"),
    ];
    let page = written(&samestory::group(&articles).unwrap(), &articles);
    let typed = [
        "Orsland's",
        "Orsland’s",
        "orslands",
        "\"anti-ferryism\"",
        "anti ferryism",
        "anti–ferryism",
        "lodz",
        "ŁÓDŹ",
        "strasse",
        "STRASSE",
        "straße",
        "aero",
        "smorrebrod",
        "dorde",
        "irmakin",
        "oeuvre",
        "ferryist",
    ];
    let list = serde_json::to_string(&typed).unwrap();
    let steps = format!(
        "for (const words of {list}) {{ type(words); found[words] = entries().map((hash) => document.querySelector(hash + ' h2').textContent[0]).join(''); }}"
    );
    let a =
        ["Orsland's", "Orsland’s", "orslands", "\"anti-ferryism\"", "anti ferryism", "anti–ferryism", "lodz", "ŁÓDŹ"];
    let expected = |words: &str| match words {
        "ferryist" => "",
        words if a.contains(&words) => "O",
        _ => "Æ",
    };
    let expected: Vec<String> = typed.iter().map(|words| format!("{words}={}", expected(words))).collect();
    assert_eq!(found(&browser, &page, &steps), expected.join("\n"));
}
