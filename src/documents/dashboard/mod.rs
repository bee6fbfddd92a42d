//! The office's pages: what reports say, in words and charts, as HTML that needs nothing but a browser.
//!
//! - [`desk`]: what every page is written with. [`links`]: where a job or client stands.
//! - [`page`]: a page in sections and blocks; [`chart`]: bars and lines, drawn by templates.
//! - [`today`], [`board`], [`week`], [`pipeline`], [`aging`], [`tickets`], [`metrics`], [`jobs`], [`clients`]: the pages.
//! - [`site`]: all of them printed alike, each allowed to run nothing but its own style and script ([`policy`]).

pub mod aging;
pub mod board;
pub mod chart;
pub mod clients;
pub mod desk;
pub mod jobs;
pub mod links;
pub mod metrics;
pub mod page;
pub mod pipeline;
pub mod policy;
pub mod site;
pub mod tickets;
pub mod today;
pub mod week;
