//! A bar for long work. Short work shows none, and neither does anything off a terminal.

use std::sync::Once;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::color::Palette;
use super::plain::plain;

/// Work shorter than this shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// Counts the steps of long work; threads may share it. It disappears when dropped.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    may_show: bool,
    shown: Once,
}

impl Progress {
    /// Counts and shows nothing.
    pub fn hidden() -> Progress {
        Progress { bar: ProgressBar::hidden(), may_show: false, shown: Once::new() }
    }

    /// Shows a bar on standard error once the work lasts.
    pub(super) fn shown(label: &str, steps: u64, palette: Palette) -> Progress {
        let bar = ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::hidden());
        let template = if palette.is_on() {
            "{msg} {bar:30.cyan/dim} {pos}/{len}"
        } else {
            "{msg} {bar:30} {pos}/{len}"
        };
        // The templates are ours; should one be wrong, the usual bar is shown.
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style.progress_chars("━╸─"));
        bar.set_message(plain(label).into_owned());
        Progress { bar, may_show: true, shown: Once::new() }
    }

    /// One step is done.
    pub fn advance(&self) {
        self.bar.inc(1);
        if self.may_show && !self.shown.is_completed() && self.bar.elapsed() >= PATIENCE {
            self.shown.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
    }

    /// How many steps are done.
    pub fn done(&self) -> u64 {
        self.bar.position()
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_work_is_counted_and_not_shown() {
        let progress = Progress::shown("Reading jobs", 3, Palette::new(false));
        progress.advance();
        progress.advance();
        assert_eq!(progress.done(), 2);
        assert!(progress.bar.is_hidden());
    }

    #[test]
    fn threads_may_share_a_bar() {
        let progress = Progress::hidden();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| progress.advance());
            }
        });
        assert_eq!(progress.done(), 4);
    }
}
