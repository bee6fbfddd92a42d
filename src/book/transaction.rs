//! Several files change together or not at all.
