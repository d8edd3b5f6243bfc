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

    /// A power law: number `n` weighs `1 / (n + shift)^power`; the shift keeps the first from outweighing the rest. With a
    /// power of 1 it is the law of Zipf and Mandelbrot.
    pub fn falling(count: u64, shift: u64, power: u32) -> Self {
        Self::new((0..count).map(|number| (1 << 50) / (number + shift).pow(power)))
    }

    pub fn draw(&self, random: &mut Random) -> u64 {
        let at = random.below(*self.sums.last().unwrap_or(&1));
        self.sums.partition_point(|&sum| sum <= at) as u64
    }
}
