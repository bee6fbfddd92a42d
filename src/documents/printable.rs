//! Everything that is printed, and in what form: text and HTML from templates, PDF by the program itself.

use chrono::NaiveDate;

use super::layout::{Format, Layout};
use super::letter::Letter;
use super::pdf::document::{self, Pdf};
use super::pdf::standard::Making;
use super::pdf::stationery::Stationery;
use super::print::{render, render_statement, render_waiver, render_week, render_work_order};
use super::statement::Statement;
use super::templates::Templates;
use super::waiver_sheet::WaiverSheet;
use super::week_plan::WeekPlan;
use super::work_order::WorkOrder;
use crate::domain::paper::Paper;
use crate::problem::Outcome;

/// Something that is printed.
#[derive(Clone, Copy)]
pub enum Printable<'a> {
    /// A quote, change order, invoice or credit note.
    Paper(&'a Paper),
    /// The sheet that a technician takes along.
    WorkOrder(&'a WorkOrder),
    /// What a client owes.
    Statement(&'a Statement),
    /// What a client signs.
    Waiver(&'a WaiverSheet),
    /// The schedule.
    Week(&'a WeekPlan),
    /// A text of the office's, a form, a report.
    Letter(&'a Letter<'a>),
}

impl Printable<'_> {
    /// As text or HTML.
    ///
    /// # Errors
    /// `no-words`, `no-template`, `template`.
    pub fn text(&self, layout: &Layout<'_>, templates: &Templates) -> Outcome<String> {
        let layout = match layout.format {
            Format::Pdf => &Layout { format: Format::Html, ..*layout },
            _ => layout,
        };
        match self {
            Printable::Paper(paper) => render(paper, layout, templates),
            Printable::WorkOrder(order) => render_work_order(order, layout, templates),
            Printable::Statement(statement) => render_statement(statement, layout, templates),
            Printable::Waiver(waiver) => render_waiver(waiver, layout, templates),
            Printable::Week(plan) => render_week(plan, layout, templates),
            Printable::Letter(letter) => letter.print(layout, templates),
        }
    }

    /// As PDF.
    ///
    /// # Errors
    /// `no-words`; `pdf`.
    pub fn pdf(
        &self,
        layout: &Layout<'_>,
        templates: &Templates,
        stationery: &Stationery,
        making: &Making,
    ) -> Outcome<Pdf> {
        let press = document::Press { layout, templates, stationery, making };
        match self {
            Printable::Paper(paper) => press.paper(paper),
            Printable::WorkOrder(order) => press.work_order(order),
            Printable::Statement(statement) => press.statement(statement),
            Printable::Waiver(waiver) => press.waiver(waiver),
            Printable::Week(plan) => press.week(plan),
            Printable::Letter(letter) => press.letter(letter),
        }
    }

    /// The day that it carries: the file of the same paper is the same whenever it is made.
    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Printable::Paper(paper) => Some(paper.date),
            Printable::Statement(statement) => Some(statement.date),
            Printable::Waiver(waiver) => Some(waiver.date),
            Printable::Week(plan) => Some(plan.today),
            Printable::Letter(letter) => Some(letter.date),
            Printable::WorkOrder(_) => None,
        }
    }
}
