//! Memory that a thread uses again for one file after the other.

use std::cell::RefCell;
use std::ops::{Deref, DerefMut};

/// More than this is given back to the system.
const KEPT: usize = 256 * 1024;
/// A thread needs no more at the same time.
const AT_ONCE: usize = 4;

thread_local! {
    static POOL: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
}

/// Bytes, empty at first, whose memory is used again when they are dropped.
#[derive(Debug)]
pub struct Scratch(Vec<u8>);

impl Scratch {
    /// Empty ones.
    pub fn new() -> Scratch {
        Scratch(POOL.with_borrow_mut(Vec::pop).unwrap_or_default())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let mut bytes = std::mem::take(&mut self.0);
        if bytes.capacity() <= KEPT {
            bytes.clear();
            // Not there any more when the thread ends.
            let _ = POOL.try_with(|pool| {
                let mut pool = pool.borrow_mut();
                if pool.len() < AT_ONCE {
                    pool.push(bytes);
                }
            });
        }
    }
}

impl Deref for Scratch {
    type Target = Vec<u8>;

    fn deref(&self) -> &Vec<u8> {
        &self.0
    }
}

impl DerefMut for Scratch {
    fn deref_mut(&mut self) -> &mut Vec<u8> {
        &mut self.0
    }
}
