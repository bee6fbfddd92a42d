//! Metrics: targets of those that the book proves, and those that the office enters (S12).

use crate::domain::metric::{Better, Counting, Entered, Measure, MetricRules};
use crate::problem::Problem;
use crate::rules::toml_file::{Key, Table};

/// `[metric.NAME]`, in the order of the file.
pub(super) fn read(root: &Table<'_>) -> MetricRules {
    let mut rules = MetricRules::default();
    for (key, table) in root.named_tables("metric") {
        match key.name().parse::<Measure>() {
            Ok(measure) => {
                let target = table.required("target");
                table.finish();
                rules.targets.extend(target.map(|target| (measure, target)));
            }
            Err(_) => rules.entered.extend(entered(&key, table)),
        }
    }
    rules
}

fn entered(key: &Key<'_>, table: Table<'_>) -> Option<Entered> {
    let name = key.name().to_string();
    let is_word = name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    if name.is_empty() || !is_word {
        key.report(
            Problem::damaged("metric-name", format!("\"{name}\" can't be typed as one word"))
                .because("the name is typed after jobbook metrics record")
                .remedy("use letters, digits, - and _, and write the rest as text"),
        );
    }
    let text = table.required_text("text");
    let entered = Entered {
        unit: table.text("unit"),
        target: table.parsed("target"),
        better: table.parsed("better").unwrap_or(Better::Higher),
        counting: table.parsed("counting").unwrap_or(Counting::Last),
        text: text.clone().unwrap_or_default(),
        name,
    };
    table.finish();
    text.map(|_| entered)
}
