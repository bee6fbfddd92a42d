//! Which letters belong together, so that mail programs show them as one conversation.
//!
//! All letters about one job answer to a root that follows from the job's number; no letter has that identity
//! itself, as with the notices of code hosts, and mail programs join what answers to the same root. What follows
//! on an earlier letter names that, too: its identity follows from the key that it was written under.

/// Keys of what a letter follows on, root first.
pub(super) fn before(about: Option<&str>, kind: &str, key: &str) -> Vec<String> {
    let root = about.map(|about| format!("thread/{about}"));
    let earlier = earlier(kind, key).filter(|earlier| earlier != key);
    root.into_iter().chain(earlier).collect()
}

/// The letter that this one asks about or is sent again for.
fn earlier(kind: &str, key: &str) -> Option<String> {
    if kind == "follow-up" {
        // `J-2026-00017/follow-up/v2/…` asks about `J-2026-00017/quote/v2`.
        let (job, rest) = key.split_once("/follow-up/")?;
        let version = rest.split('/').next()?;
        return Some(format!("{job}/quote/{version}"));
    }
    // What is sent again carries the number of its sending at the end: `…/invoice/INV-2026-00003/2`.
    let (what, sending) = key.rsplit_once('/')?;
    let again = sending.parse::<u32>().is_ok_and(|sending| sending > 1);
    (again && ["invoice", "waiver", "document"].contains(&kind)).then(|| format!("{what}/1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_follows_on_its_job_and_on_what_it_asks_about() {
        let job = Some("J-2026-00017");
        assert_eq!(before(job, "quote", "J-2026-00017/quote/v2"), ["thread/J-2026-00017"]);
        assert_eq!(
            before(job, "follow-up", "J-2026-00017/follow-up/v2/2026-03-02"),
            ["thread/J-2026-00017", "J-2026-00017/quote/v2"]
        );
        assert_eq!(before(job, "invoice", "J-2026-00017/invoice/INV-1/1"), ["thread/J-2026-00017"]);
        assert_eq!(
            before(job, "invoice", "J-2026-00017/invoice/INV-1/2"),
            ["thread/J-2026-00017", "J-2026-00017/invoice/INV-1/1"]
        );
        assert!(before(None, "reminder-digest", "a\nb/2").is_empty());
    }
}
