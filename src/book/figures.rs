//! The book read whole, for reports of figures: summaries do not hold what those count, such as the clocks of tickets
//! and what parts cost. All files are read, in parallel; a damaged one is named and left out (DECISIONS 34).

use chrono::NaiveDate;
use rayon::prelude::*;

use super::checking::read_one;
use super::entity::Entity;
use super::index::Wanted;
use super::layout;
use super::opening::Book;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::metric::Reading;
use crate::domain::moment::Moment;
use crate::domain::period::Period;
use crate::domain::required::ReportSubject;
use crate::exchange::sheets::{self, Desk, Table};
use crate::problem::{Outcome, Place, Problem};
use crate::reports::whole::Whole;
use crate::reports::{metrics, pipeline, service_levels, team};

/// Every job and client, and what was entered for the office.
#[derive(Debug, Default)]
pub struct Files {
    /// Every job, by ID.
    pub jobs: Vec<Job>,
    /// Every client, by ID.
    pub clients: Vec<Client>,
    /// Figures entered for the office as a whole.
    pub readings: Vec<Reading>,
    /// What could not be read.
    pub damaged: Vec<Problem>,
}

impl Book {
    /// Reads every job and client whole.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn files(&self) -> Outcome<Files> {
        self.files_of(Some)
    }

    /// The same, of each job what `keep` leaves: what a report does not need is not held.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn files_of(&self, keep: impl Fn(Job) -> Option<Job> + Sync) -> Outcome<Files> {
        let ((clients, jobs), damaged) = self.survey(Wanted::Everything, self.soon(), |survey| {
            Some((survey.client_ids(), survey.job_ids()))
        })?;
        let mut files = Files { damaged, ..Files::default() };
        files.jobs = self.read_whole(&jobs, layout::job_path, keep, &mut files.damaged);
        files.clients = self.read_whole(&clients, layout::client_path, Some, &mut files.damaged);
        match self.office_readings() {
            Ok(readings) => files.readings = readings,
            Err(found) => files.damaged.extend(found.into_vec()),
        }
        Ok(files)
    }

    /// A job or client whole, of whose file the path is known; absent when it is not one.
    ///
    /// # Errors
    /// What is wrong with the file, with its place.
    pub fn read_one<E: Entity>(&self, path: &str) -> Outcome<Option<E>> {
        let filed = read_one::<E>(self.root(), path).map_err(|found| found.at(&Place::file(path)))?;
        Ok(filed.map(|filed| filed.value))
    }

    fn read_whole<E: Entity + Send>(
        &self,
        ids: &[Id],
        path: fn(&Id) -> String,
        keep: impl Fn(E) -> Option<E> + Sync,
        damaged: &mut Vec<Problem>,
    ) -> Vec<E> {
        let read = |id: &Id| self.read_one::<E>(&path(id)).map(|value| value.and_then(&keep)).transpose();
        let read: Vec<_> = ids.par_iter().filter_map(read).collect();
        let mut values = Vec::new();
        for one in read {
            match one {
                Ok(value) => values.push(value),
                Err(found) => damaged.extend(found.into_vec()),
            }
        }
        values
    }

    /// What was read, as reports look at it now.
    pub fn whole<'a>(&'a self, files: &'a Files) -> Whole<'a> {
        Whole::new(&files.jobs, &files.clients, &files.readings, self.rules(), self.now())
    }

    /// What is due and late now, as [`team::team`] counts it.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn late_dues(&self) -> Outcome<Vec<crate::rules::due::Due>> {
        let (_, dues) = self.obligations(self.now())?;
        Ok(dues)
    }

    /// A report of figures as a sheet; absent for a report of another sort.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn figures_sheet(
        &self,
        subject: ReportSubject,
        period: (NaiveDate, NaiveDate),
        problems: &mut Vec<Problem>,
    ) -> Outcome<Option<Table>> {
        if !subject.is_of_figures() {
            return Ok(None);
        }
        let files = self.files()?;
        let whole = self.whole(&files);
        let desk = Desk { zone: self.office().zone(), currency: self.office().prices.currency.clone() };
        let period = Period { from: period.0, to: period.1.max(period.0) };
        let table = match subject {
            ReportSubject::Metrics => sheets::metrics(&metrics::metrics(&whole, period)),
            ReportSubject::Pipeline => sheets::pipeline(&pipeline::pipeline(&whole, period, None), &desk),
            ReportSubject::Sla => sheets::service_levels(&service_levels::service_levels(&whole, period)),
            _ => sheets::team(&team::team(&whole, period, &self.late_dues()?), &desk),
        };
        problems.extend(files.damaged.iter().cloned());
        Ok(Some(table))
    }
}

/// The moment at which offers are counted for a day: its end, or now when it has not passed.
pub fn as_of(book: &Book, day: NaiveDate) -> Moment {
    crate::domain::moment::end_of_day(day, book.office().zone()).min(book.now())
}
