//! "What does the story say?": from a group of articles to a title, key points, keywords and coverage.

mod address;
mod coverage;
mod distribution;
mod front_page;
mod model;
mod publisher;
mod related;
mod side;
mod side_view;
mod source_info;
mod sources;
mod timeline;

pub use coverage::Coverage;
pub use distribution::Distribution;
pub use front_page::{FrontPage, Momentum, by_size};
pub use model::{Field, KeyPoint, Member, Story, StoryId, Summary};
pub use publisher::Publisher;
pub use related::{Related, relate};
pub use side::{Balance, Side};
pub use side_view::SideView;
pub use source_info::{Factuality, SourceInfo};
pub use sources::SourceDirectory;
pub use timeline::{Milestone, TimelineBucket};
