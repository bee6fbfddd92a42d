//! Many things named in one line.

use std::fmt::Display;

/// The names in a row; of more than `most` the first ones, and how many are left out.
pub fn first_of(most: usize, names: impl IntoIterator<Item = impl Display>) -> String {
    let mut names = names.into_iter();
    let shown: Vec<String> = names.by_ref().take(most).map(|name| name.to_string()).collect();
    match (shown.join(", "), names.count()) {
        (shown, 0) => shown,
        (shown, more) => format!("{shown} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::first_of;

    #[test]
    fn of_many_the_first_are_named_and_the_others_counted() {
        assert_eq!(first_of(2, Vec::<String>::new()), "");
        assert_eq!(first_of(2, ["a", "b"]), "a, b");
        assert_eq!(first_of(2, ["a", "b", "c", "d"]), "a, b and 2 more");
    }
}
