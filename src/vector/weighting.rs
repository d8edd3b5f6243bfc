//! The weighting formulas: pure functions.

/// Sublinear term frequency, `1 + ln(count)` for a count of at least 1, and the count itself below that.
///
/// A word said twice is not twice the evidence (Manning, Raghavan & Schütze 2008, section 6.4.1).
#[must_use]
pub fn sublinear_term_frequency(count: f32) -> f32 {
    if count >= 1.0 { 1.0 + count.ln() } else { count.max(0.0) }
}

/// Smoothed inverse document frequency, `ln((1 + n) / (1 + df)) + 1`: 1 for a term in every document, and for a term in
/// none `ln(1 + n) + 1`, the most there is.
///
/// Both may be fractional; a `df` above `n` counts as `n`, and an `n` below 0 as 0.
#[must_use]
pub fn inverse_document_frequency(document_frequency: f32, documents: f32) -> f32 {
    let n = documents.max(0.0);
    ((1.0 + n) / (1.0 + document_frequency.clamp(0.0, n))).ln() + 1.0
}

#[cfg(test)]
mod tests {
    use super::inverse_document_frequency;

    #[test]
    fn any_numbers_have_a_weight() {
        for (df, n) in [(0.0, -1.0), (3.0, -1.0), (1.0, f32::NAN), (9.0, 3.0)] {
            assert_eq!(inverse_document_frequency(df, n), 1.0, "{df} of {n}");
        }
    }
}
