#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| jobbook::fuzzing::target("git-index", bytes));
