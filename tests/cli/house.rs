//! The house: beginning a book, and what holds for every command.

use crate::office::Office;

#[test]
fn a_new_book_says_what_it_made_and_is_one_commit() {
    let office = Office::new();
    assert_eq!(office.git(["log", "--format=%s"]), "Settings\nBegin the book\n");
    assert!(office.path("jobbook.toml").exists());
    assert_eq!(office.git(["status", "--porcelain"]), "");
}
