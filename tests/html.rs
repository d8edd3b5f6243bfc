//! The page that `stories --format html` writes: escaped, whole in itself, and working in a real browser.
#![cfg(feature = "serde")]

#[path = "../examples/stories/web/mod.rs"]
mod web;

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use samestory::{Article, Story};

fn page() -> String {
    let stories: Vec<Story> = serde_json::from_str(include_str!("fixtures/stories.json")).unwrap();
    let articles = [
        Article::new("a1", "Ferry Marigold runs aground off Gull Point").with_text(
            "Ferry Marigold runs aground off Gull Point — All 312 people were taken off by four lifeboats <b>within two \
             hours</b>. The master had turned in to land to be out of the swell, and the ship struck where the chart has \
             six fathoms, said the coastguard, who will hear the officers today, and whose cutter stood by all night.",
        ),
        Article::new("a2", "312 rescued as ferry strikes rocks").with_text("All were rescued."),
    ];
    let mut page = Vec::new();
    web::write(&mut page, &stories, &articles).unwrap();
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
fn links_go_to_the_web_or_into_the_page() {
    let page = page();
    let ids: Vec<&str> = values(&page, "id");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "ids are used once");
    let is_web = |link: &&str| link.starts_with("https://") || link.starts_with("HTTPS://");
    let (web, inside): (Vec<&str>, Vec<&str>) = values(&page, "href").into_iter().partition(is_web);
    assert!(web.contains(&"HTTPS://loud.example/?a=1&#38;b=2#c"));
    assert!(web.contains(&"https://nameless.example/a"));
    assert!(!web.iter().any(|link| link.contains("quote.example")), "a quote in an address");
    assert_eq!(page.matches("rel=\"noopener noreferrer\"").count(), web.len());
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
        "<bdi>English</bdi>",
        "Key points",
        "and 3 others",
        "Same text:",
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
    let begin =
        "<p class=\"excerpt\" dir=\"auto\">All 312 people were taken off by four lifeboats &#60;b&#62;within two";
    assert!(page.contains(begin), "without its headline, and escaped");
    let excerpt = page.split("class=\"excerpt\"").nth(1).and_then(|rest| rest.split("</p>").next()).unwrap();
    assert!(excerpt.ends_with("who will hear…"), "cut at a word: {excerpt}");
    assert_eq!(page.matches("class=\"excerpt\"").count(), 1, "a text that says next to nothing is not shown");
    assert!(page.contains("<bdi>Harbour Post</bdi>") && !page.contains("<bdi>harbourpost.example</bdi>"));
    let marks = |side: &str, name: &str| page.matches(&format!("<span class=\"lean {side}\">{name}</span>")).count();
    assert_eq!(
        [marks("left", "Left"), marks("center", "Center"), marks("right", "Right")],
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
    ];
    for (title, source, expected) in cases {
        let article = Article::new("a", title).with_source(source);
        let stories = samestory::group(&[article]).unwrap();
        assert_eq!(web::clean::headline(&stories[0].articles[0]), expected, "{title}");
    }
}

#[test]
fn shares_say_of_what_and_choices_are_of_what_is_there() {
    let entries = page().split("id=\"s-").next().unwrap().to_owned();
    assert_eq!(entries.matches("class=\"bar\"").count(), 3);
    for basis in ["of 6 rated publishers; 1 not rated", "of 6 rated publishers<", "of 1 rated publisher; 6 not rated"] {
        assert_eq!(entries.matches(basis).count(), 1, "{basis}");
    }
    assert!(entries.contains("value=\"blindspot\""));
    let articles = [Article::new("a", "Ferry aground").with_source("a.example").with_bias(samestory::Bias::Left)];
    let mut page = Vec::new();
    web::write(&mut page, &samestory::group(&articles).unwrap(), &articles).unwrap();
    let page = String::from_utf8(page).unwrap();
    assert!(page.contains("value=\"right\"") && !page.contains("value=\"blindspot\""));
}

#[test]
fn no_story_is_a_page_too() {
    let mut page = Vec::new();
    web::write(&mut page, &[], &[]).unwrap();
    assert!(String::from_utf8(page).unwrap().contains("No stories."));
}

/// Runs in the page and leaves what it found in `#found`.
const PROBE: &str = r##"
const found = {};
const entries = () => [...document.querySelectorAll(".entry")].filter((e) => e.checkVisibility()).map((e) => e.querySelector("a").hash);
const type = (words) => { const box = document.getElementById("query"); box.value = words; box.dispatchEvent(new Event("input", { bubbles: true })); };
const choose = (side) => document.querySelector(`input[name=side][value="${side}"]`).click();
const order = (by) => { const box = document.getElementById("order"); box.value = by; box.dispatchEvent(new Event("change", { bubbles: true })); };
const short = (hashes) => hashes.map((hash) => hash.slice(-2)).join(" ");
const wait = () => new Promise((done) => setTimeout(done, 50));
addEventListener("load", async () => {
  found.all = short(entries());
  type("eclipse"); found.eclipse = short(entries());
  type("BELLOW ferry"); found.member = short(entries());
  type("publishers articles"); found.labels = short(entries());
  type("ferry rail"); found.both = short(entries());
  found.nothing = !document.getElementById("nothing").hidden;
  type("");
  for (const side of ["left", "center", "right", "blindspot", ""]) { choose(side); found["side_" + side] = short(entries()); }
  choose("left"); type("rail"); found.left_rail = short(entries()); found.count = document.getElementById("count").textContent;
  type(""); choose("");
  order("time"); found.newest = short(entries());
  order("score"); found.score = short(entries()).split(" ").length;
  order("size"); found.size = short(entries());
  location.hash = "#s-00000000000000a1"; await wait();
  found.front_hidden = !document.getElementById("front").checkVisibility();
  found.shown = [...document.querySelectorAll(".story")].filter((s) => s.checkVisibility()).map((s) => s.id.slice(-2)).join(" ");
  found.title = document.title;
  found.focus = document.activeElement.id;
  location.hash = "#front"; await wait();
  found.back = document.title + " " + document.activeElement.hash;
  found.images = document.querySelectorAll("img, iframe, main script, main style, [onclick], [onload], [onmouseover], [onerror]").length;
  const hostile = document.querySelectorAll(".story h2")[2];
  found.hostile = hostile.textContent.startsWith("<script>document.title='owned'<\/script><img src=x") && hostile.textContent.includes("& &amp; </title>");
  const arabic = document.querySelectorAll(".story h2")[3];
  found.direction = getComputedStyle(arabic).direction + " " + arabic.lang;
  found.unlabelled = [...document.querySelectorAll("input, select")].filter((field) => field.labels.length === 0).length;
  found.wide = document.documentElement.scrollWidth > innerWidth;
  const out = document.createElement("pre"); out.id = "found";
  out.textContent = Object.entries(found).map(([key, value]) => `${key}=${value}`).join("\n");
  document.body.append(out);
});
"##;

#[test]
fn the_page_works_in_a_browser() {
    let Some(browser) = Browser::installed() else {
        eprintln!("skipped: no chromium is installed");
        return;
    };
    let loud = browser.open("<!doctype html><title>Loud</title><script>console.error('heard')</script>");
    assert!(loud.console.contains("heard"), "errors are heard at all: {}", loud.console);

    let plain = browser.open(&page());
    assert_eq!(plain.console, "", "no error, no warning");
    assert!(plain.dom.contains("<title>Stories</title>"), "no hostile script ran");
    assert!(plain.dom.contains("id=\"tools\">"), "the page's own did");

    // The page's policy lets no other script run, the probe included.
    let probe = format!("<script>{PROBE}</script></body>");
    let watched = browser.open(&page().replace("</body>", &probe));
    assert!(watched.console.contains("Content Security Policy"), "{}", watched.console);
    assert!(!watched.dom.contains("<pre id=\"found\">"));

    let open = page().replace("http-equiv=\"Content-Security-Policy\"", "name=\"off\"").replace("</body>", &probe);
    let probed = browser.open(&open);
    assert_eq!(probed.console, "");
    let found = probed.dom.split("<pre id=\"found\">").nth(1).and_then(|rest| rest.split("</pre>").next());
    let expected = "all=a1 b2 t1 d4 e5\neclipse=e5\nmember=a1\nlabels=\nboth=\nnothing=true\n\
        side_left=a1 b2 t1\nside_center=a1\nside_right=a1\nside_blindspot=b2\nside_=a1 b2 t1 d4 e5\n\
        left_rail=b2\ncount=1 of 5 stories\nnewest=b2 a1 t1 d4 e5\nscore=5\nsize=a1 b2 t1 d4 e5\n\
        front_hidden=true\nshown=a1\ntitle=Ferry Marigold runs aground off Gull Point\nfocus=s-00000000000000a1\n\
        back=Stories #s-00000000000000a1\nimages=0\nhostile=true\ndirection=rtl ar\nunlabelled=0\nwide=false";
    assert_eq!(found, Some(expected));
}

/// A browser without a window.
struct Browser(&'static str);

/// What came of opening a page.
struct Opened {
    dom: String,
    /// What the page wrote to its console, errors of loading and policy included.
    console: String,
}

impl Browser {
    const LIMIT: Duration = Duration::from_secs(90);

    fn installed() -> Option<Self> {
        let names = ["chromium", "chromium-browser", "google-chrome"];
        let runs = |name: &&str| {
            let version = Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
            version.is_ok_and(|status| status.success())
        };
        names.into_iter().find(runs).map(Self)
    }

    fn open(&self, page: &str) -> Opened {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("page.html");
        std::fs::write(&file, page).unwrap();
        let (out, log) = (folder.path().join("dom"), folder.path().join("log"));
        let mut browser = self
            .command(folder.path())
            .arg(format!("file://{}", file.display()))
            .stdout(std::fs::File::create(&out).unwrap())
            .stderr(std::fs::File::create(&log).unwrap())
            .spawn()
            .unwrap();
        let begun = Instant::now();
        while browser.try_wait().unwrap().is_none() {
            if begun.elapsed() > Self::LIMIT {
                browser.kill().unwrap();
                browser.wait().unwrap();
                panic!("the browser took more than {:?}", Self::LIMIT);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let console = read(&log).lines().filter(|line| line.contains("CONSOLE")).collect::<Vec<_>>().join("\n");
        Opened { dom: read(&out), console }
    }

    fn command(&self, folder: &Path) -> Command {
        let mut command = Command::new(self.0);
        command.args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--enable-logging=stderr",
            "--virtual-time-budget=10000",
            "--window-size=600,1200",
            "--dump-dom",
        ]);
        command.arg(format!("--user-data-dir={}", folder.join("profile").display()));
        command
    }
}

fn read(path: &Path) -> String {
    let mut bytes = Vec::new();
    std::fs::File::open(path).unwrap().read_to_end(&mut bytes).unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}
