//! "What does the story say?": from a group of articles to a title, key points, keywords and coverage.

mod model;

pub use model::{Coverage, Field, KeyPoint, Member, Milestone, Story, StoryId, Summary, TimelineBucket};
