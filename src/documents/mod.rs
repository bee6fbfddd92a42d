//! Facts through templates to HTML and text. Knows no disk: templates come in as values.
//!
//! From facts to what is printed: [`drafting`] (what both papers start from), [`quote_paper`],
//! [`invoice_paper`], [`plan_lines`] (a month of a plan), [`charge`] (prices under the client's tax exemption), [`party`], [`mod@electronic`] (what an electronic invoice needs);
//! [`work_order`] for the technician, [`week_plan`] ([`week_plan_of`] a schedule) for the office, [`statement`] and [`waiver_sheet`] for the client, [`performance`] of a period; [`letter`]s
//! whose text the office writes, in blocks of [`body`].
//! From there to text: [`mod@print`], with [`layout`] (format, page size, mark) and the views
//! [`paper_view`], [`paper_totals`], [`work_order_view`], [`statement_view`], in which every figure
//! is already words.
//! [`dashboard`]: the office's pages, from reports.
//! Templates: [`templates`], [`builtin`], [`template_problem`], [`tag_lines`], [`filters`].
//! Language: [`words`], [`words_file`], [`figures`]; [`clean`] and [`columns`] for text.

pub mod body;
pub mod builtin;
pub mod charge;
pub mod clean;
pub mod columns;
pub mod dashboard;
pub mod drafting;
pub mod electronic;
pub mod figures;
pub mod filters;
pub mod invoice_paper;
pub mod layout;
pub mod letter;
pub mod paper_totals;
pub mod paper_view;
pub mod party;
pub mod pdf;
pub mod performance;
pub mod plan_lines;
pub mod print;
pub mod printable;
pub mod quote_paper;
#[cfg(test)]
pub(crate) mod sample;
pub mod statement;
pub mod statement_view;
pub mod tag_lines;
pub mod template_problem;
pub mod templates;
pub mod waiver_sheet;
pub mod week_plan;
pub mod week_plan_of;
pub mod words;
pub mod words_file;
pub mod work_order;
#[cfg(test)]
mod work_order_test;
pub mod work_order_view;
