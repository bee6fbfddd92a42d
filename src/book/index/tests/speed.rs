//! How long it takes. Run by hand: `cargo test --release --lib book::index::tests::speed -- --ignored --nocapture`.
