//! Every sealed file against its hash, and every manifest against itself (`check`).

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use super::lookup::changed_by_hand;
use super::manifest::{Hash, Seals, hash_of};
use crate::book::checking::Filed;
use crate::book::entity::Entity;
use crate::book::opening::Book;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::problem::{Place, Problem, first_of};
use crate::rules::settled::{Open, open_of_client, open_of_job};

/// As many sealed jobs are named that something is open about.
const TOLD: usize = 5;

impl Book {
    /// Verifies every sealed file; `jobs` and `clients` are those that could be read.
    pub(in crate::book) fn check_sealed(
        &self,
        jobs: &[Filed<Job>],
        clients: &[Filed<Client>],
        found: &mut Vec<Problem>,
    ) {
        let seals = Seals::read(self.root());
        found.extend(seals.problems());
        let rows: HashMap<&str, (Hash, &str)> =
            seals.entries().map(|(path, hash, manifest)| (path, (hash, manifest))).collect();
        if rows.is_empty() {
            return;
        }
        let differs = |path: &str, text: &str| {
            let (hash, _) = rows.get(path)?;
            (hash_of(text.as_bytes()) != *hash).then(|| changed_by_hand(path))
        };
        found.par_extend(jobs.par_iter().filter_map(|filed| differs(&filed.path, &filed.text)));
        found.par_extend(clients.par_iter().filter_map(|filed| differs(&filed.path, &filed.text)));
        let read: HashSet<&str> = jobs
            .iter()
            .map(|filed| filed.path.as_str())
            .chain(clients.iter().map(|filed| filed.path.as_str()))
            .collect();
        // Those that could not be read are told apart; what was sealed could be.
        for (path, (hash, manifest)) in rows.iter().filter(|(path, _)| !read.contains(*path)) {
            match self.bytes(path) {
                Ok(None) => found.push(missing(path, manifest)),
                Ok(Some(bytes)) if hash_of(&bytes) == *hash => {}
                Ok(Some(_)) | Err(_) => found.push(changed_by_hand(path)),
            }
        }
        self.check_settled(&rows, jobs, clients, found);
    }

    /// What was settled when it was sealed and is not any more, since the rules or another file changed.
    fn check_settled(
        &self,
        rows: &HashMap<&str, (Hash, &str)>,
        jobs: &[Filed<Job>],
        clients: &[Filed<Client>],
        found: &mut Vec<Problem>,
    ) {
        let by_id: HashMap<&Id, &Client> =
            clients.iter().map(|filed| (&filed.value.id, &filed.value)).collect();
        let client_of = |job: &Job| {
            let merged = |client: &&Client| by_id.get(client.merged_into.as_ref()?).copied();
            std::iter::successors(by_id.get(&job.client).copied(), merged).take(8).last()
        };
        let of_jobs = jobs.par_iter().filter(|filed| rows.contains_key(filed.path.as_str()));
        let mut open: Vec<(Id, Open)> = of_jobs
            .filter_map(|filed| {
                let mut job = filed.value.clone();
                job.complete(self);
                let client = client_of(&job)?;
                Some((job.id.clone(), open_of_job(&job, client, self.rules())?))
            })
            .collect();
        let of_clients = clients.iter().filter(|filed| rows.contains_key(filed.path.as_str()));
        open.extend(
            of_clients.filter_map(|filed| {
                Some((filed.value.id.clone(), open_of_client(&filed.value, self.rules())?))
            }),
        );
        let mut by_sort: BTreeMap<&str, Vec<(Id, Open)>> = BTreeMap::new();
        for (id, one) in open {
            by_sort.entry(one.sort).or_default().push((id, one));
        }
        for (sort, all) in by_sort {
            found.push(not_settled(sort, &all));
        }
    }
}

fn missing(path: &str, manifest: &str) -> Problem {
    Problem::refused("sealed-missing", "a sealed file is not there")
        .at(Place::file(path))
        .because(format!("{manifest} vouches for it"))
        .remedy(format!("git checkout -- {path}"))
        .remedy(format!("git log -- {path}  tells who took it away"))
}

fn not_settled(sort: &str, all: &[(Id, Open)]) -> Problem {
    let problem = Problem::refused("sealed-open", format!("sealed, and by the rules as they are now {sort}"))
        .warning()
        .because(first_of(TOLD, all.iter().map(|(id, _)| id)))
        .because("what is sealed is not looked at every day: nobody is reminded of it");
    match all.first() {
        Some((id, open)) => problem
            .because(format!("{id}: {}", open.sentence))
            .remedy(format!("jobbook unseal {id} --reason \"…\", and see to it")),
        None => problem,
    }
}
