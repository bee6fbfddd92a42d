//! Bars and lines as numbers: lengths in per cent of the width, so that words keep their size on every screen.
//!
//! A chart shows what a table beside it says exactly. Parts of a bar differ in pattern as well as in colour.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

/// From one bar to the next, in pixels.
const ROW: usize = 46;
/// Letters of a label beside its value.
const LABEL: usize = 30;
/// Height of a chart by months, in pixels.
const TALL: f64 = 150.0;
/// Height of a small line, in pixels.
const LOW: f64 = 26.0;

/// Bars from left to right.
#[derive(Debug, Clone, Serialize)]
pub struct Bars {
    /// Its anchor.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it says, for who cannot see it.
    pub desc: String,
    /// What the parts of a bar are.
    pub legend: Vec<Legend>,
    /// In pixels.
    pub height: usize,
    /// Whether it stands above its table, since that is broad, instead of beside it.
    pub across: bool,
    /// The bars.
    pub rows: Vec<Bar>,
}

/// What a part of a bar is.
#[derive(Debug, Clone, Serialize)]
pub struct Legend {
    /// Its look.
    pub look: &'static str,
    /// Its name.
    pub name: String,
}

/// A bar.
#[derive(Debug, Clone, Serialize)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// What it comes to.
    pub value: String,
    /// Where its words stand.
    pub words: usize,
    /// Where the bar stands.
    pub y: usize,
    /// Its parts, one behind the other.
    pub parts: Vec<Part>,
}

/// A part of a bar.
#[derive(Debug, Clone, Serialize)]
pub struct Part {
    /// Where it begins, in per cent.
    pub x: String,
    /// How long it is, in per cent.
    pub width: String,
    /// Its look.
    pub look: &'static str,
}

/// One bar as a page gives it: what it is of, what it comes to, and its parts in the order of the legend.
pub struct Given {
    /// What it is of.
    pub label: String,
    /// What it comes to.
    pub value: String,
    /// The parts.
    pub parts: Vec<Decimal>,
}

/// A look of a part: plain, hatched, warning, soft.
pub type Look = &'static str;

/// Bars, the longest as long as there is room. Absent where there is nothing to compare.
pub fn bars(id: &str, title: &str, legend: &[(Look, &str)], given: Vec<Given>) -> Option<Bars> {
    let length = |one: &Given| one.parts.iter().map(|part| number(*part)).sum::<f64>();
    let longest = given.iter().map(length).fold(0.0, f64::max);
    if longest <= 0.0 {
        return None;
    }
    let told: Vec<String> = given.iter().map(|one| format!("{}: {}", one.label, one.value)).collect();
    let rows = given.iter().enumerate().map(|(at, one)| {
        let mut x = 0.0;
        let part = |(value, (look, _)): (&Decimal, &(Look, &str))| {
            let width = number(*value) / longest * 100.0;
            let part = Part { x: percent(x), width: percent(width), look };
            x += width;
            (width > 0.0).then_some(part)
        };
        Bar {
            label: short(&one.label),
            value: one.value.clone(),
            words: at * ROW + 14,
            y: at * ROW + 21,
            parts: one.parts.iter().zip(legend).filter_map(part).collect(),
        }
    });
    Some(Bars {
        id: id.to_string(),
        title: title.to_string(),
        desc: told.join("; "),
        legend: match legend {
            [_] => Vec::new(),
            many => many.iter().map(|(look, name)| Legend { look, name: (*name).to_string() }).collect(),
        },
        height: given.len() * ROW,
        across: false,
        rows: rows.collect(),
    })
}

/// Bars month by month, side by side.
#[derive(Debug, Clone, Serialize)]
pub struct Months {
    /// Its anchor.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it says, for who cannot see it.
    pub desc: String,
    /// What the bars of a month are.
    pub legend: Vec<Legend>,
    /// What the tallest bar comes to.
    pub most: String,
    /// The months.
    pub months: Vec<MonthBars>,
}

/// The bars of a month.
#[derive(Debug, Clone, Serialize)]
pub struct MonthBars {
    /// Which.
    pub label: String,
    /// Its middle, in per cent.
    pub middle: String,
    /// The bars.
    pub bars: Vec<Tall>,
}

/// A bar from below.
#[derive(Debug, Clone, Serialize)]
pub struct Tall {
    /// Where it begins, in per cent.
    pub x: String,
    /// How broad it is, in per cent.
    pub width: String,
    /// Where it ends above, in pixels.
    pub y: String,
    /// How tall it is, in pixels.
    pub height: String,
    /// Its look.
    pub look: &'static str,
}

/// Bars month by month; absent where all are zero. Each month is its label, its bars, and what they say.
pub fn months(
    id: &str,
    title: &str,
    legend: &[(Look, &str)],
    most: impl Fn(Decimal) -> String,
    given: &[(String, Vec<Decimal>, String)],
) -> Option<Months> {
    let highest = given.iter().flat_map(|(_, values, _)| values.iter().copied()).max()?;
    if number(highest) <= 0.0 {
        return None;
    }
    let each = 100.0 / count(given.len());
    let broad = each * 0.7 / count(legend.len());
    let month = |(at, (label, values, _)): (usize, &(String, Vec<Decimal>, String))| {
        let left = each * (count(at) + 0.15);
        let bar = |(index, (value, (look, _))): (usize, (&Decimal, &(Look, &str)))| {
            let height = number(*value) / number(highest) * TALL;
            Tall {
                x: percent(left + broad * count(index)),
                width: percent(broad * 0.9),
                y: percent(20.0 + TALL - height),
                height: percent(height),
                look,
            }
        };
        MonthBars {
            label: label.clone(),
            middle: percent(each * (count(at) + 0.5)),
            bars: values.iter().zip(legend).enumerate().map(bar).collect(),
        }
    };
    Some(Months {
        id: id.to_string(),
        title: title.to_string(),
        desc: given.iter().map(|(_, _, told)| told.as_str()).collect::<Vec<_>>().join("; "),
        legend: legend.iter().map(|(look, name)| Legend { look, name: (*name).to_string() }).collect(),
        most: most(highest),
        months: given.iter().enumerate().map(month).collect(),
    })
}

/// A small line in a table.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// What it says, for who cannot see it.
    pub desc: String,
    /// From one value to the next.
    pub steps: Vec<Step>,
    /// The last value.
    pub end: (String, String),
}

/// From one value to the next: across in per cent, down in pixels.
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    /// Across, from.
    pub x1: String,
    /// Down, from.
    pub y1: String,
    /// Across, to.
    pub x2: String,
    /// Down, to.
    pub y2: String,
}

/// A line through values; gaps stay gaps. Absent where there are not two to compare.
pub fn line(values: &[Option<Decimal>], desc: String) -> Option<Line> {
    let known: Vec<f64> = values.iter().flatten().map(|value| exact(*value)).collect();
    let (least, most) = (known.iter().copied().reduce(f64::min)?, known.iter().copied().reduce(f64::max)?);
    if known.len() < 2 {
        return None;
    }
    let span = most - least;
    let across = |at: usize| percent(4.0 + count(at) * 92.0 / count(values.len().saturating_sub(1).max(1)));
    let down = |value: f64| {
        let share = if span > 0.0 { (value - least) / span } else { 0.5 };
        percent(LOW - 4.0 - share * (LOW - 8.0))
    };
    let points: Vec<(usize, f64)> =
        values.iter().enumerate().filter_map(|(at, value)| Some((at, exact((*value)?)))).collect();
    let steps = points.windows(2).filter(|pair| pair[0].0 + 1 == pair[1].0).map(|pair| Step {
        x1: across(pair[0].0),
        y1: down(pair[0].1),
        x2: across(pair[1].0),
        y2: down(pair[1].1),
    });
    let last = points.last()?;
    Some(Line { desc, steps: steps.collect(), end: (across(last.0), down(last.1)) })
}

fn exact(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

/// As a length; nothing is shorter than nothing.
fn number(value: Decimal) -> f64 {
    exact(value).max(0.0)
}

fn count(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

fn percent(value: f64) -> String {
    format!("{value:.2}")
}

/// So short that its value has room beside it; the table has all of it.
fn short(label: &str) -> String {
    if label.chars().count() <= LABEL {
        return label.to_string();
    }
    label.chars().take(LABEL - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(label: &str, parts: &[i64]) -> Given {
        Given {
            label: label.to_string(),
            value: parts.iter().sum::<i64>().to_string(),
            parts: parts.iter().map(|part| Decimal::from(*part)).collect(),
        }
    }

    #[test]
    fn the_longest_bar_fills_the_width_and_parts_follow_each_other() {
        let legend = [("plain", "a"), ("warn", "b")];
        let drawn = bars("x", "X", &legend, vec![given("one", &[1, 3]), given("two", &[2, 0])]).unwrap();
        let parts: Vec<(&str, &str)> =
            drawn.rows[0].parts.iter().map(|part| (part.x.as_str(), part.width.as_str())).collect();
        assert_eq!(parts, [("0.00", "25.00"), ("25.00", "75.00")]);
        assert_eq!(drawn.rows[1].parts.len(), 1, "nothing is not drawn");
        assert_eq!(drawn.desc, "one: 4; two: 2");
        assert!(bars("x", "X", &legend, vec![given("none", &[0, 0])]).is_none());
    }

    #[test]
    fn a_gap_in_a_line_stays_a_gap() {
        let values = [Some(1), None, Some(2), Some(4)].map(|value: Option<i64>| value.map(Decimal::from));
        let drawn = line(&values, String::new()).unwrap();
        assert_eq!(drawn.steps.len(), 1);
        assert_eq!(drawn.end, ("96.00".to_string(), "4.00".to_string()));
        assert!(line(&values[..2], String::new()).is_none());
    }

    #[test]
    fn a_value_below_zero_is_no_longer_than_nothing() {
        assert!(bars("x", "X", &[("plain", "a")], vec![given("less", &[-5])]).is_none());
    }
}
