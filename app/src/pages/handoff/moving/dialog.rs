//! The dialog of a gate: a form, not an error.

use super::{Ask, Asking, title, verb};
use crate::api::quality::load_qc_lines;
use crate::ui::{
    Button, Dialog, FieldError, Icon, Look, SelectField, TextArea, TextField, focus::focus,
};
use domain::{
    board::MoveHandoff,
    handoff::{HandoffKind, Item},
    ids::{PodId, QcLineId},
    package::Section,
};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// Asks what a move has to answer, while there is something in `asking`.
#[component]
pub fn MoveDialog(
    /// The question; closing the dialog takes it away.
    asking: RwSignal<Option<Asking>>,
    /// The pods that can be chosen.
    pods: StoredValue<Vec<(PodId, String)>>,
    /// Sends the answered move.
    #[prop(into)]
    send: Callback<MoveHandoff>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        let asked = asking.read().is_some();
        if open.get_untracked() != asked {
            open.set(asked);
        }
    });
    Effect::new(move |_| {
        if !open.get() && asking.read_untracked().is_some() {
            asking.set(None);
        }
    });
    let heading = Signal::derive(move || asking.read().as_ref().map(heading).unwrap_or_default());
    view! {
        <Dialog id="move-dialog" open title=heading>
            {move || asking.get().map(|asked| form(asked, asking, pods, send))}
        </Dialog>
    }
    .into_any()
}

fn heading(asking: &Asking) -> String {
    let Asking { card, to, .. } = asking;
    format!("{}: {}", verb(card.kind, *to), card.title)
}

fn form(
    asked: Asking,
    asking: RwSignal<Option<Asking>>,
    pods: StoredValue<Vec<(PodId, String)>>,
    send: Callback<MoveHandoff>,
) -> AnyView {
    let fault = RwSignal::new(
        asked
            .fault
            .clone()
            .map(|sentence| (field_of(&asked.ask), sentence)),
    );
    let fields = fields(&asked, fault, pods);
    let beyond = asked.full.clone().map(|full| beyond(&asked, full, fault));
    let late = late(&asked);
    let intro = intro(&asked);
    let action = verb(asked.card.kind, asked.to);
    let client = asked.card.client_name.clone();
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        match asked.answered() {
            Ok(answered) => {
                asking.set(None);
                send.run(answered);
            }
            Err(reason) => {
                let field = reason.0;
                fault.set(Some(reason));
                focus(field);
            }
        }
    };
    view! {
        <form class="stack" novalidate on:submit=on_submit>
            <p class="muted">{client} " · " {intro}</p>
            {fields}
            {beyond}
            {late}
            <footer class="dialog-actions">
                <Button on_click=move |_| asking.set(None)>"Leave it as it is"</Button>
                <Button look=Look::Primary submit=true>{action}</Button>
            </footer>
        </form>
    }
    .into_any()
}

/// What somebody else did meanwhile, or what the dialog is for.
fn intro(asked: &Asking) -> AnyView {
    if let Some(conflict) = asked.conflict.clone() {
        let now = format!(
            "It is in {} now. What you typed is kept; you can go on from here.",
            title(asked.card.stage)
        );
        return view! { <span class="conflict">{Icon::History.small()} <strong>{conflict}</strong> " " {now}</span> }
            .into_any();
    }
    let words = match &asked.ask {
        Ask::Nothing if asked.full.is_none() => {
            "Say when it happened: the history shows both times."
        }
        Ask::Nothing => "It takes a reason this time.",
        Ask::Items(_) if !Section::of(asked.card.kind).is_empty() => return on_its_page(asked),
        Ask::Items(_) => "These items are still missing. A text or a link is enough.",
        Ask::Reason => "It goes back to the sender with your reason, and its return is counted.",
        Ask::Pod => {
            "This engagement has no pod yet. Accepting assigns one and ends the onboarding."
        }
        Ask::CaseStudy => {
            "Accepting closes the engagement and opens Sales' loop: NPS and re-engagement."
        }
        Ask::Qc => return by_verdict(asked),
    };
    words.into_any()
}

/// What is content is written on the handoff's page; here a text or a link can stand in for it.
fn on_its_page(asked: &Asking) -> AnyView {
    let href = format!("/handoffs/{}", asked.card.id);
    view! {
        "These items are still missing. " <a href=href>"Write them on the handoff's page"</a>
        ", or give a text or a link where that is all there is."
    }
    .into_any()
}

/// A verdict is given where the work can be looked at; who has done so says here what it is.
fn by_verdict(asked: &Asking) -> AnyView {
    let href = format!("/handoffs/{}#verdict", asked.card.id);
    view! {
        "QC says of every line that it passed. " <a href=href>"Look at the version, and judge it on its page"</a>
        "; what fails is returned."
    }
    .into_any()
}

/// When it really happened, where that was earlier.
fn late(asked: &Asking) -> AnyView {
    let error = Signal::stored(asked.not_then.clone());
    let happened = RwSignal::from(asked.draft.happened.clone());
    let open = asked.late || !happened.get_untracked().is_empty();
    view! {
        <details class="late" open=open>
            <summary>"It happened earlier"</summary>
            <TextField name="happened" id="move-happened" label="When it happened" kind="datetime-local" value=happened
                optional=true error hint="By the agency's clocks. The history shows both times, and marks it as entered later." />
        </details>
    }
    .into_any()
}

/// The way beyond a column's limit.
fn beyond(asked: &Asking, full: String, fault: Faults) -> AnyView {
    let error = Signal::derive(move || {
        let fault = fault.get().filter(|(field, _)| *field == "over_limit");
        fault.map(|(_, sentence)| sentence)
    });
    let why = RwSignal::from(asked.draft.over_limit.clone());
    view! {
        <div class="notice warn">{Icon::AtRisk.large()} <p>{full}</p></div>
        <TextArea name="over_limit" label="Why does it go beyond the limit?" value=why rows=2 error
            hint="Kept in the handoff's history." />
    }
    .into_any()
}

type Faults = RwSignal<Option<(&'static str, String)>>;

/// The field that a fault is about where the server names none.
const fn field_of(ask: &Ask) -> &'static str {
    match ask {
        Ask::Items(_) | Ask::Nothing => "waive",
        Ask::Reason => "reason",
        Ask::Pod => "pod",
        Ask::CaseStudy => "case_study",
        Ask::Qc => "marks",
    }
}

fn fields(asked: &Asking, fault: Faults, pods: StoredValue<Vec<(PodId, String)>>) -> AnyView {
    let error = Signal::derive(move || {
        let fault = fault.get().filter(|(field, _)| *field != "over_limit");
        fault.map(|(_, sentence)| sentence)
    });
    let draft = &asked.draft;
    match &asked.ask {
        Ask::Nothing => view! { <FieldError id="waive-error" error /> }.into_any(),
        Ask::Items(items) => item_fields(asked.clone(), items, error),
        Ask::Reason => {
            let reason = RwSignal::from(draft.reason.clone());
            let lines = (asked.card.kind == HandoffKind::GenerativeToProduction)
                .then(|| lines(asked, draft.failed.clone(), "failed", "What failed?"));
            view! { {lines} <TextArea name="reason" label="What is missing or wrong?" value=reason error /> }.into_any()
        }
        Ask::Pod => {
            let choose = (String::new(), "Choose a pod".to_owned());
            let named = pods.with_value(|pods| {
                pods.iter()
                    .map(|(id, name)| (id.to_string(), name.clone()))
                    .collect::<Vec<_>>()
            });
            let options = std::iter::once(choose).chain(named).collect::<Vec<_>>();
            let pod = RwSignal::from(draft.pod.clone());
            view! { <SelectField name="pod" label="Pod" options value=pod error /> }.into_any()
        }
        Ask::CaseStudy => case_study(RwSignal::from(draft.case_study.clone()), error),
        Ask::Qc => {
            let lines = lines(asked, draft.passed.clone(), "passed", "What passed?");
            view! { <div id="marks" tabindex="-1">{lines} <FieldError id="marks-error" error /></div> }.into_any()
        }
    }
}

/// The lines of QC's checklist, of which some are ticked; asked for when the dialog opens.
fn lines(
    asked: &Asking,
    ticked: ArcRwSignal<Vec<QcLineId>>,
    name: &'static str,
    legend: &'static str,
) -> AnyView {
    let (id, lines) = (asked.card.id, RwSignal::from(asked.draft.lines.clone()));
    Effect::new(move |_| {
        spawn_local(async move {
            // Without the lines, words alone still say why it goes back; an acceptance is refused in words.
            if let Ok(loaded) = load_qc_lines(id).await {
                let _ = lines.try_set(loaded);
            }
        });
    });
    let choice = move |(line, words): (QcLineId, String)| {
        let (is_on, switched) = (ticked.clone(), ticked.clone());
        let switch = move |_| {
            switched.update(|ticked| match ticked.iter().position(|one| *one == line) {
                Some(at) => drop(ticked.remove(at)),
                None => ticked.push(line),
            });
        };
        view! {
            <label class="choice">
                <input type="checkbox" name=name value=line.to_string()
                    prop:checked=move || is_on.read().contains(&line) on:change=switch />
                {words}
            </label>
        }
        .into_any()
    };
    let list = move || {
        let lines = lines.get();
        let choice = choice.clone();
        (!lines.is_empty()).then(|| {
            let choices = lines.into_iter().map(choice).collect_view();
            view! {
                <fieldset class="own-check">
                    <legend>{legend}</legend>
                    {choices}
                </fieldset>
            }
        })
    };
    list.into_any()
}

fn item_fields(asked: Asking, items: &[Item], error: Signal<Option<String>>) -> AnyView {
    let fields = items.iter().enumerate().map(|(place, item)| {
        let value = RwSignal::from(asked.draft.item(*item));
        let name = format!("item-{place}");
        view! { <TextArea name label=sentence_case(item.name()) value rows=2 /> }
    });
    let fields = fields.collect_view();
    let waive = RwSignal::from(asked.draft.waive.clone());
    let empty = Memo::new(move |_| asked.empty_items().len());
    let label = move || match empty.get() {
        1 => "1 item is still empty: why does the package go without it?".to_owned(),
        n => format!("{n} items are still empty: why does the package go without them?"),
    };
    let waiver = move || {
        (empty.get() > 0).then(|| {
            view! {
                <TextArea name="waive" label=label() value=waive rows=2 error
                    hint="Only to waive them. A waived handoff goes on, and does not count as compliant." />
            }
        })
    };
    view! { {fields} {waiver} }.into_any()
}

fn case_study(answer: RwSignal<String>, error: Signal<Option<String>>) -> AnyView {
    let choice = move |value: &'static str, label: &'static str| {
        view! {
            <label class="choice">
                <input type="radio" name="case_study" value=value prop:checked=move || answer.get() == value
                    on:change=move |_| answer.set(value.to_owned()) />
                {label}
            </label>
        }
    };
    view! {
        <fieldset class="stack tight" id="case_study" aria-describedby="case_study-error">
            <legend><strong>"Was a case-study package delivered?"</strong></legend>
            {choice("yes", "Yes, visuals and use cases are ready")}
            {choice("no", "No")}
            <FieldError id="case_study-error" error />
        </fieldset>
    }
    .into_any()
}

/// An item's name as a label begins.
pub fn sentence_case(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().collect::<String>() + letters.as_str())
        .unwrap_or_default()
}
