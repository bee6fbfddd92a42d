//! Who goes: technicians by name, and what is odd about sending somebody. It is told, not refused: the office
//! knows more than its files. Whether there is a place left is [`booking`](super::booking)'s.

use super::opening::Book;
use super::work::Work;
use crate::domain::id::{Id, Number};
use crate::domain::log::What;
use crate::domain::moment::Window;
use crate::domain::office::{Member, Route, TECHNICIAN};
use crate::problem::{Outcome, Problem, Problems};
use crate::rules::checklists;
use crate::rules::facts::Facts;
use crate::rules::workflow::definition::Scope;

impl Book {
    /// The name that `typed` means: of a member of the team by short or full name, else as it was typed.
    pub fn technician(&self, typed: &str) -> String {
        self.team_member(typed).map_or_else(|| typed.trim().to_string(), |member| member.name.clone())
    }

    fn team_member(&self, typed: &str) -> Option<&Member> {
        let typed = typed.trim();
        self.office().team.iter().find(|member| {
            member.name.eq_ignore_ascii_case(typed) || member.full_name.eq_ignore_ascii_case(typed)
        })
    }

    /// What is odd about sending `technician` anywhere: not of the team, no technician, not trained. `instead` is the
    /// command that sends somebody else.
    pub fn doubts_of_person(&self, technician: &str, instead: impl Into<String>) -> Vec<Problem> {
        let doubt = match self.team_member(technician) {
            None => {
                let known = self.office().team.iter().filter(|member| member.has_role(TECHNICIAN));
                Some(
                    Problem::refused("technician-unknown", format!("{technician} is not in team.toml"))
                        .did_you_mean(technician, known.map(|member| member.name.as_str()))
                        .remedy(instead),
                )
            }
            Some(member) if !member.has_role(TECHNICIAN) => Some(
                Problem::refused(
                    "technician-role",
                    format!("{} has not the role of a technician", member.name),
                )
                .remedy("add it to the roles of the person in team.toml"),
            ),
            Some(member) => self.lacks_training(member),
        };
        warnings(doubt.into_iter().collect())
    }

    /// What is odd about `technician` going in `window` on visit `n` of `job`: not of the team, no technician,
    /// somewhere else at that time.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn doubts(
        &self,
        technician: &str,
        window: Option<Window>,
        job: &Id,
        n: &Number,
    ) -> Outcome<Vec<Problem>> {
        let mut doubts = self.doubts_of_person(technician, format!("jobbook visit assign {job} {n} NAME"));
        if self.answers_for_stage(technician, job)? {
            doubts.retain(|doubt| doubt.code != "technician-role");
        }
        let Some(window) = window else { return Ok(doubts) };
        for entry in &self.current()?.jobs {
            let summary = &entry.summary;
            for visit in summary.visits.iter().filter(|visit| visit.open) {
                let own = summary.id == *job && visit.n == *n;
                let same_person = visit.technician.as_deref().is_some_and(|name| {
                    self.technician(name).eq_ignore_ascii_case(&self.technician(technician))
                });
                let Some(other) = visit.planned.filter(|_| !own && same_person) else { continue };
                // A visit that has the whole day will fit beside another.
                let is_whole = |one: Window| one == self.office().whole_day(one.from.date());
                if is_whole(other) || is_whole(window) {
                    continue;
                }
                if other == window || (other.from < window.to && window.from < other.to) {
                    doubts.push(
                        Problem::refused(
                            "technician-twice",
                            format!("{technician} has visit {} of {} on {other}", visit.n, summary.id),
                        )
                        .remedy(format!("jobbook visit roll {job} {n} \"DAY TIME\""))
                        .remedy(format!("jobbook visit assign {job} {n} NAME")),
                    );
                }
            }
        }
        Ok(warnings(doubts))
    }

    /// Whether the stage in which the job stands is that person's: sales goes to a first talk, a trainer to a training.
    fn answers_for_stage(&self, person: &str, job: &Id) -> Outcome<bool> {
        let Some(member) = self.team_member(person) else { return Ok(false) };
        let job = self.job(job)?;
        let stage = self.rules().workflow(&job)?.stage(&job.stage);
        Ok(stage.is_some_and(|stage| member.has_role(&stage.owner)))
    }

    /// Whether a technician was not trained for what the office asks of those who file work from a site.
    fn lacks_training(&self, member: &Member) -> Option<Problem> {
        let training = self.office().field.training.as_ref()?;
        if member.trained.contains(training) {
            return None;
        }
        Some(
            Problem::refused(
                "technician-untrained",
                format!("{} was not trained for {training}", member.name),
            )
            .because("issues found on site are then to be taken up by phone, and filed by the office")
            .remedy(format!("add trained = [\"{training}\"] to {} in team.toml, once it is so", member.name)),
        )
    }

    /// The route of that name.
    ///
    /// # Errors
    /// `route-none`.
    pub fn route(&self, typed: &str) -> Outcome<&Route> {
        let office = self.office();
        office.route(typed.trim()).ok_or_else(|| {
            let known: Vec<&str> = office.routes.iter().map(|route| route.name.as_str()).collect();
            let known_words = if known.is_empty() { "none".to_string() } else { known.join(", ") };
            Problem::refused("route-none", format!("there is no route \"{}\"", typed.trim()))
                .because(format!("routes of team.toml: {known_words}"))
                .did_you_mean(typed, known.iter().copied())
                .remedy("add [[route]] with name and technician to team.toml")
                .into()
        })
    }

    /// Says that a route is not made on the day of `window`.
    pub fn doubt_of_route(&self, route: &Route, window: Option<Window>) -> Option<Problem> {
        let day = window?.from.date();
        let days: Vec<String> = route.days.iter().map(ToString::to_string).collect();
        (!route.runs_on(day)).then(|| {
            Problem::refused(
                "route-day",
                format!("route {} is not made on {}", route.name, day.format("%a %Y-%m-%d")),
            )
            .because(format!("it is made on: {}", days.join(", ")))
            .warning()
        })
    }

    /// The items that a technician must have ticked for a visit, as the work-order sheet shows them.
    ///
    /// # Errors
    /// `workflow-unknown`; what is wrong in the client's file.
    pub fn dispatch_items(
        &self,
        job: &crate::domain::job::Job,
        client: &crate::domain::client::Client,
        n: &Number,
    ) -> Outcome<Vec<crate::documents::work_order::ChecklistItem>> {
        let workflow = self.rules().workflow(job)?;
        let facts = Facts { job, client, office: self.office(), workflow };
        let lists = workflow.checklists.iter().filter(|list| list.scope == Scope::NextVisit);
        Ok(lists
            .flat_map(|list| checklists::standing_for(list, facts, Some(n)))
            .map(|one| crate::documents::work_order::ChecklistItem {
                text: one.item.text.clone(),
                ticked_by: match (one.tick, one.proof) {
                    (Some(tick), _) => Some(match &tick.skipped {
                        Some(reason) => format!("{}: {reason}", tick.made.by),
                        None => tick.made.by.clone(),
                    }),
                    (None, proof) => proof,
                },
                applies: one.applies,
            })
            .collect())
    }
}

impl Work<'_, '_> {
    /// Refuses somebody who lacks a skill that the visit, or a guide followed on it, asks for; with a reason they
    /// go all the same, and the log says so.
    ///
    /// # Errors
    /// `technician-skill`, one for each skill.
    pub fn must_have_skills(&mut self, n: &Number, technician: &str, reason: Option<&str>) -> Outcome<()> {
        let book = self.book();
        let visit = self.job.visit(n)?;
        let mut asked: Vec<(String, String)> =
            visit.skills.iter().map(|skill| (skill.clone(), format!("visit {n} asks for it"))).collect();
        for run in self.job.guides.iter().filter(|run| run.visit.as_ref() == Some(n)) {
            let Some(guide) = book.rules().guides.get(&run.guide) else { continue };
            asked.extend(
                guide.skills().map(|skill| (skill.to_string(), format!("guide {} asks for it", guide.name))),
            );
        }
        let member = book.office().member(technician);
        let mut lacks: Vec<(String, String)> = asked
            .into_iter()
            .filter(|(skill, _)| !member.is_some_and(|member| member.has_skill(skill)))
            .collect();
        lacks.dedup_by(|one, other| one.0.eq_ignore_ascii_case(&other.0));
        if let Some(reason) = reason {
            for (skill, _) in lacks {
                let text = format!("{technician} goes on visit {n} without the skill {skill}: {reason}");
                self.job.note(self.change.stamp(), What::Note(text));
                self.tell(format!("{technician} lacks the skill {skill}; the log says why they go"));
            }
            return Ok(());
        }
        let able = |skill: &str| {
            let team = book.office().team.iter().filter(|member| member.has_skill(skill));
            team.map(|member| member.name.as_str()).collect::<Vec<_>>().join(", ")
        };
        Problems::check(
            lacks
                .iter()
                .map(|(skill, why)| {
                    let able = able(skill);
                    let lacks = format!("{technician} lacks the skill {skill}");
                    Problem::refused("technician-skill", lacks)
                        .because(why.clone())
                        .remedy(if able.is_empty() {
                            format!(
                                "add it to the skills of whoever has it in team.toml: skills = [\"{skill}\"]"
                            )
                        } else {
                            format!("send somebody who has it: {able}")
                        })
                        .remedy("or add --reason \"…\": they go, and the log says why")
                })
                .collect(),
        )
    }
}

fn warnings(doubts: Vec<Problem>) -> Vec<Problem> {
    doubts.into_iter().map(Problem::warning).collect()
}
