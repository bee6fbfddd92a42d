//! Strips onto pages.

use super::strips::{Drawn, Strip};

/// What is on each page, from the upper edge of what may be printed on, `height` points high.
pub fn pages(strips: Vec<Strip>, height: f32) -> Vec<Vec<Drawn>> {
    let mut pages = Pages { done: Vec::new(), page: Vec::new(), filled: 0.0, height };
    let mut rest = strips.into_iter().peekable();
    while let Some(first) = rest.next() {
        let mut group = vec![first];
        while group.last().is_some_and(|strip| strip.with_next) {
            let Some(next) = rest.next() else { break };
            group.push(next);
        }
        pages.add(group);
    }
    pages.done.push(pages.page);
    pages.done
}

struct Pages {
    done: Vec<Vec<Drawn>>,
    page: Vec<Drawn>,
    filled: f32,
    height: f32,
}

impl Pages {
    /// Adds what belongs together; what is higher than a page is parted after all.
    fn add(&mut self, group: Vec<Strip>) {
        let needed: f32 = group.iter().map(|strip| strip.above + strip.height).sum();
        if self.filled > 0.0 && !self.fits(needed) {
            let first = group.first().map_or(0.0, |strip| strip.above);
            let head = group.first().and_then(|strip| strip.head.as_ref()).map_or(0.0, |head| head.height);
            if needed - first + head <= self.height {
                self.turn();
            }
        }
        for strip in group {
            if self.filled > 0.0 && !self.fits(strip.above + strip.height) {
                self.turn();
            }
            self.put(strip);
        }
    }

    fn fits(&self, height: f32) -> bool {
        self.filled + height <= self.height + 0.01
    }

    fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.page));
        self.filled = 0.0;
    }

    fn put(&mut self, strip: Strip) {
        if self.filled > 0.0 {
            self.filled += strip.above;
        } else if let Some(head) = &strip.head {
            self.page.extend(head.drawn.iter().cloned().map(Drawn::for_the_eye));
            self.filled += head.height;
        }
        let down = self.filled;
        self.page.extend(strip.drawn.into_iter().map(|drawn| drawn.moved(0.0, down)));
        self.filled += strip.height;
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::domain::stationery::Ink;

    fn strip(above: f32, height: f32) -> Strip {
        let ink = Ink(0, 0, 0);
        let drawn = vec![Drawn::fill(0.0, 0.0, 1.0, height, ink)];
        Strip { above, height, drawn, ..Strip::default() }
    }

    fn tops(strips: Vec<Strip>) -> Vec<Vec<f32>> {
        pages(strips, 100.0).iter().map(|page| page.iter().map(|drawn| drawn.y).collect()).collect()
    }

    #[test]
    fn a_page_is_filled_and_begins_without_free_space() {
        let strips = vec![strip(10.0, 40.0), strip(10.0, 40.0), strip(10.0, 40.0)];
        assert_eq!(tops(strips), [vec![0.0, 50.0], vec![0.0]]);
    }

    #[test]
    fn what_belongs_together_moves_together() {
        let kept = Strip { with_next: true, ..strip(0.0, 30.0) };
        assert_eq!(tops(vec![strip(0.0, 50.0), kept, strip(0.0, 30.0)]), [vec![0.0], vec![0.0, 30.0]]);
    }

    #[test]
    fn the_head_is_repeated_and_what_is_too_high_is_parted() {
        let head = Some(Rc::new(strip(0.0, 20.0)));
        let row = |kept| Strip { head: head.clone(), with_next: kept, ..strip(0.0, 60.0) };
        assert_eq!(
            tops(vec![row(false), row(true), row(true)]),
            [vec![0.0, 20.0], vec![0.0, 20.0], vec![0.0, 20.0]]
        );
        assert_eq!(tops(vec![strip(0.0, 10.0), strip(0.0, 300.0)]), [vec![0.0], vec![0.0]]);
    }
}
