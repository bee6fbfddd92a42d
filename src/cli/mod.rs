//! The command line: one file per noun, arguments and a short `run`; nothing is decided here.
