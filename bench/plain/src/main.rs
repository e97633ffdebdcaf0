//! What Baton's speed is compared with (`script/bench`): the plainest server that could do the same, in the same run.
//!
//! `plain FILE DATABASE` listens on two free ports and prints them: HTTP, where `GET /bytes` sends the file and
//! `POST /commit` makes one durable SQLite commit, and TCP, where each peer gets the file's bytes after `POST /broadcast`.

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::header,
    response::IntoResponse,
    routing::{get, post},
};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqliteSynchronous};
use std::{env, sync::Arc};
use tokio::{io::AsyncWriteExt as _, net::TcpListener, sync::broadcast};

#[derive(Clone)]
struct Plain {
    bytes: Bytes,
    database: SqlitePool,
    peers: Arc<broadcast::Sender<Bytes>>,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = env::args().skip(1);
    let (Some(file), Some(database)) = (arguments.next(), arguments.next()) else {
        anyhow::bail!("plain FILE DATABASE");
    };
    let plain = Plain {
        bytes: std::fs::read(file)?.into(),
        database: open(&database).await?,
        peers: Arc::new(broadcast::channel(64).0),
    };
    let http = TcpListener::bind("127.0.0.1:0").await?;
    let tcp = TcpListener::bind("127.0.0.1:0").await?;
    println!("{} {}", http.local_addr()?.port(), tcp.local_addr()?.port());
    tokio::spawn(serve_peers(tcp, plain.peers.clone()));
    let routes = Router::new()
        .route("/bytes", get(bytes))
        .route("/commit", post(commit))
        .route("/broadcast", post(tell_peers));
    Ok(axum::serve(http, routes.with_state(plain)).await?)
}

/// As durable as Baton's own database.
async fn open(file: &str) -> anyhow::Result<SqlitePool> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let pool = SqlitePool::connect_with(options).await?;
    sqlx::query("CREATE TABLE entry (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
        .execute(&pool)
        .await?;
    Ok(pool)
}

async fn bytes(State(plain): State<Plain>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/html")], plain.bytes)
}

async fn commit(State(plain): State<Plain>) -> Result<(), String> {
    let written = sqlx::query("INSERT INTO entry (body) VALUES ($1)").bind("moved");
    let written = written.execute(&plain.database).await;
    written.map(|_| ()).map_err(|error| error.to_string())
}

async fn tell_peers(State(plain): State<Plain>) {
    // Nobody listening is no failure.
    let _ = plain.peers.send(plain.bytes);
}

async fn serve_peers(
    tcp: TcpListener,
    peers: Arc<broadcast::Sender<Bytes>>,
) -> std::io::Result<()> {
    loop {
        let (mut peer, _) = tcp.accept().await?;
        let mut news = peers.subscribe();
        tokio::spawn(async move {
            while let Ok(bytes) = news.recv().await {
                if peer.write_all(&bytes).await.is_err() {
                    break;
                }
            }
        });
    }
}
