//! Summaries to rows and series. Formatting is elsewhere.
