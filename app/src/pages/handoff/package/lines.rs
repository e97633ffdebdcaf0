//! Lines that are typed: each a row of labelled controls. They can be added and taken away; a line left empty is dropped
//! when it is saved, so that it works without scripts too.

use crate::ui::{Button, Icon, IconButton, bind_text, focus::focus_soon};
use leptos::{html, prelude::*};

/// What is typed in a column.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A few words.
    Text,
    /// A number or an amount.
    Number,
    /// A day.
    Day,
    /// One of several: (what the form posts, what people read).
    Choice(Vec<(String, String)>),
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// The field's name.
    pub name: &'static str,
    /// What is asked.
    pub label: &'static str,
    /// What is typed.
    pub kind: Kind,
}

impl Column {
    /// A column of a kind.
    pub const fn new(name: &'static str, label: &'static str, kind: Kind) -> Self {
        Self { name, label, kind }
    }
}

/// A line: its controls' texts, in the order of the columns.
#[derive(Clone, Debug)]
pub struct Row {
    /// Tells it from the others, wherever it stands.
    pub key: usize,
    /// The texts.
    pub cells: Vec<RwSignal<String>>,
}

/// Lines being typed.
#[derive(Clone, Copy, Debug)]
pub struct Lines {
    /// The form's name for them: the beginning of ids.
    of: &'static str,
    /// The lines, an empty one at the end to begin with.
    pub rows: RwSignal<Vec<Row>>,
    columns: StoredValue<Vec<Column>>,
    next: StoredValue<usize>,
    /// Whether lines can be added and taken away.
    fixed: bool,
}

impl Lines {
    /// Lines that begin with `began`, and an empty one.
    pub fn new(of: &'static str, columns: Vec<Column>, began: Vec<Vec<String>>) -> Self {
        let lines = Self::fixed(of, columns, began);
        lines.add();
        Self {
            fixed: false,
            ..lines
        }
    }

    /// Exactly these lines.
    pub fn fixed(of: &'static str, columns: Vec<Column>, began: Vec<Vec<String>>) -> Self {
        let lines = Self {
            of,
            rows: RwSignal::new(Vec::new()),
            columns: StoredValue::new(columns),
            next: StoredValue::new(0),
            fixed: true,
        };
        for texts in began {
            lines.push(texts);
        }
        lines
    }

    /// What is typed, line by line.
    pub fn values(self) -> Vec<Vec<String>> {
        let rows = self.rows.read_untracked();
        let texts = |row: &Row| row.cells.iter().map(|cell| cell.get_untracked()).collect();
        rows.iter().map(texts).collect()
    }

    fn add(self) -> usize {
        let empty = self.columns.with_value(|columns| {
            columns
                .iter()
                .map(|column| match &column.kind {
                    Kind::Choice(options) => {
                        options.first().map(|one| one.0.clone()).unwrap_or_default()
                    }
                    _ => String::new(),
                })
                .collect()
        });
        self.push(empty)
    }

    fn push(self, texts: Vec<String>) -> usize {
        let key = self.next.get_value();
        self.next.set_value(key + 1);
        let cells = texts.into_iter().map(RwSignal::new).collect();
        self.rows.update(|rows| rows.push(Row { key, cells }));
        key
    }

    fn id(self, key: usize, column: &str) -> String {
        format!("{}-{key}-{column}", self.of)
    }
}

/// The texts of a line by name.
pub fn cells<const N: usize>(line: Vec<String>) -> [String; N] {
    line.try_into()
        .unwrap_or_else(|_| std::array::from_fn(|_| String::new()))
}

/// The controls. `wrong` names the one that was refused; `beside` is shown before each line's controls.
pub fn editor(
    lines: Lines,
    wrong: Signal<Option<String>>,
    beside: impl Fn(usize) -> AnyView + Clone + Send + Sync + 'static,
) -> AnyView {
    let add = move |_| {
        let key = lines.add();
        let first = lines
            .columns
            .with_value(|columns| columns.first().map(|column| column.name));
        focus_soon(lines.id(key, first.unwrap_or_default()));
    };
    let add = (!lines.fixed).then(|| view! { <div class="row"><Button icon=Icon::Plus on_click=add>"Add a line"</Button></div> });
    view! {
        <ol class="lines">
            <For each=move || lines.rows.get() key=|row| row.key let:row>{line(lines, &row, wrong, beside.clone())}</For>
        </ol>
        {add}
    }
    .into_any()
}

fn line(
    lines: Lines,
    row: &Row,
    wrong: Signal<Option<String>>,
    beside: impl Fn(usize) -> AnyView,
) -> AnyView {
    let key = row.key;
    let place = Memo::new(move |_| {
        let rows = lines.rows.read();
        rows.iter()
            .position(|row| row.key == key)
            .unwrap_or_default()
    });
    let columns = lines.columns.get_value();
    let controls = columns.into_iter().zip(&row.cells);
    let controls = controls
        .map(|(column, cell)| control(lines, key, place, column, *cell, wrong))
        .collect_view();
    let remove = move |_| lines.rows.update(|rows| rows.retain(|row| row.key != key));
    let remove = (!lines.fixed).then(
        || view! { <IconButton icon=Icon::Trash label="Remove this line" on_click=remove /> },
    );
    view! { <li class="line">{beside(key)} {controls} {remove}</li> }.into_any()
}

fn control(
    lines: Lines,
    key: usize,
    place: Memo<usize>,
    column: Column,
    cell: RwSignal<String>,
    wrong: Signal<Option<String>>,
) -> AnyView {
    let Column {
        name: field,
        label,
        kind,
    } = column;
    let id = lines.id(key, field);
    let name = move || format!("lines[{}][{field}]", place.get());
    let invalid = move || (wrong.get() == Some(name())).then_some("true");
    let (class, shown) = match kind {
        Kind::Choice(options) => ("cell choice", choice(id, name, options, cell, invalid)),
        Kind::Text => ("cell words", input(id, name, "text", None, cell, invalid)),
        Kind::Number => (
            "cell number",
            input(id, name, "text", Some("decimal"), cell, invalid),
        ),
        Kind::Day => ("cell day", input(id, name, "date", None, cell, invalid)),
    };
    view! { <label class=class><span>{label}</span> {shown}</label> }.into_any()
}

fn input(
    id: String,
    name: impl Fn() -> String + Send + Sync + 'static,
    kind: &'static str,
    mode: Option<&'static str>,
    cell: RwSignal<String>,
    invalid: impl Fn() -> Option<&'static str> + Send + Sync + 'static,
) -> AnyView {
    let control = NodeRef::<html::Input>::new();
    bind_text(
        cell,
        move || control.get(),
        |input| input.value(),
        |input, text| input.set_value(text),
    );
    view! {
        <input class="control" node_ref=control id=id name=name type=kind inputmode=mode value=cell.get_untracked()
            aria-invalid=invalid on:input:target=move |event| cell.set(event.target().value()) />
    }
    .into_any()
}

fn choice(
    id: String,
    name: impl Fn() -> String + Send + Sync + 'static,
    options: Vec<(String, String)>,
    cell: RwSignal<String>,
    invalid: impl Fn() -> Option<&'static str> + Send + Sync + 'static,
) -> AnyView {
    let control = NodeRef::<html::Select>::new();
    bind_text(
        cell,
        move || control.get(),
        |select| select.value(),
        |select, text| select.set_value(text),
    );
    let chosen = cell.get_untracked();
    let options = options.into_iter();
    let options = options
        .map(|(value, label)| {
            view! { <option selected={value == chosen} value=value>{label}</option> }.into_any()
        })
        .collect_view();
    view! {
        <select class="control" node_ref=control id=id name=name aria-invalid=invalid
            on:change:target=move |event| cell.set(event.target().value())>{options}</select>
    }
    .into_any()
}
