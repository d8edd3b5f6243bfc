//! Chance: a generator of numbers, and draws by weight.

/// `SplitMix64`.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Less than `limit`, which is at least 1.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }
}

/// Numbers from 0, each with a weight.
pub struct Weights {
    /// Sum of the weights so far.
    sums: Vec<u64>,
}

impl Weights {
    fn new(weights: impl Iterator<Item = u64>) -> Self {
        let sum = |sum: &mut u64, weight| {
            *sum += weight;
            Some(*sum)
        };
        Self { sums: weights.scan(0, sum).collect() }
    }

    /// Zipf and Mandelbrot: rank `r` weighs `1 / (r + shift)`; the shift keeps the first from outweighing the rest.
    pub fn zipf(count: u64, shift: u64) -> Self {
        Self::new((0..count).map(|rank| (1 << 40) / (rank + shift)))
    }

    /// Sizes of stories less one: a power law with exponent 2.
    pub fn story_sizes(largest: u64) -> Self {
        Self::new((1..=largest).map(|size| (1 << 40) / (size * size)))
    }

    pub fn draw(&self, random: &mut Random) -> u64 {
        let at = random.below(*self.sums.last().unwrap_or(&1));
        self.sums.partition_point(|&sum| sum <= at) as u64
    }
}
