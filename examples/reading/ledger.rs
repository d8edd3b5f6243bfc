//! What is left out, and why.

use std::collections::BTreeMap;
use std::fmt;

use super::fault::{Fault, Place, Refusal};

/// What to do about a line or an input that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnFault {
    /// Stop and say so.
    Stop,
    /// Leave it out and count it.
    Skip,
}

/// Keeps count of what is left out.
#[derive(Debug)]
pub struct Ledger {
    on_fault: OnFault,
    left_out: LeftOut,
}

impl Ledger {
    /// A ledger with nothing in it.
    pub fn new(on_fault: OnFault) -> Self {
        Self { on_fault, left_out: LeftOut::default() }
    }

    /// Leaves out what is at `place`, or stops.
    pub fn leave_out(&mut self, place: Place, fault: Fault) -> Result<(), Refusal> {
        match self.on_fault {
            OnFault::Stop => Err(Refusal { place, fault }),
            OnFault::Skip => {
                *self.left_out.0.entry(fault.reason()).or_default() += 1;
                Ok(())
            }
        }
    }

    /// What was left out.
    pub fn close(self) -> LeftOut {
        self.left_out
    }
}

/// How many lines and inputs were left out, by reason.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct LeftOut(BTreeMap<&'static str, usize>);

impl LeftOut {
    /// Whether nothing was left out.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "left out {}", self.0.values().sum::<usize>())?;
        for (position, (reason, count)) in self.0.iter().enumerate() {
            let separator = if position == 0 { ": " } else { ", " };
            write!(f, "{separator}{count} for {reason}")?;
        }
        Ok(())
    }
}
