//! The file in the book, and git asked for what is missing in it.

use std::collections::HashMap;

use super::record::{How, Record, Told, short};
use super::walk::Trace;
use crate::book::disk::{self, Durability, RealDisk, RelPath};
use crate::book::git::objects::name::Oid;
use crate::book::git::program::Git;
use crate::book::layout::WORKPLACE;
use crate::book::lock::prepare_folder;
use crate::problem::Problem;

/// Its name in the folder of what can be made anew.
const NAME: &str = "history";
/// A larger one is not read.
const LARGEST: u64 = 1 << 30;
/// As many new commits are looked up one by one.
const FEW: usize = 8;
/// What git tells of each commit begins so: no path does, where one is told.
const MARK: char = '\u{2}';

/// A commit as git tells it.
struct Heard {
    name: Oid,
    moment: i64,
    parents: Vec<Oid>,
    sides: Vec<Vec<(u64, How)>>,
}

impl Git {
    /// The commits that touched `path`, from `from` on, at most `limit`, exactly as `git log` tells them. Nothing where
    /// git is to be asked.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`.
    pub(in crate::book::git) fn traced(
        &self,
        from: &str,
        path: &RelPath,
        limit: usize,
    ) -> Result<Option<Vec<Trace>>, Problem> {
        let shared = self.shared_folder();
        // What is cut off or stands for something else may change without any commit changing its name.
        let is_altered = ["shallow", "info/grafts"].iter().any(|file| shared.join(file).exists());
        if !self.is_whole_book() || is_altered || self.has_replacements() {
            return Ok(None);
        }
        let from = if from == "HEAD" { self.head()? } else { Some(from.to_string()) };
        let Some(from) = from.and_then(|from| Oid::parse(&from)) else { return Ok(None) };
        let Ok(mut held) = self.traces.lock() else { return Ok(None) };
        let record = held.get_or_insert_with(|| self.written_down());
        if record.place(from).is_none() {
            match self.completed(record, from)? {
                Some(complete) => *record = complete,
                None => return Ok(None),
            }
        }
        let Some(place) = record.place(from) else { return Ok(None) };
        Ok(Some(record.touching(place, path.as_str(), limit)))
    }

    fn written_down(&self) -> Record {
        let file = self.book().join(WORKPLACE).join(NAME);
        Record::read(disk::peek(&file, LARGEST).ok().flatten().unwrap_or_default())
    }

    /// With all commits that `from` follows, and written down as such.
    fn completed(&self, record: &Record, from: Oid) -> Result<Option<Record>, Problem> {
        let heard = match record.last() {
            None => self.hear(from, None)?,
            Some(last) => match self.hear(from, Some(last))? {
                Some(heard) => Some(heard),
                // The commit written down last is gone from the repository: all is told anew.
                None => return self.completed(&Record::default(), from),
            },
        };
        let Some(told) = heard.and_then(|heard| placed(record, heard)) else { return Ok(None) };
        let block = record.block(&told);
        let (sound, is_whole) = record.sound();
        let complete = Record::read([sound, &block].concat());
        // Without it the next question only takes longer.
        let _ = self.write_down(sound, &block, is_whole);
        Ok(Some(complete))
    }

    fn write_down(&self, sound: &[u8], block: &[u8], can_be_added: bool) -> Result<(), Problem> {
        let path = RelPath::new(format!("{WORKPLACE}/{NAME}"))?;
        let mut disk = RealDisk::new();
        prepare_folder(self.book(), &mut disk)?;
        if can_be_added {
            return disk::append(self.book(), &path, block);
        }
        disk::replace(&mut disk, self.book(), &path, &[sound, block].concat(), Durability::Fleeting)
    }

    /// What git tells of the commits that `from` follows and `known` does not, older ones first; nothing when it does
    /// not know one of them.
    fn hear(&self, from: Oid, known: Option<Oid>) -> Result<Option<Vec<Heard>>, Problem> {
        let form = format!("--format={MARK}%H %ct %P");
        let (from, known) = (from.to_string(), known.map(|known| format!("^{known}")));
        let arguments = ["-c", "log.showRoot=true", "log", "-z", "--topo-order", "--reverse", "--no-color"];
        let told = ["--no-show-signature", "--no-notes", "--no-mailmap", "--no-ext-diff", "--no-relative"];
        let diff = ["--raw", "--no-renames", "--no-abbrev", "--diff-merges=first-parent", &form];
        let named = [from.as_str()].into_iter().chain(known.as_deref()).chain(["--"]);
        let ended = self.question(arguments.into_iter().chain(told).chain(diff).chain(named)).run()?;
        if !ended.status.success() {
            return Ok(None);
        }
        let mut heard = parse(&String::from_utf8_lossy(&ended.output));
        Ok(self.hear_other_sides(&mut heard)?.then_some(heard))
    }

    /// What git tells of merges against their parents but the first. Answers whether it told of all.
    fn hear_other_sides(&self, heard: &mut [Heard]) -> Result<bool, Problem> {
        let of_merge = |(at, commit): (usize, &Heard)| {
            commit.parents.iter().skip(1).map(move |parent| (at, *parent)).collect::<Vec<_>>()
        };
        let merges: Vec<(usize, Oid)> = heard.iter().enumerate().flat_map(of_merge).collect();
        if merges.is_empty() {
            return Ok(true);
        }
        let asked: String =
            merges.iter().map(|(at, parent)| format!("{} {parent}\n", heard[*at].name)).collect();
        let arguments = ["diff-tree", "--stdin", "-r", "-z", "--no-renames", "--always"];
        let ended = self.question(arguments).input(asked.into_bytes()).run()?;
        if !ended.status.success() {
            return Ok(false);
        }
        let told = String::from_utf8_lossy(&ended.output);
        let mut words = told.split('\0');
        // One answer for each question, in the same order.
        let mut questions = merges.iter().map(|(at, _)| *at);
        let mut answered = None;
        while let Some(word) = words.next() {
            if let Some(head) = word.strip_prefix(':') {
                let (Some(at), Some(path)) = (answered, words.next()) else { return Ok(false) };
                let merge: &mut Heard = &mut heard[at];
                merge.sides.last_mut().into_iter().for_each(|side| side.extend(differing(head, path)));
            } else if !word.is_empty() {
                answered = questions.next().filter(|at| heard[*at].name.to_string() == word.trim());
                let Some(at) = answered else { return Ok(false) };
                heard[at].sides.push(Vec::new());
            }
        }
        Ok(true)
    }
}

/// `NAME MOMENT PARENTS`, and for each file `:MODES NAMES LETTER` and its path.
fn parse(told: &str) -> Vec<Heard> {
    let mut heard: Vec<Heard> = Vec::new();
    let mut words = told.split('\0');
    while let Some(word) = words.next() {
        if let Some(head) = word.strip_prefix(MARK) {
            let mut fields = head.split_whitespace();
            let name = fields.next().and_then(Oid::parse);
            let moment = fields.next().and_then(|moment| moment.parse().ok());
            if let (Some(name), Some(moment)) = (name, moment) {
                let parents = fields.filter_map(Oid::parse).collect();
                heard.push(Heard { name, moment, parents, sides: vec![Vec::new()] });
            }
        } else if let Some(head) = word.trim_start_matches('\n').strip_prefix(':')
            && let (Some(path), Some(commit)) = (words.next(), heard.last_mut())
            && let Some(side) = commit.sides.first_mut()
        {
            side.extend(differing(head, path));
        }
    }
    heard
}

/// `OLDMODE NEWMODE OLD NEW LETTER`
fn differing(head: &str, path: &str) -> Option<(u64, How)> {
    let mut modes = head.split(' ');
    let is_there = |mode: Option<&str>| mode.is_some_and(|mode| mode.bytes().any(|digit| digit != b'0'));
    let how = match (is_there(modes.next()), is_there(modes.next())) {
        (true, true) => How::Changed,
        (false, true) => How::Came,
        (true, false) => How::Went,
        (false, false) => return None,
    };
    Some((short(path), how))
}

/// Each behind its parents. Nothing where a parent is not known.
fn placed(record: &Record, heard: Vec<Heard>) -> Option<Vec<Told>> {
    let mut places: HashMap<Oid, usize> = HashMap::new();
    if heard.len() > FEW {
        places = (0..record.len()).filter_map(|at| Some((record.commit(at)?.name, at))).collect();
    }
    let is_complete = heard.len() > FEW;
    let mut told: Vec<Told> = Vec::new();
    for commit in heard {
        let place = |name: Oid, places: &HashMap<Oid, usize>| {
            places.get(&name).copied().or_else(|| if is_complete { None } else { record.place(name) })
        };
        if place(commit.name, &places).is_some() {
            continue;
        }
        let parents =
            commit.parents.iter().map(|parent| place(*parent, &places)).collect::<Option<Vec<_>>>()?;
        if commit.sides.len() != parents.len().max(1) {
            return None;
        }
        places.insert(commit.name, record.len() + told.len());
        told.push(Told { name: commit.name, moment: commit.moment, parents, sides: commit.sides });
    }
    Some(told)
}
