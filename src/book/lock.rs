//! One writer at a time, and who it is.
