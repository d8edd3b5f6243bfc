//! Which names are hardly more than parts of longer ones: [`parts_of_longer`].

/// Words of the longest name.
pub(super) const LONGEST: usize = 5;

/// A name at one place: its words by their keys in the lexicon, the unused ones 0, and their number.
pub(super) type Key = ([u32; LONGEST], usize);

/// A name before its words are folded.
pub(super) struct Written<'k, 'a> {
    pub(super) key: &'k Key,
    pub(super) text: &'a str,
    pub(super) members: usize,
}

/// Which names are hardly written but as a part of longer ones: `Supreme` of `Supreme Court`. `written` is sorted by key;
/// n log n.
///
/// The idea of the C-value (Frantzi, Ananiadou & Mima 2000): a part counts by where it stands alone.
pub(super) fn parts_of_longer(written: &[Written<'_, '_>]) -> Vec<bool> {
    // By the longer name that most members write, and by all together that have one more word: `Sri Lanka` and
    // `Sri Lankan` hold nearly every `Sri`.
    let (mut most, mut together) = (vec![0; written.len()], vec![0; written.len()]);
    for longer in written {
        let (keys, length) = *longer.key;
        let stretches = (1..length).flat_map(|size| keys[..length].windows(size).enumerate());
        for (from, stretch) in stretches {
            let mut part = ([0; LONGEST], stretch.len());
            part.0[..stretch.len()].copy_from_slice(stretch);
            let Ok(at) = written.binary_search_by(|name| name.key.cmp(&part)) else { continue };
            most[at] = longer.members.max(most[at]);
            together[at] += if from == 0 && stretch.len() + 1 == length { longer.members } else { 0 };
        }
    }
    let within = most.into_iter().zip(together).map(|(most, together)| most.max(together));
    written.iter().zip(within).map(|(name, within)| within * 10 >= name.members * 7).collect()
}

#[cfg(test)]
mod tests {
    use super::{Written, parts_of_longer};

    #[test]
    fn parts_that_hardly_stand_alone_are_told() {
        let (one, two) = (|a: u32| ([a, 0, 0, 0, 0], 1), |a: u32, b: u32| ([a, b, 0, 0, 0], 2));
        let three = ([3, 5, 6, 0, 0], 3);
        let cases = [
            (one(1), 8, true, "in two longer names together"),
            (two(1, 2), 3, false, "whole"),
            (two(1, 3), 3, false, "whole"),
            (one(2), 5, false, "the longer one has three of five"),
            (one(3), 7, false, "in one that begins with it and one that ends with it"),
            (two(3, 5), 4, true, "in a name of three words"),
            (three, 4, false, "whole"),
            (one(6), 5, true, "at the end of a name of three words"),
        ];
        let mut written: Vec<Written<'_, '_>> =
            cases.iter().map(|(key, members, _, name)| Written { key, text: name, members: *members }).collect();
        written.sort_by_key(|name| *name.key);
        let found = parts_of_longer(&written);
        for (key, _, expected, name) in &cases {
            let at = written.iter().position(|name| name.key == key).unwrap();
            assert_eq!(found[at], *expected, "{name}");
        }
    }
}
