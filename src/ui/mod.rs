//! The terminal: results, news, tables, prompts, colour, progress, problems with their source lines.
//!
//! Text comes in as text and is made harmless here; no other module writes to a terminal or asks a
//! question. Knows `problem` and no fact of the office, no disk, environment or clock.
//!
//! - `plain`: hostile text stays text
//! - `color`: roles of text, and whether they are coloured
//! - `width`: how wide text is on a terminal; cutting and wrapping it
//! - `cell`: a short text and its role
//! - `canvas`: what a drawing needs to know of its surface
//! - `table`, `facts`, `lines`: the three shapes of a result; `json_list`: a long one as JSON
//! - `stacks`: cards side by side; `watch`: a screen that stays open
//! - `problem`, `problem_json`: problems as people and as programs read them
//! - `outlet`: one stream; a closed pipe is quiet, other failures are kept
//! - `terminal`: all of it together, as one value made by `main`
//! - `prompt`, `keyboard`, `answers`: questions, asked on a terminal or answered by a script
//! - `answered`: the answers, as they could have been typed
//! - `progress`: a bar for long work

mod answered;
mod answers;
mod canvas;
mod cell;
mod color;
mod facts;
#[cfg(test)]
mod heard;
mod json_list;
mod keyboard;
mod lines;
mod outlet;
mod plain;
mod problem;
mod problem_json;
mod progress;
mod prompt;
mod stacks;
mod table;
mod terminal;
mod watch;
mod width;

pub use answers::{Answer, Answers};
pub use canvas::Canvas;
pub use cell::Cell;
pub use color::{ColorChoice, Palette, Role};
pub use facts::Facts;
pub use json_list::{JsonList, json_item};
pub use keyboard::{Halt, Keyboard, TerminalKeyboard};
pub use lines::Lines;
pub use plain::{plain, plain_lines};
pub use problem::{draw_problem, draw_problems};
pub use problem_json::{problem_json, problems_json};
pub use progress::Progress;
pub use prompt::Question;
pub use stacks::{Stack, draw_stacks, stacks_beside};
pub use table::{Align, Column, Table};
pub use terminal::{Settings, Terminal};
pub use watch::View;
pub use width::{fit, width, wrap};
