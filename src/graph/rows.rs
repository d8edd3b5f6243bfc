//! Entries by article, one after the other in one place: [`Rows`].

/// Articles, each with a weight.
pub(crate) type Row = Vec<(u32, f32)>;

/// Rows of entries, without an allocation of their own.
#[derive(Debug)]
pub(crate) struct Rows {
    starts: Vec<usize>,
    entries: Row,
}

impl Rows {
    /// Of each article the row that `add` adds to those before.
    pub(crate) fn of<T>(articles: impl IntoIterator<Item = T>, mut add: impl FnMut(T, &mut Row)) -> Self {
        let (mut starts, mut entries) = (vec![0], Row::new());
        for article in articles {
            add(article, &mut entries);
            starts.push(entries.len());
        }
        Self { starts, entries }
    }

    /// The rows of all parts, in their order.
    pub(crate) fn concat(parts: &[Self]) -> Self {
        let entries = parts.iter().map(|part| part.entries.len()).sum();
        let mut all = Self { starts: vec![0], entries: Row::with_capacity(entries) };
        for part in parts {
            all.starts.extend(part.starts[1..].iter().map(|start| all.entries.len() + start));
            all.entries.extend_from_slice(&part.entries);
        }
        all
    }

    /// One row.
    pub(crate) fn row(&self, at: usize) -> &[(u32, f32)] {
        &self.entries[self.starts[at]..self.starts[at + 1]]
    }

    /// All rows in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[(u32, f32)]> + Clone {
        self.starts.windows(2).map(|range| &self.entries[range[0]..range[1]])
    }

    /// Number of rows.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }
}
