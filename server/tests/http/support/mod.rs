//! A whole server on a database of its own, without sockets.

mod agency;
mod answer;
mod feed;
mod form;
mod role;

pub use agency::Agency;
pub use answer::Answer;
pub use feed::{Feed, data, number};
pub use form::Form;
pub use role::Who;

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderValue, Request, header},
};
use domain::policy::Actor;
use server::http::{Config, Web, router};
use service::{Clock, FixedClock, Service};
use std::{collections::HashMap, net::SocketAddr, sync::Arc};
use tempfile::TempDir;
use tokio::sync::Mutex;
use tower::ServiceExt as _;

/// The host that the tests ask.
pub const HOST: &str = "baton.example";

/// The password of every account.
pub const PASSWORD: &str = "an uncommon passphrase 7";

/// A server with the agency of `tests/data`.
pub struct Baton {
    pub service: Service,
    pub agency: Agency,
    app: Router,
    cookies: Mutex<HashMap<Who, String>>,
    folder: TempDir,
}

impl Baton {
    pub async fn start() -> Self {
        Self::start_with(Config::default()).await
    }

    pub async fn start_with(config: Config) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("baton.db").display());
        let clock: Arc<dyn Clock> =
            Arc::new(FixedClock::at("2026-03-02T10:00:00Z".parse().unwrap()));
        let service = Service::open(&url, folder.path(), clock.clone())
            .await
            .unwrap();
        let agency = Agency::load(&service).await;
        service::plan::load_if_missing(&service).await.unwrap();
        let app = router(Web::new(service.clone(), clock, config));
        Self {
            service,
            agency,
            app,
            cookies: Mutex::default(),
            folder,
        }
    }

    /// Files that the store has.
    pub fn stored_files(&self) -> usize {
        fn count(folder: &std::path::Path) -> usize {
            let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
            entries
                .map(|entry| {
                    if entry.path().is_dir() {
                        count(&entry.path())
                    } else {
                        1
                    }
                })
                .sum()
        }
        count(&self.folder.path().join("files"))
    }

    /// Where the database and the files are.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// The database's files, as they lie on the disk.
    pub fn database_bytes(&self) -> Vec<u8> {
        let read = |name| std::fs::read(self.folder.path().join(name)).unwrap_or_default();
        [read("baton.db"), read("baton.db-wal")].concat()
    }

    /// A client asks for something.
    pub async fn request_a_job(&self, who: Who, workflow: &str) -> Answer {
        let workflow = self.agency.id(workflow).to_string();
        let form = Form::new()
            .text("workflow", &workflow)
            .text("title", "One more")
            .text("brief", "As always.");
        self.post(who, "/portal/jobs", form).await
    }

    /// Sends a form with files, as the browser's script does.
    pub async fn post(&self, who: Who, path: &str, form: Form) -> Answer {
        let request = self.by(who, form.request(path, "application/json")).await;
        self.send(request).await
    }

    /// Sends a request as it is.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        Answer::of(
            self.app
                .clone()
                .oneshot(from_somewhere(request))
                .await
                .unwrap(),
        )
        .await
    }

    /// Sends a request and gives the answer as it comes.
    pub async fn stream(&self, request: Request<Body>) -> axum::response::Response {
        self.app
            .clone()
            .oneshot(from_somewhere(request))
            .await
            .unwrap()
    }

    /// A page, as a browser asks for it.
    pub async fn get(&self, who: Who, path: &str) -> Answer {
        let request = Request::get(path)
            .header(header::ACCEPT, "text/html")
            .body(Body::empty())
            .unwrap();
        self.send(self.by(who, request).await).await
    }

    /// Calls a server function as the browser's script does.
    pub async fn call(&self, who: Who, function: &str, arguments: &str) -> Answer {
        let request = self.by(who, called(function, arguments)).await;
        self.send(request).await
    }

    /// The same in a certain session.
    pub async fn call_in(&self, session: &str, function: &str, arguments: &str) -> Answer {
        let mut request = called(function, arguments);
        let cookie = HeaderValue::from_str(session).unwrap();
        request.headers_mut().append(header::COOKIE, cookie);
        self.send(request).await
    }

    /// The request with somebody's session.
    pub async fn by(&self, who: Who, mut request: Request<Body>) -> Request<Body> {
        if who != Who::Stranger {
            let cookie = HeaderValue::from_str(&self.cookie(who).await).unwrap();
            request.headers_mut().append(header::COOKIE, cookie);
        }
        request
    }

    /// Somebody's session, who signs in at the first time.
    pub async fn cookie(&self, who: Who) -> String {
        let mut cookies = self.cookies.lock().await;
        if let Some(cookie) = cookies.get(&who) {
            return cookie.clone();
        }
        if !self.has_account(who).await {
            self.agency.create_account(&self.service, who).await;
        }
        let cookie = self.new_session(who).await;
        cookies.insert(who, cookie.clone());
        cookie
    }

    async fn has_account(&self, who: Who) -> bool {
        let accounts = service::access::users(&self.service, &Actor::system("test"))
            .await
            .unwrap();
        accounts.iter().any(|account| account.email == who.email())
    }

    /// One more session of somebody who has an account.
    pub async fn new_session(&self, who: Who) -> String {
        let typed = format!(
            "email={}&password={}",
            who.email(),
            PASSWORD.replace(' ', "+")
        );
        let answer = self.send(called("sign_in", &typed)).await;
        answer
            .session()
            .unwrap_or_else(|| panic!("{who:?} cannot sign in: {answer:?}"))
    }
}

fn called(function: &str, arguments: &str) -> Request<Body> {
    let kind = if arguments.starts_with('{') {
        "application/json"
    } else {
        "application/x-www-form-urlencoded"
    };
    Request::post(path_of(function))
        .header(header::CONTENT_TYPE, kind)
        .header(header::ACCEPT, "application/json")
        .header(header::ORIGIN, format!("http://{HOST}"))
        .body(Body::from(arguments.to_owned()))
        .unwrap()
}

/// The address of a server function, whose end is made by the compiler.
pub fn path_of(function: &str) -> String {
    let paths = leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path);
    let mut found = paths.filter(|path| name_of(path) == function);
    found
        .next()
        .unwrap_or_else(|| panic!("there is no server function `{function}`"))
        .to_owned()
}

/// The name of the server function at an address.
pub fn name_of(path: &str) -> &str {
    path.trim_start_matches("/api/")
        .trim_end_matches(|letter: char| letter.is_ascii_digit())
}

fn from_somewhere(mut request: Request<Body>) -> Request<Body> {
    request
        .headers_mut()
        .entry(header::HOST)
        .or_insert(HeaderValue::from_static(HOST));
    let peer: SocketAddr = "192.0.2.7:5000".parse().unwrap();
    if request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .is_none()
    {
        request.extensions_mut().insert(ConnectInfo(peer));
    }
    request
}
