//! The table of one size.

use super::Size;
use super::measure::Role;

/// Prints everything measured at one size.
pub fn print(size: &Size) {
    println!("\n=== {} jobs, {:.0} MB ===", grouped(size.jobs), size.megabytes);
    let (before, after) = &size.load;
    println!("load of the machine: {before} before, {after} after");
    for subject in &size.subjects {
        println!("\n{}", subject.title);
        println!("    {:<46} {:>11} {:>9} {:>6} {:>11}", "", "median ms", "peak MB", "runs", "jobbook ÷");
        let slowest = subject.slowest();
        for one in &subject.measured {
            match &one.ms {
                Ok(ms) => {
                    let ratio = slowest.filter(|_| one.role != Role::Ours).map(|ours| ours / ms);
                    println!(
                        "    {:<46} {:>11} {:>9} {:>6} {:>11}",
                        one.name,
                        number(*ms),
                        one.megabytes.map_or(String::new(), |megabytes| format!("{megabytes:.1}")),
                        one.runs,
                        ratio.map_or(String::new(), number),
                    );
                }
                Err(why) => println!("    {:<46} {why}", one.name),
            }
        }
        for (verdict, many) in subject.worst() {
            let met = if verdict.met { "met" } else { "missed" };
            let who = if many > 1 { format!("{}, the worst of {many}", verdict.ours) } else { verdict.ours };
            println!("    {met:<7} {}: {} ({who})", verdict.aim, number(verdict.value));
        }
        for note in &subject.notes {
            println!("    {note}");
        }
    }
}

/// Two digits after the point below ten, one below a hundred, none above.
pub fn number(value: f64) -> String {
    match value.abs() {
        0.0..0.1 => format!("{value:.4}"),
        0.0..10.0 => format!("{value:.2}"),
        0.0..100.0 => format!("{value:.1}"),
        _ => grouped(value.round() as u32),
    }
}

/// `12,500`.
pub fn grouped(value: u32) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
