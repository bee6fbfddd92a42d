//! Where a file stands: the path follows from the ID alone, and the ID from the path.
//!
//! Folders of a hundred keep git's trees small: the number without its last two digits.

use crate::domain::id::Id;
use crate::problem::{Place, Problem};

/// Folder of the jobs.
pub const JOBS: &str = "jobs";
/// Folder of the clients.
pub const CLIENTS: &str = "clients";
/// Folder of the manifests of sealed files.
pub const SEALED: &str = "sealed";
/// Folder of the index, the lock and the journal; git ignores it.
pub const WORKPLACE: &str = ".jobbook";

/// Path of a job's file, such as `jobs/2026/000/J-2026-00017.yaml`.
pub fn job_path(id: &Id) -> String {
    path(JOBS, id)
}

/// Path of a client's file, such as `clients/00/C-0042.yaml`.
pub fn client_path(id: &Id) -> String {
    path(CLIENTS, id)
}

/// The ID whose job or client stands at `path`; absent when no file of a job or client stands there.
pub fn id_of_path(path: &str) -> Option<Id> {
    let (_, name) = path.rsplit_once('/')?;
    let id: Id = name.strip_suffix(".yaml")?.parse().ok()?;
    (path == job_path(&id) || path == client_path(&id)).then_some(id)
}

/// The ID of the job or client whose yearly part stands at `path`: what of it is settled and old
/// (DECISIONS 20).
pub fn id_of_yearly_part(path: &str) -> Option<Id> {
    let (whole, year) = path.strip_suffix(".yaml")?.rsplit_once('.')?;
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    if is_year { id_of_path(&format!("{whole}.yaml")) } else { None }
}

/// Refuses a file that does not hold what its path says.
///
/// # Errors
/// `id-mismatch`.
pub fn id_must_match(path: &str, expected: &Id, found: &Id) -> Result<(), Problem> {
    if expected == found {
        return Ok(());
    }
    Err(Problem::damaged("id-mismatch", format!("the file says it is {found}"))
        .at(Place::file(path))
        .because(format!("at this path only {expected} can stand"))
        .remedy(format!("write `id: {expected}` in it, or move the file to where {found} belongs")))
}

fn path(root: &str, id: &Id) -> String {
    let digits = id.digits();
    let hundred = match digits.get(..digits.len().saturating_sub(2)) {
        None | Some("") => "0",
        Some(hundred) => hundred,
    };
    let folder = format!("{}{hundred}", id.seat());
    match id.year() {
        Some(year) => format!("{root}/{year:04}/{folder}/{id}.yaml"),
        None => format!("{root}/{folder}/{id}.yaml"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> Id {
        text.parse().unwrap()
    }

    #[test]
    fn the_path_follows_from_the_id_alone() {
        assert_eq!(job_path(&id("J-2026-00017")), "jobs/2026/000/J-2026-00017.yaml");
        assert_eq!(job_path(&id("J-2026-b00004")), "jobs/2026/b000/J-2026-b00004.yaml");
        assert_eq!(job_path(&id("J-2026-123456")), "jobs/2026/1234/J-2026-123456.yaml");
        assert_eq!(job_path(&id("J-00117")), "jobs/001/J-00117.yaml");
        assert_eq!(client_path(&id("C-0042")), "clients/00/C-0042.yaml");
    }

    #[test]
    fn numbers_of_two_digits_have_a_folder_too() {
        assert_eq!(client_path(&id("C-42")), "clients/0/C-42.yaml");
        assert_eq!(client_path(&id("C-142")), "clients/1/C-142.yaml");
        assert_eq!(client_path(&id("C-b42")), "clients/b0/C-b42.yaml");
    }

    #[test]
    fn the_id_follows_from_the_path() {
        for text in ["J-2026-00017", "J-2026-b00004", "J-00117", "C-42"] {
            assert_eq!(id_of_path(&job_path(&id(text))), Some(id(text)));
            assert_eq!(id_of_path(&client_path(&id(text))), Some(id(text)));
        }
    }

    #[test]
    fn a_file_at_another_place_is_nobodys() {
        for path in [
            "jobs/2026/001/J-2026-00017.yaml",
            "jobs/2025/000/J-2026-00017.yaml",
            "jobs/2026/000/J-2026-00017.yml",
            "jobs/2026/000/J-2026-00017.2027.yaml",
            "jobs/2026/J-2026-00017.yaml",
            "J-2026-00017.yaml",
            "jobs/2026/000/notes.yaml",
            "outbox/00/C-0042.yaml",
        ] {
            assert_eq!(id_of_path(path), None, "{path}");
        }
    }

    #[test]
    fn a_yearly_part_belongs_to_the_file_beside_it() {
        let path = "jobs/2026/000/J-2026-00017.2027.yaml";
        assert_eq!(id_of_yearly_part(path), Some(id("J-2026-00017")));
        assert_eq!(id_of_yearly_part("jobs/2026/000/J-2026-00017.yaml"), None);
        assert_eq!(id_of_yearly_part("jobs/2026/000/J-2026-00017.27.yaml"), None);
    }
}
