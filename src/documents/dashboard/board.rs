//! Open jobs by workflow and stage: columns are stages, cards are jobs.

use rust_decimal::Decimal;

use super::chart::{Given, bars};
use super::desk::Desk;
use super::page::{Block, BoardColumn, Card, Cell, Page, Section, Table};
use crate::documents::clean::one_line;
use crate::reports::board::{StageColumn, WorkflowBoard};
use crate::reports::jobs::JobRow;

/// How many cards a column shows.
const CARDS: usize = 12;

/// The page.
pub fn board(desk: &Desk<'_>, boards: &[WorkflowBoard<'_>]) -> Page {
    let mut sections = vec![overview(desk, boards)];
    sections.extend(boards.iter().enumerate().map(|(at, board)| workflow(desk, at, board)));
    Page {
        file: "board.html".to_string(),
        menu: "board.html".to_string(),
        name: desk.word("board").to_string(),
        title: desk.word("board_title").to_string(),
        lead: Some(desk.word("board_lead").to_string()),
        wide: true,
        sections,
    }
}

fn overview(desk: &Desk<'_>, boards: &[WorkflowBoard<'_>]) -> Section {
    let late =
        |board: &WorkflowBoard<'_>| board.stages.iter().map(|stage| stage.late(desk.now)).sum::<usize>();
    let legend = [("warn", desk.word("something_late")), ("plain", desk.word("in_time"))];
    let given = boards.iter().map(|board| Given {
        label: one_line(board.title),
        value: desk.number(board.count()),
        parts: [late(board), board.count() - late(board)].map(Decimal::from).to_vec(),
    });
    let title = desk.word("open_jobs");
    let columns = [
        desk.word("workflow"),
        &format!("#{}", desk.word("something_late")),
        &format!("#{}", desk.word("open_jobs")),
    ];
    let mut table = Table::new("workflows", title, &columns, desk.word("no_open_jobs")).quietly();
    for (at, board) in boards.iter().enumerate() {
        let name = Cell { href: Some(format!("#workflow-{}", at + 1)), ..Cell::text(one_line(board.title)) };
        let late = late(board);
        table.row([name, desk.count(late).warning(late > 0), Cell::figure(desk.number(board.count()))]);
    }
    let chart = bars("workflows-chart", title, &legend, given.collect());
    Section::new("all", title, chart.map(Block::Bars).into_iter().chain([Block::Table(table)]).collect())
}

fn workflow(desk: &Desk<'_>, at: usize, board: &WorkflowBoard<'_>) -> Section {
    let title = format!("{} · {}", one_line(board.title), desk.number(board.count()));
    let columns = board.stages.iter().map(|stage| column(desk, board.name, stage)).collect();
    let label = one_line(board.title);
    Section::new(&format!("workflow-{}", at + 1), title, vec![Block::Board { label, columns }])
}

fn column(desk: &Desk<'_>, workflow: &str, stage: &StageColumn<'_>) -> BoardColumn {
    let cards: Vec<Card> = stage.jobs.iter().take(CARDS).map(|row| card(desk, row)).collect();
    let command = format!("jobbook job list --workflow {workflow} --stage {}", stage.name);
    let late = stage.late(desk.now);
    BoardColumn {
        title: one_line(stage.title),
        count: stage.jobs.len(),
        late: (late > 0).then(|| desk.counted("n_late", late)),
        more: desk.more(stage.jobs.len(), cards.len(), command),
        cards,
    }
}

fn card(desk: &Desk<'_>, row: &JobRow<'_>) -> Card {
    let next = row.dues.first();
    Card {
        job: desk.links.id(&row.job.id),
        title: one_line(&row.job.title),
        client: one_line(row.client_name),
        due: next.map(|due| desk.deadline(due.at)),
        late: next.is_some_and(|due| desk.is_past(due)),
        who: row.job.technician.as_deref().map(one_line),
        mark: row.job.emergency.then(|| desk.word("emergency").to_string()),
    }
}
