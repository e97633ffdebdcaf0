//! Settings, holidays, people, clients, contacts, pods, engagements and workflows.

use super::{ids::AllIds, put, touched};
use crate::{
    Result,
    db::{Tx, rows as db, run},
    import::{batch::Merged, format::*},
};

pub(super) async fn save(tx: &mut Tx, merged: &Merged, ids: &AllIds) -> Result<()> {
    settings(tx, merged).await?;
    put!(
        tx,
        db::PersonRow,
        touched(&merged.people, |row| person(row, ids))?
    );
    put!(
        tx,
        db::ClientRow,
        touched(&merged.clients, |row| client(row, ids))?
    );
    put!(
        tx,
        db::ContactRow,
        touched(&merged.contacts, |row| contact(row, ids))?
    );
    put!(tx, db::PodRow, touched(&merged.pods, |row| pod(row, ids))?);
    members(tx, merged, ids).await?;
    put!(
        tx,
        db::EngagementRow,
        touched(&merged.engagements, |row| engagement(row, ids))?
    );
    put!(
        tx,
        db::WorkflowRow,
        touched(&merged.workflows, |row| workflow(row, ids))?
    );
    Ok(())
}

async fn settings(tx: &mut Tx, merged: &Merged) -> Result<()> {
    let rows = touched(&merged.settings, |row| {
        Ok(db::SettingRow {
            name: row.name.to_string(),
            value: row.value.clone(),
        })
    })?;
    for row in &rows {
        run!(tx, "DELETE FROM setting WHERE name = $1", &row.name)?;
    }
    db::SettingRow::insert(tx, &rows).await?;
    let rows = touched(&merged.holidays, |row| {
        Ok(db::HolidayRow {
            date: row.date,
            name: row.name.clone(),
        })
    })?;
    for row in &rows {
        run!(tx, "DELETE FROM holiday WHERE date = $1", row.date)?;
    }
    db::HolidayRow::insert(tx, &rows).await
}

async fn members(tx: &mut Tx, merged: &Merged, ids: &AllIds) -> Result<()> {
    let mut rows = Vec::new();
    for entry in merged.pods.iter().filter(|entry| entry.is_touched()) {
        let pod = ids.pods.id(&entry.row.key)?;
        run!(tx, "DELETE FROM pod_member WHERE pod = $1", pod)?;
        for (seq, member) in (1..).zip(&entry.row.members) {
            rows.push(db::PodMemberRow {
                pod,
                seq,
                person: ids.people.id(member)?,
            });
        }
    }
    db::PodMemberRow::insert(tx, &rows).await
}

fn person(row: &PersonRow, ids: &AllIds) -> Result<db::PersonRow> {
    let known = ids.people.known(&row.key)?;
    Ok(db::PersonRow {
        id: known.id,
        key: row.key.to_string(),
        name: row.name.clone(),
        email: row.email.clone(),
        department: row
            .department
            .map(|department| department.name().to_owned()),
        title: row.title.clone(),
        hired_on: row.hired_on,
        independent_on: row.independent_on,
        left_on: row.left_on,
        monthly_cost: row.monthly_cost.map(|cost| cost.0),
        weekly_hours: row.weekly_hours.map(|hours| hours.0),
        version: known.version,
    })
}

fn client(row: &ClientRow, ids: &AllIds) -> Result<db::ClientRow> {
    let known = ids.clients.known(&row.key)?;
    Ok(db::ClientRow {
        id: known.id,
        key: row.key.to_string(),
        name: row.name.clone(),
        version: known.version,
    })
}

fn contact(row: &ContactRow, ids: &AllIds) -> Result<db::ContactRow> {
    let known = ids.contacts.known(&row.key)?;
    Ok(db::ContactRow {
        id: known.id,
        key: row.key.to_string(),
        client: ids.clients.id(&row.client)?,
        name: row.name.clone(),
        email: row.email.clone(),
        version: known.version,
    })
}

fn pod(row: &PodRow, ids: &AllIds) -> Result<db::PodRow> {
    let known = ids.pods.known(&row.key)?;
    Ok(db::PodRow {
        id: known.id,
        key: row.key.to_string(),
        name: row.name.clone(),
        core: row.core,
        account_manager: ids.people.id_of(&row.account_manager)?,
        producer: ids.people.id_of(&row.producer)?,
        backup: ids.people.id_of(&row.backup)?,
        version: known.version,
    })
}

fn engagement(row: &EngagementRow, ids: &AllIds) -> Result<db::EngagementRow> {
    let known = ids.engagements.known(&row.key)?;
    Ok(db::EngagementRow {
        id: known.id,
        key: row.key.to_string(),
        client: ids.clients.id(&row.client)?,
        name: row.name.clone(),
        sow_signed_at: row.sow_signed_at,
        monthly_fee: row.monthly_fee.0,
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        account_manager: ids.people.id_of(&row.account_manager)?,
        producer: ids.people.id_of(&row.producer)?,
        backup: ids.people.id_of(&row.backup)?,
        pod: ids.pods.id_of(&row.pod)?,
        version: known.version,
    })
}

fn workflow(row: &WorkflowRow, ids: &AllIds) -> Result<db::WorkflowRow> {
    let known = ids.workflows.known(&row.key)?;
    Ok(db::WorkflowRow {
        id: known.id,
        key: row.key.to_string(),
        engagement: ids.engagements.id(&row.engagement)?,
        name: row.name.clone(),
        sla: row.sla.to_string(),
        version: known.version,
    })
}
