//! How the program is linked.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "cargo talks to it in this way")]

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |part: &str| std::env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    // The tables of time zones hold some sixty thousand addresses. In a program that may be loaded anywhere the
    // loader writes each of them at every start, which takes longer than most commands. At a fixed place they
    // are written once, by the linker. Heap, stack and libraries stay where chance puts them.
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
