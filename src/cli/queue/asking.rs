//! A sweep on a terminal: one job after the other, each answer one change on freshly loaded files (DECISIONS 22).

use super::list::{AHEAD, pairs};
use super::show::age;
use super::sweep::{Act, later, one};
use crate::book::{Book, Report};
use crate::cli::answer::next_text;
use crate::cli::session::Session;
use crate::domain::contact::{Channel, Direction, Exchange};
use crate::domain::id::Id;
use crate::domain::queue::Queue;
use crate::problem::{Outcome, Problem};
use crate::reports::queues::{QueueRow, QueuedJob};
use crate::reports::register::Register;
use crate::ui::{Cell, Lines, Question};

const CHOICES: [&str; 7] = [
    "assign it to somebody",
    "send a technician",
    "move it to another queue",
    "note a contact with the client",
    "put it off",
    "skip it",
    "stop here",
];

/// What was chosen for a job.
enum Answer {
    Act,
    Skip,
    Stop,
}

/// Shows one job of the queue after the other and asks what to do with it.
///
/// # Errors
/// `cancelled`; what the disk refused.
pub(super) fn go_through(session: &Session, book: &Book, queue: &Queue, wanted: &[Id]) -> Outcome<()> {
    let contents = book.current_until(book.in_days(AHEAD))?;
    session.tell_damaged(&contents);
    let row = QueueRow::new(book.rules(), queue, &pairs(&contents), session.now(book));
    let ids: Vec<Id> = match wanted.is_empty() {
        true => row.jobs.iter().map(|one| one.job.id.clone()).collect(),
        false => wanted.to_vec(),
    };
    if ids.is_empty() {
        session.terminal.say(&format!("nothing stands in \"{}\"", queue.title));
        return Ok(());
    }
    for (at, id) in ids.iter().enumerate() {
        // Somebody else may have been here since the last answer.
        let book = session.quiet_book(book.root())?;
        let queue = book.rules().queue(&queue.name)?;
        let contents = book.current_until(book.in_days(AHEAD))?;
        let row = QueueRow::new(book.rules(), queue, &pairs(&contents), session.now(&book));
        let Some(standing) = row.jobs.iter().find(|standing| standing.job.id == *id) else {
            session.terminal.say(&format!("{id} no longer stands in \"{}\"", queue.title));
            continue;
        };
        let clients = Register::new(contents.clients.iter().map(|entry| &entry.summary));
        let place = format!("{} of {}", at + 1, ids.len());
        session.terminal.lines(&shown(session, &book, queue, standing, &clients, &place));
        if let Answer::Stop = ask(session, &book, queue, id)? {
            return Ok(());
        }
    }
    Ok(())
}

fn shown(
    session: &Session,
    book: &Book,
    queue: &Queue,
    standing: &QueuedJob<'_>,
    clients: &Register<'_>,
    place: &str,
) -> Lines {
    let job = standing.job;
    let now = session.now(book);
    let mut lines = Lines::new();
    lines.heading(format!("{place}  {}  {} · {}", job.id, clients.name(&job.client), job.title));
    let stage = book.rules().workflows.get(&job.workflow);
    let stage = stage.map_or(job.stage.as_str(), |workflow| workflow.stage_title(&job.stage));
    let who = standing.who(book.rules(), queue).unwrap_or_else(|| "nobody has it".to_string());
    lines.bullet(Cell::plain(format!("{stage}, {}, {who}", age(standing.age_in_days(now)))));
    if let Some(last) = job.last_contact {
        let last = last.in_zone(book.office().zone());
        lines.bullet(Cell::plain(format!("last contact {}", last.instant().format("%a %Y-%m-%d %H:%M"))));
    }
    if let Some(due) = standing.dues.first() {
        lines.next_command(next_text(due, now), due.command.as_str());
    }
    lines
}

/// Asks until something is done that the rules accept, or the job is skipped.
fn ask(session: &Session, book: &Book, queue: &Queue, id: &Id) -> Outcome<Answer> {
    let choices: Vec<String> = CHOICES.iter().map(ToString::to_string).collect();
    loop {
        let question = Question::new("What to do with it", "--assign NAME, --to QUEUE or --defer WHEN");
        let answer = match session.terminal.ask_choice(&question, &choices)? {
            0 => assign(session, book, queue, id),
            1 => send(session, book, queue, id),
            2 => move_on(session, book, queue, id),
            3 => contact(session, book, id),
            4 => put_off(session, book, queue, id),
            5 => return Ok(Answer::Skip),
            _ => return Ok(Answer::Stop),
        };
        match answer {
            Ok(answer) => return Ok(answer),
            // Escape in a question leads back to the choice.
            Err(problems) if problems.iter().any(|problem| problem.code == "cancelled") => {}
            Err(problems) => session.terminal.problems(&problems),
        }
    }
}

fn text(session: &Session, label: &str) -> Outcome<String> {
    session.needed_text(None, label, "an answer on a terminal")
}

fn assign(session: &Session, book: &Book, queue: &Queue, id: &Id) -> Outcome<Answer> {
    let names: Vec<String> = book
        .office()
        .team
        .iter()
        .map(|member| match member.is_present(session.today(book)) {
            true => format!("{}  {}", member.name, member.full_name),
            false => format!("{}  {} (away today)", member.name, member.full_name),
        })
        .collect();
    let chosen = session.terminal.ask_choice(&Question::new("To whom", "--assign NAME"), &names)?;
    let Some(member) = book.office().team.get(chosen) else { return Ok(Answer::Skip) };
    act(session, book, queue, id, &Act::Assign(member.name.clone()))
}

fn send(session: &Session, book: &Book, queue: &Queue, id: &Id) -> Outcome<Answer> {
    let name = text(session, "Which technician")?;
    act(session, book, queue, id, &Act::Send(name))
}

fn move_on(session: &Session, book: &Book, queue: &Queue, id: &Id) -> Outcome<Answer> {
    let others: Vec<&Queue> = book.rules().queues.iter().filter(|other| other.name != queue.name).collect();
    let titles: Vec<String> = others.iter().map(|other| format!("{}  {}", other.name, other.title)).collect();
    let chosen = session.terminal.ask_choice(&Question::new("To which queue", "--to QUEUE"), &titles)?;
    let Some(to) = others.get(chosen) else { return Ok(Answer::Skip) };
    act(session, book, queue, id, &Act::Move(to))
}

fn put_off(session: &Session, book: &Book, queue: &Queue, id: &Id) -> Outcome<Answer> {
    let until = later(session, book, &text(session, "Until when")?)?;
    let reason = text(session, "Why")?;
    act(session, book, queue, id, &Act::PutOff { until, reason })
}

fn contact(session: &Session, book: &Book, id: &Id) -> Outcome<Answer> {
    let channel = session.needed_choice(
        None,
        &[Channel::Call, Channel::Email, Channel::Text],
        "By which way",
        "--channel",
    )?;
    let said = text(session, "What was said")?;
    let changed = session.change(book, |change| {
        let mut work = crate::book::Work::on(change, id)?;
        let exchange = Exchange {
            direction: Direction::Outgoing,
            channel,
            with: None,
            text: Some(said.clone()),
            answer_by: None,
        };
        let event = work.job.log_contact(work.change.stamp(), exchange);
        work.done(format!("contact, {channel} out"));
        work.happened(event)?;
        work.finish()
    })?;
    tell(session, book, &changed.value);
    Ok(Answer::Act)
}

/// One answer is one change.
fn act(session: &Session, book: &Book, queue: &Queue, id: &Id, act: &Act<'_>) -> Outcome<Answer> {
    let changed = session.change(book, |change| one(change, id, queue, act))?;
    match &changed.value {
        Some(report) => tell(session, book, report),
        None => {
            return Err(Problem::refused("already-so", format!("{id}: it is so already"))
                .remedy("choose something else, or skip it")
                .into());
        }
    }
    Ok(Answer::Act)
}

fn tell(session: &Session, book: &Book, report: &Report) {
    let mut lines = Lines::new();
    session.report_lines(book, report, &mut lines);
    if session.around.dry_run {
        lines.bullet(Cell::caution("dry run: nothing was written"));
    }
    session.terminal.lines(&lines);
}
