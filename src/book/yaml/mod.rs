//! Typed values to YAML text and back; edits that keep what people wrote.
