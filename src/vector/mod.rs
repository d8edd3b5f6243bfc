//! "What do the words weigh?": from tokens to unit-length sparse vectors.

mod background;
mod collection;
mod forward_index;
mod initial;
mod names;
mod sparse;
mod specificity;
mod vectorizer;
mod vocabulary;
mod weighting;

pub use background::Background;
pub(crate) use forward_index::Cut;
pub use initial::Initial;
pub use sparse::{SparseMatrix, SparseRow, SparseVector};
pub use specificity::Specificity;
pub use vectorizer::{Fitted, TfIdf, Vectorizer, VectorizerBuilder};
pub use vocabulary::{TermId, Vocabulary};
pub use weighting::{inverse_document_frequency, sublinear_term_frequency};
