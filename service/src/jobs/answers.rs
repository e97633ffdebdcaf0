//! What a client answered to the request form of a workflow, as it was asked then.

use crate::{
    Result,
    db::{Tx, all, rows::JobAnswerRow},
};
use domain::{
    board::AttachedFile,
    ids::*,
    job::{JobAnswer, RequestField, RequestForm},
    text::AnswerText,
};

/// Writes what was answered, in the order of the form; each file has a row of its own.
pub(super) async fn write(
    tx: &mut Tx,
    job: JobId,
    form: &RequestForm,
    texts: &[(&RequestField, AnswerText)],
    files: &[(RequestFieldId, FileId)],
) -> Result<()> {
    let mut rows = Vec::new();
    for field in &form.fields {
        let text = texts.iter().find(|(of, _)| of.id == field.id);
        rows.extend(text.map(|(_, text)| (field, text.to_string(), None)));
        let own = files.iter().filter(|(of, _)| *of == field.id);
        rows.extend(own.map(|(_, file)| (field, String::new(), Some(file.0))));
    }
    let row = |(seq, (field, body, file)): (i64, (&RequestField, _, _))| JobAnswerRow {
        job: job.0,
        seq,
        words: field.words.to_string(),
        body,
        file,
    };
    let rows: Vec<_> = (1..).zip(rows).map(row).collect();
    JobAnswerRow::insert(tx, &rows).await
}

/// What was answered, with those of the job's `files` that answer something.
pub(super) async fn answers(
    tx: &mut Tx,
    job: JobId,
    files: &[AttachedFile],
) -> Result<Vec<JobAnswer>> {
    let sql = "SELECT * FROM job_answer WHERE job = $1 ORDER BY seq";
    let mut answers: Vec<JobAnswer> = Vec::new();
    for row in all!(tx, JobAnswerRow, sql, job.0)? {
        let file = files
            .iter()
            .find(|file| Some(file.id.0) == row.file)
            .cloned();
        match answers.last_mut() {
            Some(last) if last.words == row.words => last.files.extend(file),
            _ => answers.push(JobAnswer {
                words: row.words,
                text: row.body,
                files: file.into_iter().collect(),
            }),
        }
    }
    Ok(answers)
}
