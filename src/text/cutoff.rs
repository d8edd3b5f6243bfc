//! Where an outlet's system cuts its headlines: [`Lengths`].

use std::ops::RangeInclusive;

/// Headlines of an outlet from which on their lengths tell something.
const HEADLINES: u32 = 200;
/// Lengths below a cut that show how many headlines end there by chance, and how far below they end.
const WINDOW: (usize, usize) = (12, 3);
/// How many times as many headlines end at a cut. Editors who write to a limit reach it about three times as often.
const TIMES: u32 = 5;
/// A cut that falls on a space leaves headlines that are shorter by one, not as many.
const TIMES_SHORTER: u32 = 3;
/// Of all headlines at most one in so many is longer: what is cut is cut.
const LONGER: u32 = 20;

/// How many of an outlet's headlines have each length, in characters.
#[derive(Debug, Clone, Default)]
pub(super) struct Lengths(Vec<u32>);

impl Lengths {
    /// Counts a headline of this length; beyond 1,000 characters none.
    pub(super) fn add(&mut self, length: usize) {
        if length < 1000 {
            self.0.resize(self.0.len().max(length + 1), 0);
            self.0[length] += 1;
        }
    }

    /// The lengths at which headlines are cut off, where they are.
    ///
    /// A cut shows as a cliff: far more headlines end there than a little before, and hardly any behind.
    pub(super) fn cutoff(&self) -> Option<RangeInclusive<usize>> {
        let total: u32 = self.0.iter().sum();
        if total < HEADLINES {
            return None;
        }
        let mut longer = 0;
        for (length, &count) in self.0.iter().enumerate().rev() {
            if longer * LONGER > total || length < WINDOW.0 {
                return None;
            }
            let window = &self.0[length - WINDOW.0..=length - WINDOW.1];
            let by_chance = |count: u32| count * window.len() as u32;
            let near: u32 = window.iter().sum();
            // One in each length of the window at least: otherwise nothing tells what is usual.
            if near >= window.len() as u32 && by_chance(count) >= TIMES * near {
                let is_shorter_too = by_chance(self.0[length - 1]) >= TIMES_SHORTER * near;
                return Some(length - usize::from(is_shorter_too)..=length);
            }
            longer += count;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Lengths;

    /// So many headlines of 50 to 90 characters each, and others.
    fn lengths(each: usize, others: &[(usize, usize)]) -> Lengths {
        let mut lengths = Lengths::default();
        for (length, count) in (50..=90).map(|length| (length, each)).chain(others.iter().copied()) {
            (0..count).for_each(|_| lengths.add(length));
        }
        lengths
    }

    #[test]
    fn a_cliff_is_a_cutoff() {
        let cases: [(&str, Lengths, Option<_>); 10] = [
            ("no cliff", lengths(10, &[]), None),
            ("cliff", lengths(10, &[(90, 50)]), Some(90..=90)),
            ("on a space", lengths(10, &[(90, 50), (89, 30)]), Some(89..=90)),
            ("a limit that editors write to", lengths(10, &[(90, 30)]), None),
            ("a few are longer", lengths(10, &[(90, 50), (120, 20)]), Some(90..=90)),
            ("many are longer", lengths(10, &[(90, 50), (120, 40)]), None),
            ("few headlines", lengths(1, &[(90, 50)]), None),
            ("one form of words", lengths(0, &[(60, 300)]), None),
            ("hardly any below", lengths(0, &[(80, 1), (90, 300)]), None),
            (
                "short",
                (0..300).fold(Lengths::default(), |mut all, _| {
                    all.add(5);
                    all
                }),
                None,
            ),
        ];
        for (name, lengths, expected) in cases {
            assert_eq!(lengths.cutoff(), expected, "{name}");
        }
    }
}
