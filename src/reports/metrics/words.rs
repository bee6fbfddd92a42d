//! What each figure that the book proves is called, and what it says.

use crate::domain::metric::{Better, Measure};

/// As people read it.
pub fn title(measure: Measure) -> &'static str {
    match measure {
        Measure::Nps => "Net promoter score",
        Measure::Csat => "Client satisfaction",
        Measure::Retention => "Client retention",
        Measure::Response => "First answers in time",
        Measure::ResponseTime => "Time to the first answer",
        Measure::Resolution => "Solutions in time",
        Measure::ResolutionTime => "Time to the solution",
        Measure::FirstTime => "Solved at the first go",
        Measure::Flagged => "Complaints",
        Measure::Completion => "Tasks done",
        Measure::OnTime => "Tasks done in time",
        Measure::Adherence => "Checks met",
        Measure::ReturnVisits => "Return visits",
        Measure::Approval => "Quotes approved",
        Measure::AnswerTime => "Time to the answer of a quote",
        Measure::Revenue => "Revenue",
        Measure::Cost => "Cost",
        Measure::Margin => "Margin",
        Measure::PerClient => "Revenue for each client",
        Measure::PaidInTime => "Invoices paid in time",
    }
}

/// What it says, in a sentence.
pub fn definition(measure: Measure) -> &'static str {
    match measure {
        Measure::Nps => {
            "Of the nps scores given in the period, the share of 9 and 10 less the share of 0 to 6; from -100 to 100."
        }
        Measure::Csat => "Of the csat scores given in the period, the share of 4 and 5.",
        Measure::Retention => {
            "Of the clients whose status was active when the period began, the share whose status still was at its end."
        }
        Measure::Response => {
            "Of the first answers to tickets that were given in time or fell due unanswered in the period, the share \
             given in time."
        }
        Measure::ResponseTime => {
            "Hours from a request to the first answer, on average over the tickets first answered in the period."
        }
        Measure::Resolution => {
            "Of the tickets that were solved in time or whose solution fell due in the period, the share solved in \
             time; the clock stands while the client has to answer."
        }
        Measure::ResolutionTime => {
            "Hours from a request to the solution that held, waits included, on average over the tickets solved in the \
             period."
        }
        Measure::FirstTime => {
            "Of the tickets solved in the period, the share solved by their first solution, which did not come back."
        }
        Measure::Flagged => {
            "Tickets that came in the period in a category that is noted on the client, such as complaints."
        }
        Measure::Completion => {
            "Of the tasks that fell due in the period, planned ones and those noted by hand, the share that was done."
        }
        Measure::OnTime => {
            "Of the tasks that fell due in the period and come once, the share that was done by the day they were due."
        }
        Measure::Adherence => {
            "Of the items of checklists answered in the period, the share that was met, neither left out nor failed."
        }
        Measure::ReturnVisits => {
            "Of the visits that ended in the period, the share that went there once more to complete an earlier one."
        }
        Measure::Approval => {
            "Of the offers that were approved or lost in the period, the share approved; a revised offer counts once, \
             a change order not at all."
        }
        Measure::AnswerTime => {
            "Days from the sending of a quote to the client's yes or no, on average over the answers of the period."
        }
        Measure::Revenue => {
            "Invoices dated in the period less credit notes, without tax; a deposit counts with the invoice that takes \
             it off."
        }
        Measure::Cost => {
            "Parts that came in the period less those that went back, work of suppliers and experts invoiced on, and \
             hours on visits at the hour_cost of whoever went."
        }
        Measure::Margin => "Revenue less cost, as a share of the revenue of the period.",
        Measure::PerClient => "Revenue of the period for each client that was invoiced in it.",
        Measure::PaidInTime => {
            "Of the invoices whose last day for payment was in the period and has passed, the share paid in full by \
             that day."
        }
    }
}

/// Of what it is so many; absent for counts, and `None` for money, whose unit is the office's currency.
pub fn unit(measure: Measure) -> Option<&'static str> {
    match measure {
        Measure::Nps | Measure::Flagged => None,
        Measure::ResponseTime | Measure::ResolutionTime => Some("h"),
        Measure::AnswerTime => Some("days"),
        Measure::Revenue | Measure::Cost | Measure::PerClient => None,
        _ => Some("%"),
    }
}

/// Whether it is an amount of money.
pub fn is_money(measure: Measure) -> bool {
    matches!(measure, Measure::Revenue | Measure::Cost | Measure::PerClient)
}

/// Which way it should go.
pub fn better(measure: Measure) -> Better {
    match measure {
        Measure::ResponseTime
        | Measure::ResolutionTime
        | Measure::Flagged
        | Measure::ReturnVisits
        | Measure::AnswerTime
        | Measure::Cost => Better::Lower,
        _ => Better::Higher,
    }
}

/// Why there may be nothing to measure.
pub fn nothing(measure: Measure) -> &'static str {
    match measure {
        Measure::Nps => "no nps score was given in this period",
        Measure::Csat => "no csat score was given in this period",
        Measure::Retention => "no client was active when this period began",
        Measure::Response => "no first answer was due or given in this period",
        Measure::ResponseTime => "no ticket was first answered in this period",
        Measure::Resolution => "no solution was due or given in this period",
        Measure::ResolutionTime | Measure::FirstTime => "no ticket was solved in this period",
        Measure::Flagged => "no ticket came in this period",
        Measure::Completion | Measure::OnTime => "no such task was due in this period",
        Measure::Adherence => "no item of a checklist was answered in this period",
        Measure::ReturnVisits => "no visit ended in this period",
        Measure::Approval => "no offer was approved or lost in this period",
        Measure::AnswerTime => "no quote was answered in this period",
        Measure::Revenue | Measure::PerClient => "nothing was invoiced in this period",
        Measure::Cost => "no cost is known of this period",
        Measure::Margin => "it takes both revenue and a known cost in this period",
        Measure::PaidInTime => "no invoice was to be paid in this period",
    }
}
