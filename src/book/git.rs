//! One commit per command, of exactly the files it touched.
