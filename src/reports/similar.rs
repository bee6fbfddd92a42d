//! Which texts are about the same thing, best first: BM25 over words that are folded and shortened.

use std::collections::HashSet;

use bm25::{Embedder, EmbedderBuilder, Scorer, Tokenizer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters of a word that count: `replacement` and `replacing` are one.
const STEM: usize = 6;

/// Words that say nothing of the work.
const EMPTY: &[&str] = &[
    "a", "an", "and", "at", "by", "for", "from", "in", "is", "it", "of", "on", "or", "our", "the", "to",
    "with", "am", "auf", "aus", "bei", "das", "dem", "den", "der", "des", "die", "ein", "eine", "einen",
    "fur", "im", "ist", "mit", "oder", "und", "von", "zu", "zum", "zur",
];

/// Indices of the documents that share a word with the query, best first; ties in their order.
pub fn similar(query: &str, documents: &[String]) -> Vec<usize> {
    let texts: Vec<&str> = documents.iter().map(String::as_str).collect();
    let embedder: Embedder<u64, Words> =
        EmbedderBuilder::with_tokenizer_and_fit_to_corpus(Words { each_once: false }, &texts).build();
    let asking: Embedder<u64, Words> =
        EmbedderBuilder::with_tokenizer_and_fit_to_corpus(Words { each_once: true }, &texts).build();
    let mut scorer: Scorer<usize, u64> = Scorer::new();
    for (index, text) in texts.iter().enumerate() {
        scorer.upsert(&index, embedder.embed(text));
    }
    let query = asking.embed(query);
    let mut scored: Vec<(f32, usize)> = (0..documents.len())
        .filter_map(|index| Some((scorer.score(&index, &query)?, index)))
        .filter(|(score, _)| *score > 0.0)
        .collect();
    scored.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    scored.into_iter().map(|(_, index)| index).collect()
}

struct Words {
    each_once: bool,
}

impl Tokenizer for Words {
    fn tokenize(&self, text: &str) -> Vec<String> {
        let folded: String =
            text.to_lowercase().replace('ß', "ss").nfkd().filter(|c| !is_combining_mark(*c)).collect();
        let mut seen = HashSet::new();
        folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 1 && !EMPTY.contains(word))
            .map(stem)
            .filter(|word| !self.each_once || seen.insert(word.clone()))
            .collect()
    }
}

fn stem(word: &str) -> String {
    let singular = word.strip_suffix('s').filter(|rest| rest.chars().count() > 2).unwrap_or(word);
    singular.chars().take(STEM).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn documents(texts: &[&str]) -> Vec<String> {
        texts.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_nearest_comes_first_and_what_shares_no_word_not_at_all() {
        let past =
            documents(&["Repaint the fence", "Replace a pump", "Replacing pumps of the heating", "Pump oil"]);
        assert_eq!(similar("replacement of the heating pump", &past), [2, 1, 3]);
    }

    #[test]
    fn accents_and_case_do_not_matter_and_ties_keep_their_order() {
        let past = documents(&["TÜR schließen", "tur schliessen"]);
        assert_eq!(similar("Tür", &past), [0, 1]);
        assert!(similar("", &past).is_empty() && similar("the", &past).is_empty());
        assert!(similar("door", &[]).is_empty());
    }
}
