//! A workflow as a picture (SVG): stages in a column, ways as arcs beside it with what leads along them, back ways on
//! the left.

use std::fmt::Write;

use super::definition::{Exit, Stage, Workflow};
use super::drawing::label;

/// From one stage to the next.
const ROW: isize = 64;
const BOX_HEIGHT: isize = 36;
/// Around everything.
const MARGIN: isize = 24;
/// How far the arc to the next stage stands out, and how much farther each longer one.
const NEAR: isize = 44;
const FARTHER: isize = 34;
/// Rough widths of a letter, in titles and in labels: fonts differ, boxes must not be too small.
const WIDE: isize = 8;
const NARROW: isize = 6;
/// Height of a line of a label.
const LINE: isize = 13;

/// Ways from one stage to another, drawn as one arc.
struct Arc {
    from: usize,
    to: usize,
    /// What leads along it, a line each.
    labels: Vec<String>,
    /// Everything of its ways, for whoever points at it.
    told: Vec<String>,
}

/// Where the label of an arc stands.
struct Label {
    x: isize,
    y: isize,
    is_right: bool,
    lines: Vec<String>,
}

impl Label {
    fn width(&self) -> isize {
        self.lines.iter().map(|line| NARROW * length(line)).max().unwrap_or(0)
    }

    fn height(&self) -> isize {
        LINE * self.lines.len() as isize
    }

    fn left(&self) -> isize {
        if self.is_right { self.x } else { self.x - self.width() }
    }

    fn overlaps(&self, other: &Label) -> bool {
        let apart = self.left() + self.width() < other.left() || other.left() + other.width() < self.left();
        let above = self.y + self.height() <= other.y || other.y + other.height() <= self.y;
        !apart && !above
    }
}

/// The picture.
pub fn svg(workflow: &Workflow) -> String {
    let widest = workflow.stages.iter().map(|stage| length(&stage.title)).max().unwrap_or(0);
    let box_width = (widest * WIDE + 24).max(120);
    let (mut lines, mut labels) = (String::new(), Vec::new());
    for arc in arcs(workflow) {
        draw(&arc, box_width, &mut lines, &mut labels);
    }
    let left = labels.iter().map(Label::left).min().unwrap_or(0).min(0) - MARGIN;
    let right =
        labels.iter().map(|label| label.left() + label.width()).max().unwrap_or(0).max(box_width) + MARGIN;
    let bottom = labels.iter().map(|label| label.y + label.height()).max().unwrap_or(0);
    let height = bottom.max(ROW * workflow.stages.len() as isize) + MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{left} {} {} {}\" \
         font-family=\"system-ui, sans-serif\" font-size=\"13\">\n<title>{}</title>\n<defs><marker id=\"tip\" \
         viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">\
         <path d=\"M0 0 8 4 0 8z\" fill=\"#56606b\"/></marker></defs>\n",
        -MARGIN,
        right - left,
        height + MARGIN,
        escape(&workflow.title)
    );
    svg.push_str(&lines);
    for (index, stage) in workflow.stages.iter().enumerate() {
        stage_box(index, stage, box_width, &mut svg);
    }
    for label in &labels {
        let anchor = if label.is_right { "start" } else { "end" };
        for (line, text) in (1..).zip(&label.lines) {
            let _ = writeln!(
                svg,
                "<text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\" font-size=\"11\" fill=\"#3d4852\" \
                 stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\">{}</text>",
                label.x,
                label.y + line * LINE - 3,
                escape(text)
            );
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn stage_box(index: usize, stage: &Stage, width: isize, svg: &mut String) {
    let y = ROW * index as isize;
    let fill = if stage.is_final { "#e3e8ee" } else { "#f6f8fa" };
    let _ = writeln!(
        svg,
        "<rect x=\"0\" y=\"{y}\" width=\"{width}\" height=\"{BOX_HEIGHT}\" rx=\"6\" fill=\"{fill}\" \
         stroke=\"#56606b\"/><text x=\"{}\" y=\"{}\" text-anchor=\"middle\" fill=\"#1c2329\">{}</text>",
        width / 2,
        y + BOX_HEIGHT / 2 + 5,
        escape(&stage.title)
    );
}

/// One arc for each pair of stages, in the order of the file.
fn arcs(workflow: &Workflow) -> Vec<Arc> {
    let mut arcs: Vec<Arc> = Vec::new();
    for (from, stage) in workflow.stages.iter().enumerate() {
        for exit in &stage.exits {
            let to = workflow.stages.iter().position(|stage| stage.name == exit.to).unwrap_or(0);
            let told = format!("{} → {}: {}", stage.name, exit.to, label(exit));
            match arcs.iter_mut().find(|arc| (arc.from, arc.to) == (from, to)) {
                Some(arc) => {
                    arc.labels.push(on(exit));
                    arc.told.push(told);
                }
                None => arcs.push(Arc { from, to, labels: vec![on(exit)], told: vec![told] }),
            }
        }
    }
    for arc in &mut arcs {
        arc.labels.dedup();
    }
    arcs
}

/// What leads along a way, in a word.
fn on(exit: &Exit) -> String {
    exit.on.map_or_else(|| "by hand".to_string(), |event| event.to_string())
}

fn draw(arc: &Arc, box_width: isize, lines: &mut String, labels: &mut Vec<Label>) {
    let is_right = arc.to > arc.from;
    let far = NEAR + FARTHER * (arc.to.abs_diff(arc.from) as isize - 1).max(0);
    let (edge, bend) = if is_right { (box_width, box_width + far) } else { (0, -far) };
    // Ways out leave below the middle, ways in arrive above it, so that they tell apart.
    let middle = |index: usize| ROW * index as isize + BOX_HEIGHT / 2;
    let (start, end) = (middle(arc.from) + 6, middle(arc.to) - 6);
    let _ = writeln!(
        lines,
        "<path d=\"M{edge} {start} C{bend} {start} {bend} {end} {edge} {end}\" fill=\"none\" stroke=\"#56606b\" \
         marker-end=\"url(#tip)\"><title>{}</title></path>",
        escape(&arc.told.join("\n"))
    );
    // The outermost point of the arc.
    let outermost = (edge + 3 * bend) / 4;
    let x = if is_right { outermost + 5 } else { outermost - 5 };
    let height = LINE * arc.labels.len() as isize;
    let mut label = Label { x, y: (start + end) / 2 - height / 2, is_right, lines: arc.labels.clone() };
    while labels.iter().any(|other| other.overlaps(&label)) {
        label.y += 3;
    }
    labels.push(label);
}

fn length(text: &str) -> isize {
    text.chars().count() as isize
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workflow(name: &str, text: &str) -> Workflow {
        crate::rules::workflow::reading::workflow(&format!("workflows/{name}.toml"), name, text)
            .0
            .expect("it can be read")
    }

    #[test]
    fn ways_between_the_same_stages_are_one_arc_and_titles_stay_text() {
        let svg = svg(&workflow(
            "x",
            "format = 1\nname = \"x\"\ntitle = \"<b>\"\n\n[[start]]\nto = \"a\"\n\n[[stage]]\nname = \"a\"\ntitle = \"A & co\"\n\n\
             [[stage.exit]]\nto = \"b\"\non = \"quote-sent\"\n\n[[stage.exit]]\nto = \"b\"\non = \"quote-approved\"\n\n\
             [[stage]]\nname = \"b\"\ntitle = \"B\"\nfinal = true\n",
        ));
        assert_eq!(svg.matches("<path d=\"M").count(), 2, "one arc, and the tip: {svg}");
        assert!(svg.contains(">quote-sent</text>") && svg.contains(">quote-approved</text>"), "{svg}");
        assert!(svg.contains("<title>&lt;b&gt;</title>") && svg.contains(">A &amp; co</text>"), "{svg}");
    }

    #[test]
    fn no_label_covers_another() {
        for (name, text) in [
            ("service-call", include_str!("../../../templates/workflows/service-call.toml")),
            ("field-issue", include_str!("../../../templates/workflows/field-issue.toml")),
            ("sales", include_str!("../../../templates/workflows/sales.toml")),
        ] {
            let workflow = workflow(name, text);
            let mut labels = Vec::new();
            for arc in arcs(&workflow) {
                draw(&arc, 200, &mut String::new(), &mut labels);
            }
            for (index, label) in labels.iter().enumerate() {
                assert!(
                    !labels[..index].iter().any(|other| other.overlaps(label)),
                    "{name}: {:?}",
                    label.lines
                );
            }
        }
    }
}
