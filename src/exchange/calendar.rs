//! Appointments as an iCalendar file (RFC 5545): one event each, with an alarm of the lead time (G02).
//!
//! An event keeps its UID for good, so that a calendar which takes the file in again moves what it has. Times are
//! instants (UTC): each appointment stands for itself, with the offset of its day.

use icalendar::{Alarm, Calendar, Component, Event, EventLike, EventStatus, Property};

use crate::domain::moment::Moment;
use crate::domain::typed::harmless::clean;
use crate::domain::typed::link::link;
use crate::reports::appointments::{Appointment, Standing};

const STAMP: &str = "%Y%m%dT%H%M%SZ";

/// The calendar of `appointments`. `title` is its name, `house` what follows the `@` in UIDs.
pub fn calendar(title: &str, house: &str, appointments: &[Appointment]) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//jobbook//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.append_property(("X-WR-CALNAME", clean(title).as_str()));
    for appointment in appointments {
        calendar.push(event(appointment, house));
    }
    calendar.to_string().into_bytes()
}

fn event(appointment: &Appointment, house: &str) -> Event {
    let mut event = Event::new();
    let uid = format!("{}-visit-{}@{}", appointment.job, appointment.visit, clean(house));
    event.uid(&uid);
    event.append_property(Property::new("DTSTAMP", instant(appointment.changed)));
    event.append_property(Property::new("LAST-MODIFIED", instant(appointment.changed)));
    event.append_property(Property::new("DTSTART", instant(appointment.from)));
    event.append_property(Property::new("DTEND", instant(appointment.to)));
    event.sequence(appointment.changes);
    event.status(match appointment.standing {
        Standing::Tentative => EventStatus::Tentative,
        Standing::Confirmed => EventStatus::Confirmed,
        Standing::Cancelled => EventStatus::Cancelled,
    });
    event.summary(&clean(&appointment.summary));
    event.description(&clean(&appointment.notes.join("\n")));
    if let Some(place) = &appointment.place {
        event.location(&clean(place));
    }
    // Line ends stay in texts, the library escapes them; a link is written as it is.
    if let Some(link) = appointment.link.as_deref().and_then(|typed| link(typed).ok()) {
        event.url(&link);
    }
    if appointment.is_ahead {
        let mut alarm = Alarm::display(&clean(&appointment.summary), -appointment.lead);
        // The library would make these up.
        alarm.uid(&format!("alarm-{uid}"));
        alarm.append_property(Property::new("DTSTAMP", instant(appointment.changed)));
        event.alarm(alarm);
    }
    event.done()
}

fn instant(moment: Moment) -> String {
    moment.instant().to_utc().format(STAMP).to_string()
}
