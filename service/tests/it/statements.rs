//! Every statement that stands in the sources is one that both databases understand.

use crate::database::on_both;
use service::db::Db;
use sqlx::{AssertSqlSafe, Executor as _, SqlSafeStr as _};
use std::{fs, path::Path};

#[tokio::test]
async fn both_databases_understand_every_statement() {
    let statements = statements(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(
        statements.len() > 50,
        "only {} statements were found",
        statements.len()
    );
    on_both(move |agency| {
        let statements = statements.clone();
        async move {
            for sql in statements {
                let prepared = prepare(agency.service.db(), &sql).await;
                assert!(prepared.is_ok(), "{sql}\n{}", prepared.unwrap_err());
            }
        }
    })
    .await;
}

async fn prepare(db: &Db, sql: &str) -> sqlx::Result<()> {
    let sql = AssertSqlSafe(sql.to_owned()).into_sql_str();
    match db {
        Db::Sqlite { write, .. } => write.prepare(sql).await.map(drop),
        Db::Postgres(pool) => pool.prepare(sql).await.map(drop),
    }
}

/// The string literals that are whole statements: not the parts of a `concat!`, which the tests of
/// their use cases run.
fn statements(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(statements(&path));
        } else if !path.ends_with("dialect.rs") {
            found.extend(of_source(&fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

fn of_source(source: &str) -> Vec<String> {
    let pieces: Vec<&str> = source.split('"').collect();
    let literals = pieces
        .windows(2)
        .filter(|pair| !pair[0].trim_end().ends_with("concat!("));
    let is_statement = |text: &str| {
        ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM "]
            .iter()
            .any(|verb| text.starts_with(verb) && !text.ends_with('…'))
    };
    literals
        .map(|pair| pair[1])
        .filter(|text| is_statement(text))
        .map(str::to_owned)
        .collect()
}
