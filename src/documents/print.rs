//! From papers, work orders and statements to HTML or text.

use serde::Serialize;

use super::layout::Layout;
use super::paper_view::{Page, PaperView};
use super::statement::Statement;
use super::statement_view::StatementView;
use super::templates::Templates;
use super::work_order::WorkOrder;
use super::work_order_view::WorkOrderView;
use crate::domain::paper::Paper;
use crate::problem::Outcome;

#[derive(Serialize)]
struct Sheet<'a, T> {
    #[serde(flatten)]
    page: Page<'a>,
    #[serde(flatten)]
    subject: T,
}

#[derive(Serialize)]
struct PaperSheet<'a> {
    paper: PaperView<'a>,
}

#[derive(Serialize)]
struct WorkOrderSheet<'a> {
    order: WorkOrderView<'a>,
}

#[derive(Serialize)]
struct StatementSheet<'a> {
    statement: StatementView<'a>,
}

/// Prints a quote, change order, invoice, deposit invoice or credit note.
///
/// # Errors
/// `no-words` for a language without words; `no-template` and `template` from the templates.
pub fn render(paper: &Paper, layout: &Layout<'_>, templates: &Templates) -> Outcome<String> {
    let words = templates.words(&paper.language)?;
    let sheet =
        Sheet { page: Page::new(layout, words), subject: PaperSheet { paper: PaperView::new(paper, words) } };
    templates.render(&layout.template(paper.kind.as_str()), &sheet)
}

/// Prints the work-order sheet of a visit.
///
/// # Errors
/// As [`render`].
pub fn render_work_order(order: &WorkOrder, layout: &Layout<'_>, templates: &Templates) -> Outcome<String> {
    let words = templates.words(&order.language)?;
    let sheet = Sheet {
        page: Page::new(layout, words),
        subject: WorkOrderSheet { order: WorkOrderView::new(order, words) },
    };
    templates.render(&layout.template("work-order"), &sheet)
}

/// Prints a statement of account.
///
/// # Errors
/// As [`render`].
pub fn render_statement(
    statement: &Statement,
    layout: &Layout<'_>,
    templates: &Templates,
) -> Outcome<String> {
    let words = templates.words(&statement.language)?;
    let sheet = Sheet {
        page: Page::new(layout, words),
        subject: StatementSheet { statement: StatementView::new(statement, words) },
    };
    templates.render(&layout.template("statement"), &sheet)
}
