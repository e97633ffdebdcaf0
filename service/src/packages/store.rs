//! Packages in the database: a section is read and written as a whole.

use super::brand;
use crate::{
    Error, Result,
    db::{
        Tx, all, optional,
        rows::{
            BudgetLineRow, DeliverableSpecRow, PackageMilestoneRow, PodRoleRow, RoleAnswerRow,
            SowRow, StaffingLineRow, meaning::read,
        },
        run,
    },
};
use domain::{
    ids::*,
    money::Cents,
    package::{
        Availability, BudgetLine, Content, DeliverableSpec, Milestone, Package, PodRole,
        RoleAnswer, Sow, StaffingLine, answers_kept,
    },
};
use std::fmt::Display;
use uuid::Uuid;

/// All that the package of a handoff contains.
pub(super) async fn load(tx: &mut Tx, handoff: Uuid) -> Result<Package> {
    Ok(Package {
        sow: sow(tx, handoff).await?,
        milestones: milestones(tx, handoff).await?,
        staffing: staffing(tx, handoff).await?,
        budget: budget(tx, handoff).await?,
        roles: roles(tx, handoff).await?,
        specs: specs(tx, handoff).await?,
        brand: brand::load(tx, handoff).await?,
    })
}

async fn sow(tx: &mut Tx, handoff: Uuid) -> Result<Sow> {
    let row = optional!(tx, SowRow, "SELECT * FROM sow WHERE handoff = $1", handoff)?;
    Ok(row.map_or_else(Sow::default, |row| Sow {
        file: row.file.map(FileId),
        value: row.value.map(Cents),
    }))
}

async fn milestones(tx: &mut Tx, handoff: Uuid) -> Result<Vec<Milestone>> {
    let sql = "SELECT * FROM milestone WHERE handoff = $1 ORDER BY seq";
    let rows = all!(tx, PackageMilestoneRow, sql, handoff)?;
    let milestone = |row: PackageMilestoneRow| {
        Ok(Milestone {
            name: read("milestone.name", &row.name)?,
            day: row.day,
            owner: row.owner.map(PersonId),
        })
    };
    rows.into_iter().map(milestone).collect()
}

async fn staffing(tx: &mut Tx, handoff: Uuid) -> Result<Vec<StaffingLine>> {
    let sql = "SELECT * FROM staffing_line WHERE handoff = $1 ORDER BY seq";
    let rows = all!(tx, StaffingLineRow, sql, handoff)?;
    let line = |row: StaffingLineRow| {
        Ok(StaffingLine {
            title: read("staffing_line.title", &row.title)?,
            person: row.person.map(PersonId),
            hours: number("staffing_line.hours", row.hours)?,
            from: row.from_day,
            to: row.to_day,
        })
    };
    rows.into_iter().map(line).collect()
}

async fn budget(tx: &mut Tx, handoff: Uuid) -> Result<Vec<BudgetLine>> {
    let sql = "SELECT * FROM budget_line WHERE handoff = $1 ORDER BY seq";
    let rows = all!(tx, BudgetLineRow, sql, handoff)?;
    let line = |row: BudgetLineRow| {
        Ok(BudgetLine {
            category: read("budget_line.category", &row.category)?,
            note: read("budget_line.note", &row.note)?,
            amount: Cents(row.amount),
        })
    };
    rows.into_iter().map(line).collect()
}

/// The roles that a handoff asks for.
pub(super) async fn roles(tx: &mut Tx, handoff: Uuid) -> Result<Vec<PodRole>> {
    let sql = "SELECT * FROM pod_role WHERE handoff = $1 ORDER BY seq";
    let rows = all!(tx, PodRoleRow, sql, handoff)?;
    let role = |row: PodRoleRow| {
        Ok(PodRole {
            title: read("pod_role.title", &row.title)?,
            hours: number("pod_role.hours", row.hours)?,
            from: row.from_day,
            to: row.to_day,
        })
    };
    rows.into_iter().map(role).collect()
}

async fn specs(tx: &mut Tx, handoff: Uuid) -> Result<Vec<DeliverableSpec>> {
    let sql = "SELECT * FROM deliverable_spec WHERE handoff = $1 ORDER BY seq";
    let rows = all!(tx, DeliverableSpecRow, sql, handoff)?;
    let spec = |row: DeliverableSpecRow| {
        Ok(DeliverableSpec {
            format: read("deliverable_spec.format", &row.format)?,
            size: read("deliverable_spec.size", &row.size)?,
            count: number("deliverable_spec.count", row.count)?,
            duration: read("deliverable_spec.duration", &row.duration)?,
            notes: read("deliverable_spec.notes", &row.notes)?,
        })
    };
    rows.into_iter().map(spec).collect()
}

fn number<T: TryFrom<i64, Error: Display>>(column: &str, number: i64) -> Result<T> {
    T::try_from(number).map_err(|error| Error::fault(column, error))
}

/// Writes a section in the place of what it said.
pub(crate) async fn write(tx: &mut Tx, handoff: Uuid, content: &Content) -> Result<()> {
    match content {
        Content::Sow(sow) => write_sow(tx, handoff, sow).await,
        Content::Milestones(rows) => write_milestones(tx, handoff, rows).await,
        Content::Staffing(rows) => write_staffing(tx, handoff, rows).await,
        Content::Budget(rows) => write_budget(tx, handoff, rows).await,
        Content::PodRoles(rows) => write_roles(tx, handoff, rows).await,
        Content::Specs(rows) => write_specs(tx, handoff, rows).await,
        Content::Brand(brand) => brand::write(tx, handoff, brand).await,
    }
}

async fn write_sow(tx: &mut Tx, handoff: Uuid, sow: &Sow) -> Result<()> {
    run!(tx, "DELETE FROM sow WHERE handoff = $1", handoff)?;
    let row = SowRow {
        handoff,
        file: sow.file.map(|id| id.0),
        value: sow.value.map(|value| value.0),
    };
    SowRow::insert(tx, &[row]).await
}

async fn write_milestones(tx: &mut Tx, handoff: Uuid, lines: &[Milestone]) -> Result<()> {
    run!(tx, "DELETE FROM milestone WHERE handoff = $1", handoff)?;
    let row = |(seq, line): (i64, &Milestone)| PackageMilestoneRow {
        handoff,
        seq,
        name: line.name.to_string(),
        day: line.day,
        owner: line.owner.map(|id| id.0),
    };
    let rows: Vec<_> = (1..).zip(lines).map(row).collect();
    PackageMilestoneRow::insert(tx, &rows).await
}

async fn write_staffing(tx: &mut Tx, handoff: Uuid, lines: &[StaffingLine]) -> Result<()> {
    run!(tx, "DELETE FROM staffing_line WHERE handoff = $1", handoff)?;
    let row = |(seq, line): (i64, &StaffingLine)| StaffingLineRow {
        handoff,
        seq,
        title: line.title.to_string(),
        person: line.person.map(|id| id.0),
        hours: line.hours.hundredths(),
        from_day: line.from,
        to_day: line.to,
    };
    let rows: Vec<_> = (1..).zip(lines).map(row).collect();
    StaffingLineRow::insert(tx, &rows).await
}

async fn write_budget(tx: &mut Tx, handoff: Uuid, lines: &[BudgetLine]) -> Result<()> {
    run!(tx, "DELETE FROM budget_line WHERE handoff = $1", handoff)?;
    let row = |(seq, line): (i64, &BudgetLine)| BudgetLineRow {
        handoff,
        seq,
        category: line.category.name().to_owned(),
        note: line.note.to_string(),
        amount: line.amount.0,
    };
    let rows: Vec<_> = (1..).zip(lines).map(row).collect();
    BudgetLineRow::insert(tx, &rows).await
}

/// Roles that are asked for otherwise than before are to be answered anew.
async fn write_roles(tx: &mut Tx, handoff: Uuid, lines: &[PodRole]) -> Result<()> {
    let before = roles(tx, handoff).await?;
    let kept = answers_kept(&before, &answers(tx, handoff).await?, lines);
    write_answers(tx, handoff, &kept).await?;
    run!(tx, "DELETE FROM pod_role WHERE handoff = $1", handoff)?;
    let row = |(seq, line): (i64, &PodRole)| PodRoleRow {
        handoff,
        seq,
        title: line.title.to_string(),
        hours: line.hours.hundredths(),
        from_day: line.from,
        to_day: line.to,
    };
    let rows: Vec<_> = (1..).zip(lines).map(row).collect();
    PodRoleRow::insert(tx, &rows).await
}

async fn write_specs(tx: &mut Tx, handoff: Uuid, lines: &[DeliverableSpec]) -> Result<()> {
    run!(
        tx,
        "DELETE FROM deliverable_spec WHERE handoff = $1",
        handoff
    )?;
    let row = |(seq, line): (i64, &DeliverableSpec)| DeliverableSpecRow {
        handoff,
        seq,
        format: line.format.to_string(),
        size: line.size.to_string(),
        count: i64::from(line.count),
        duration: line.duration.to_string(),
        notes: line.notes.to_string(),
    };
    let rows: Vec<_> = (1..).zip(lines).map(row).collect();
    DeliverableSpecRow::insert(tx, &rows).await
}

/// Generative's answers, role by role.
pub(super) async fn answers(tx: &mut Tx, handoff: Uuid) -> Result<Vec<RoleAnswer>> {
    let sql = "SELECT * FROM role_answer WHERE handoff = $1 ORDER BY seq";
    let rows = all!(tx, RoleAnswerRow, sql, handoff)?;
    let answer = |row: RoleAnswerRow| {
        let availability = match row.person.zip(row.load) {
            Some((person, load)) => Availability::Free {
                person: PersonId(person),
                from: row.from_day,
                load: number("role_answer.load", load)?,
            },
            None => Availability::NotBefore(row.from_day),
        };
        Ok(RoleAnswer {
            role: number("role_answer.seq", row.seq - 1)?,
            availability,
        })
    };
    rows.into_iter().map(answer).collect()
}

/// Writes Generative's answers in the place of earlier ones.
pub(crate) async fn write_answers(
    tx: &mut Tx,
    handoff: Uuid,
    answers: &[RoleAnswer],
) -> Result<()> {
    run!(tx, "DELETE FROM role_answer WHERE handoff = $1", handoff)?;
    let row = |answer: &RoleAnswer| {
        let (person, from_day, load) = match answer.availability {
            Availability::Free { person, from, load } => (Some(person.0), from, Some(load)),
            Availability::NotBefore(day) => (None, day, None),
        };
        RoleAnswerRow {
            handoff,
            seq: i64::try_from(answer.role).unwrap_or(i64::MAX - 1) + 1,
            person,
            from_day,
            load: load.map(i64::from),
        }
    };
    let rows: Vec<_> = answers.iter().map(row).collect();
    RoleAnswerRow::insert(tx, &rows).await
}
