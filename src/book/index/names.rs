//! What every job and client is called, small enough to be read at every Tab.
//!
//! It stands beside the index, is written and removed with it, and is never asked by a command: only completion
//! believes it unseen, which looks into the newest folders itself. Damaged or of another layout, it is not there.
//! It has a chapter for each folder, with the tag of what the index says of that: a chapter of the same tag is taken
//! over from the one before.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Read;

use memchr::memmem;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::fingerprint::{checksum, layout};
use crate::domain::summary::{CalledClient, CalledJob, InvoiceSummary};

/// Layout, then length and checksum of the table of contents; each chapter has a checksum of its own there.
const PREAMBLE: usize = 16 + 8 + 8;
/// As many chapters are read at once.
const MANY: usize = 64;

/// What the jobs and clients of a book are called, by year, seat and number.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Names<'a> {
    /// The clients; those that were merged into others are left out.
    #[serde(borrow)]
    pub clients: Vec<ClientName<'a>>,
    /// The jobs.
    #[serde(borrow)]
    pub jobs: Vec<JobName<'a>>,
}

/// What a client is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientName<'a> {
    /// `C-0042`.
    pub id: &'a str,
    /// Name of the firm or person.
    pub name: &'a str,
    /// Labels.
    #[serde(borrow)]
    pub tags: Vec<&'a str>,
    /// Numbers of its own invoices.
    #[serde(borrow)]
    pub invoices: Vec<&'a str>,
}

/// What a job is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobName<'a> {
    /// `J-2026-00017`.
    pub id: &'a str,
    /// Whose.
    pub client: &'a str,
    /// In a few words.
    pub title: &'a str,
    /// The rules it follows.
    pub workflow: &'a str,
    /// Where it stood.
    pub stage: &'a str,
    /// Labels.
    #[serde(borrow)]
    pub tags: Vec<&'a str>,
    /// Numbers of its invoices.
    #[serde(borrow)]
    pub invoices: Vec<&'a str>,
}

impl Names<'_> {
    /// What a chapter says.
    pub fn of_chapter(chapter: &[u8]) -> Option<Names<'_>> {
        postcard::from_bytes(chapter).ok()
    }
}

impl<'s> From<&'s CalledJob<'s>> for JobName<'s> {
    fn from(job: &'s CalledJob<'s>) -> JobName<'s> {
        JobName {
            id: job.id,
            client: job.client,
            title: job.title,
            workflow: job.workflow,
            stage: job.stage,
            tags: job.tags.clone(),
            invoices: numbers(&job.invoices),
        }
    }
}

impl<'s> From<&'s CalledClient<'s>> for ClientName<'s> {
    fn from(client: &'s CalledClient<'s>) -> ClientName<'s> {
        ClientName {
            id: client.front.id.as_str(),
            name: client.front.name,
            tags: client.tags.clone(),
            invoices: numbers(&client.invoices),
        }
    }
}

fn numbers(invoices: &[InvoiceSummary]) -> Vec<&str> {
    invoices.iter().filter_map(|one| one.number.as_deref()).collect()
}

/// A chapter of jobs; absent when it cannot be written.
pub fn of_jobs(jobs: &[CalledJob<'_>]) -> Option<Vec<u8>> {
    chapter(&Names { clients: Vec::new(), jobs: jobs.iter().map(JobName::from).collect() })
}

/// A chapter of clients; absent when it cannot be written.
pub fn of_clients(clients: &[CalledClient<'_>]) -> Option<Vec<u8>> {
    let own = clients.iter().filter(|client| client.front.merged_into.is_none());
    chapter(&Names { clients: own.map(ClientName::from).collect(), jobs: Vec::new() })
}

fn chapter(names: &Names<'_>) -> Option<Vec<u8>> {
    postcard::to_extend(names, Vec::with_capacity(96 * (names.clients.len() + names.jobs.len()))).ok()
}

/// These chapters with their tags, as bytes; absent when they cannot be written.
pub fn write(chapters: &[(u64, Cow<'_, [u8]>)]) -> Option<Vec<u8>> {
    let contents = chapters.iter().map(|(tag, chapter)| Line {
        tag: *tag,
        checksum: checksum(chapter),
        length: chapter.len() as u64,
    });
    let contents = postcard::to_extend(&contents.collect::<Vec<_>>(), Vec::new()).ok()?;
    let length = chapters.iter().map(|(_, chapter)| chapter.len()).sum::<usize>();
    let mut bytes = Vec::with_capacity(PREAMBLE + contents.len() + length);
    bytes.extend(layout().bytes());
    bytes.extend((contents.len() as u64).to_le_bytes());
    bytes.extend(checksum(&contents).to_le_bytes());
    bytes.extend(contents);
    chapters.iter().for_each(|(_, chapter)| bytes.extend(&**chapter));
    Some(bytes)
}

/// The names that `bytes` are, not yet looked into; absent when they were written in another way.
pub fn read(bytes: &[u8]) -> Option<Chapters<'_>> {
    let (clients, jobs) = told(bytes)?.into_iter().partition(Chapter::is_of_clients);
    Some(Chapters { clients, jobs })
}

/// What the jobs and clients of a book are called, read chapter by chapter: nobody needs all of it at once.
#[derive(Default)]
pub struct Chapters<'b> {
    clients: Vec<Chapter<'b>>,
    jobs: Vec<Chapter<'b>>,
}

impl<'b> Chapters<'b> {
    /// What is made of the clients of each chapter, by seat and number; absent when one is damaged.
    pub fn clients<R: Send>(&self, made: impl Fn(Vec<ClientName<'b>>) -> R + Sync) -> Option<Vec<R>> {
        each(&self.clients, |names| made(names.clients))
    }

    /// What is made of the jobs of each chapter, by year, seat and number; absent when one is damaged.
    pub fn jobs<R: Send>(&self, made: impl Fn(Vec<JobName<'b>>) -> R + Sync) -> Option<Vec<R>> {
        each(&self.jobs, |names| made(names.jobs))
    }

    /// The last jobs, at least so many if there are; absent when a chapter of them is damaged.
    pub fn last_jobs(&self, count: usize) -> Option<Vec<JobName<'b>>> {
        let mut found = Vec::new();
        for chapter in self.jobs.iter().rev() {
            if found.len() >= count {
                break;
            }
            found.extend(chapter.read()?.jobs);
        }
        Some(found)
    }
}

fn each<'b, R: Send>(chapters: &[Chapter<'b>], made: impl Fn(Names<'b>) -> R + Sync) -> Option<Vec<R>> {
    let read = |chapter: &Chapter<'b>| chapter.read().map(&made);
    // Starting threads takes as long as reading a few chapters.
    if chapters.len() < MANY {
        chapters.iter().map(read).collect()
    } else {
        chapters.par_iter().map(read).collect()
    }
}

/// The chapters in which `text` stands somewhere, each read with [`Names::of_chapter`]; absent when one of them
/// is damaged, or they were written in another way. One after the other is in memory.
pub fn chapters_about(mut names: impl Read, text: &str) -> Option<Vec<Vec<u8>>> {
    let mut preamble = [0; PREAMBLE];
    names.read_exact(&mut preamble).ok()?;
    let mut contents = Vec::new();
    let length = length_of_contents(&preamble)?;
    names.by_ref().take(length).read_to_end(&mut contents).ok()?;
    let finder = memmem::Finder::new(text.as_bytes());
    let (mut chapter, mut found) = (Vec::new(), Vec::new());
    for line in lines(&preamble, &contents)? {
        chapter.clear();
        names.by_ref().take(line.length).read_to_end(&mut chapter).ok()?;
        if chapter.len() as u64 != line.length {
            return None;
        }
        if finder.find(&chapter).is_some() {
            let is_sound = Chapter { line, bytes: &chapter }.is_sound();
            found.push(is_sound.then(|| chapter.clone())?);
        }
    }
    Some(found)
}

/// The sound chapters in `bytes` by their tags; absent when they are damaged or were written in another way.
pub fn chapters(bytes: &[u8]) -> Option<HashMap<u64, &[u8]>> {
    let chapters = told(bytes)?;
    let sound = chapters.par_iter().filter(|chapter| chapter.is_sound());
    Some(sound.map(|chapter| (chapter.line.tag, chapter.bytes)).collect())
}

/// What the table of contents says of a chapter.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Line {
    tag: u64,
    checksum: u64,
    length: u64,
}

/// A chapter, not yet looked into.
struct Chapter<'b> {
    line: Line,
    bytes: &'b [u8],
}

impl<'b> Chapter<'b> {
    /// It begins with how many clients it has; one of jobs has none.
    fn is_of_clients(&self) -> bool {
        self.bytes.first().is_some_and(|count| *count > 0)
    }

    fn is_sound(&self) -> bool {
        checksum(self.bytes) == self.line.checksum
    }

    fn read(&self) -> Option<Names<'b>> {
        if self.is_sound() { Names::of_chapter(self.bytes) } else { None }
    }
}

fn told(bytes: &[u8]) -> Option<Vec<Chapter<'_>>> {
    let (contents, mut rest) = parted(bytes)?;
    let lines = lines(&bytes[..PREAMBLE], contents)?;
    let mut chapters = Vec::with_capacity(lines.len());
    for line in lines {
        let (bytes, behind) = rest.split_at_checked(usize::try_from(line.length).ok()?)?;
        chapters.push(Chapter { line, bytes });
        rest = behind;
    }
    rest.is_empty().then_some(chapters)
}

/// The table of contents; absent when it is not what the preamble says.
fn lines(preamble: &[u8], contents: &[u8]) -> Option<Vec<Line>> {
    let is_sound =
        preamble[..16] == layout().bytes() && preamble[24..PREAMBLE] == checksum(contents).to_le_bytes();
    if is_sound { postcard::from_bytes(contents).ok() } else { None }
}

fn length_of_contents(bytes: &[u8]) -> Option<u64> {
    bytes.get(16..24)?.try_into().map(u64::from_le_bytes).ok()
}

/// The table of contents, and what stands behind it.
fn parted(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = length_of_contents(bytes)?;
    bytes.get(PREAMBLE..)?.split_at_checked(usize::try_from(length).ok()?)
}

/// The bytes with the layout and the checksums that they should have, so that what they say is looked at.
pub fn mended(mut bytes: Vec<u8>) -> Vec<u8> {
    let Some((contents, rest)) = parted(&bytes) else { return bytes };
    let (contents, mut behind) = (contents.to_vec(), rest);
    let contents = match postcard::from_bytes::<Vec<Line>>(&contents) {
        Ok(mut lines) => {
            for line in &mut lines {
                let length = usize::try_from(line.length).unwrap_or(usize::MAX);
                let Some((chapter, next)) = behind.split_at_checked(length) else { break };
                line.checksum = checksum(chapter);
                behind = next;
            }
            postcard::to_extend(&lines, Vec::new()).unwrap_or(contents)
        }
        Err(_) => contents,
    };
    let rest = rest.to_vec();
    bytes.truncate(PREAMBLE);
    bytes[..16].copy_from_slice(&layout().bytes());
    bytes[16..24].copy_from_slice(&(contents.len() as u64).to_le_bytes());
    bytes[24..].copy_from_slice(&checksum(&contents).to_le_bytes());
    [bytes, contents, rest].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The IDs and titles of all jobs.
    fn titles(bytes: &[u8]) -> Option<Vec<(String, String)>> {
        let of_chapter = |jobs: Vec<JobName<'_>>| {
            jobs.iter().map(|job| (job.id.to_string(), job.title.to_string())).collect::<Vec<_>>()
        };
        let chapters = read(bytes)?;
        let whole = chapters.last_jobs(usize::MAX).map(|jobs| jobs.len());
        let titles = chapters.clients(|_| ()).and(chapters.jobs(of_chapter)).map(|titles| titles.concat());
        assert!(titles.is_none() || whole == titles.as_ref().map(Vec::len));
        titles
    }

    const JOB: CalledJob<'_> = CalledJob {
        id: "J-2026-00017",
        client: "C-0003",
        title: "Gate motor",
        workflow: "service-call",
        stage: "quoting",
        tags: Vec::new(),
        invoices: Vec::new(),
    };

    #[test]
    fn jobs_come_back_as_they_were_written() {
        let chapter: Cow<'_, [u8]> = Cow::Owned(of_jobs(&[JOB, JOB]).unwrap());
        let bytes = write(&[(7, chapter.clone())]).unwrap();
        assert_eq!(chapters(&bytes).unwrap()[&7], &*chapter);
        let job = || (JOB.id.to_string(), JOB.title.to_string());
        assert_eq!(titles(&bytes).unwrap(), [job(), job()]);
    }

    #[test]
    fn a_chapter_that_says_nothing_of_it_is_not_looked_into() {
        let chapters: Vec<(u64, Cow<'_, [u8]>)> = ["Round", "Roof", "Round again"]
            .map(|title| (7, Cow::Owned(of_jobs(&[CalledJob { title, ..JOB }]).unwrap())))
            .into();
        let mut bytes = write(&chapters).unwrap();
        let about = |bytes: &[u8], text: &str| {
            let found = chapters_about(bytes, text)?;
            let titles = |chapter: &Vec<u8>| Names::of_chapter(chapter).unwrap().jobs[0].title.to_string();
            Some(found.iter().map(titles).collect::<Vec<_>>())
        };
        assert_eq!(about(&bytes, "Round").unwrap(), ["Round", "Round again"]);
        let at = bytes.windows(4).position(|found| found == b"Roof").unwrap();
        bytes[at] = b'X';
        assert_eq!(about(&bytes, "Round").unwrap(), ["Round", "Round again"]);
        assert_eq!(about(&bytes, "oof"), None);
        assert_eq!(about(&bytes[..bytes.len() - 1], "Round"), None);
        assert_eq!(about(&bytes[..40], "Round"), None);
        assert_eq!(titles(&bytes), None);
    }

    #[test]
    fn no_damage_anywhere_gives_wrong_names() {
        assert_eq!(titles(&write(&[]).unwrap()), Some(Vec::new()));
        let whole = write(&[(7, Cow::Owned(of_jobs(&[JOB]).unwrap()))]).unwrap();
        assert_eq!(mended(whole.clone()), whole);
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x41;
            assert_eq!(titles(&damaged), None, "byte {at}");
            assert_eq!(titles(&whole[..at]), None, "{at} bytes");
        }
    }
}
