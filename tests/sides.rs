//! What each side says of a story: from that side's articles alone, cut at the spans it names.

use samestory::story::{Field, Side, SideView, SourceDirectory, SourceInfo, Story, Storyteller};
use samestory::text::Span;
use samestory::vector::Vectorizer;
use samestory::{Article, Bias};

fn articles() -> Vec<Article> {
    let rows = [
        ("l1", "Tenants win cap on rents", "The assembly has capped rents at three percent a year.", "lantern.example"),
        (
            "l2",
            "Rent cap is a win for tenants",
            "Tenants danced outside the assembly on Tuesday night.",
            "eastgate.example",
        ),
        (
            "r1",
            "Landlords warn of empty flats",
            "Landlords said the cap would leave many flats empty.",
            "anvil.example",
        ),
        (
            "r2",
            "Empty flats ahead, landlords warn",
            "Builders said that they would stop three projects.",
            "compass.example",
        ),
        ("c1", "Assembly caps rents", "The cap passed by 214 votes to 198 after nine hours.", "wire.example"),
    ];
    rows.into_iter()
        .map(|(id, title, text, source)| Article::new(id, title).with_text(text).with_source(source))
        .collect()
}

fn directory() -> SourceDirectory {
    let rows = [
        ("lantern.example", Bias::Left),
        ("eastgate.example", Bias::LeanLeft),
        ("anvil.example", Bias::Right),
        ("compass.example", Bias::LeanRight),
        ("wire.example", Bias::Center),
    ];
    SourceDirectory::new(rows.map(|(domain, bias)| SourceInfo::new(domain).with_bias(bias))).unwrap()
}

fn told(articles: &[Article], members: &[usize], directory: SourceDirectory, key_points: usize) -> Story {
    let fitted = Vectorizer::default().fit(articles).unwrap();
    let rows = fitted.frequencies.scaled(&fitted.model.idf());
    Storyteller::new(articles, &fitted, &rows).with_directory(directory).with_key_points(key_points).tell(members)
}

fn sides(directory: SourceDirectory) -> Vec<SideView> {
    told(&articles(), &[4, 3, 2, 1, 0], directory, 5).sides
}

#[test]
fn a_side_is_told_as_its_articles_alone_in_three_points() {
    let text = "The assembly has capped rents at three percent a year. Tenants danced outside the assembly on Tuesday night. \
                Two landlords of Elm left the hall before the vote. The cap passed by 214 votes to 198 after nine hours. \
                “We have waited for this for ten years,” Mayor Jane Roe said. Builders will stop three projects in spring.";
    let article = |id: &str, source: &str| Article::new(id, "Assembly caps rents").with_text(text).with_source(source);
    let articles = [article("l1", "lantern.example"), article("l2", "eastgate.example")];
    let whole = told(&articles, &[0, 1], directory(), 5);
    let alone = told(&articles, &[0, 1], directory(), SideView::MAX_KEY_POINTS);
    assert_eq!((whole.key_points.len(), alone.key_points.len()), (5, 3));
    assert_ne!(whole.key_points[..3], alone.key_points[..], "{alone:?}");
    assert_eq!(whole.sides[0].key_points, alone.key_points);
}

#[test]
fn sides_speak_for_themselves() {
    let views = sides(directory());
    let found: Vec<_> = views.iter().map(|view| (view.side, view.articles, view.publishers)).collect();
    assert_eq!(found, [(Side::Left, 2, 2), (Side::Right, 2, 2)], "one publisher in the centre is no side");
    let articles = articles();
    let cut = |id: &samestory::ArticleId, field: Field, span: Span| {
        let article = articles.iter().find(|article| article.id() == id).unwrap();
        span.of(if field == Field::Title { article.title() } else { article.text() }).unwrap().to_owned()
    };
    for view in &views {
        let own = if view.side == Side::Left { "l" } else { "r" };
        assert!(view.title_article.as_str().starts_with(own), "{view:?}");
        assert_eq!(cut(&view.title_article, view.title_field, view.title_span), view.title);
        assert!(!view.key_points.is_empty() && view.key_points.len() <= SideView::MAX_KEY_POINTS, "{view:?}");
        for point in &view.key_points {
            assert!(point.article.as_str().starts_with(own), "{point:?}");
            assert_eq!(cut(&point.article, point.field, point.span), point.text);
        }
    }
}

#[test]
fn without_ratings_there_are_no_sides() {
    assert_eq!(sides(SourceDirectory::default()), []);
}

#[test]
fn a_side_of_three_publishers_tells_nothing_twice() {
    let again = "Landlords sound alarm over cap on rents";
    let articles: Vec<Article> = [
        ("Landlords warn of empty flats under cap on rents", "anvil.example"),
        ("Cap on rents: landlords warn of empty flats", "compass.example"),
        (again, "forge.example"),
        ("Assembly caps rents after nine hours", "wire.example"),
    ]
    .into_iter()
    .map(|(title, source)| Article::new(title, title).with_source(source))
    .collect();
    let rows = ["anvil.example", "compass.example", "forge.example"];
    let directory = SourceDirectory::new(rows.map(|row| SourceInfo::new(row).with_bias(Bias::Right))).unwrap();
    let view = &told(&articles, &[0, 1, 2, 3], directory, 5).sides[0];
    assert_eq!((view.publishers, view.title.contains("empty flats")), (3, true), "{view:?}");
    assert!(view.key_points.iter().all(|point| point.text != again), "{view:?}");
}
