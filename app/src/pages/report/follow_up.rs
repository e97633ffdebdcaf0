//! Sales' loop after the report: NPS asked, what comes next, closed.

use crate::{
    api::closing::SaveFollowUp,
    ui::{
        Badge, Button, ErrorNotice, Look, SelectField, TextField, Tone, toast::use_toasts,
        when::date,
    },
};
use domain::{
    closing::{FollowUp, FollowUpOnPage, ReEngagement},
    ids::HandoffId,
};
use leptos::{form::ActionForm, prelude::*};

pub(super) fn follow_up(id: HandoffId, shown: &FollowUpOnPage, reload: Callback<()>) -> AnyView {
    let open = shown.now.closed_at.is_none();
    let content = if open && shown.editable {
        form(id, shown, reload)
    } else {
        facts(shown)
    };
    let (word, tone) = if open {
        ("Open", Tone::Warn)
    } else {
        ("Closed", Tone::Good)
    };
    view! {
        <section class="section report-form" aria-labelledby="follow-up">
            <h2 id="follow-up">"Follow-up" <Badge label=word tone=Signal::stored(tone) /></h2>
            <p>{whose(shown)}</p>
            {content}
        </section>
    }
    .into_any()
}

/// Who has it, and whether it is late.
fn whose(shown: &FollowUpOnPage) -> AnyView {
    let manager = shown.account_manager.clone();
    let whose = manager.map_or_else(
        || "Nobody’s yet: the engagement has no account manager.".to_owned(),
        |name| format!("With {name}, the account manager."),
    );
    let overdue = shown
        .overdue
        .then(|| view! { <Badge label="Overdue" tone=Signal::stored(Tone::Bad) /> });
    view! { {whose} " " {overdue} }.into_any()
}

fn form(id: HandoffId, shown: &FollowUpOnPage, reload: Callback<()>) -> AnyView {
    let save = ServerAction::<SaveFollowUp>::new();
    let toasts = use_toasts();
    Effect::new(move |_| {
        if matches!(&*save.value().read(), Some(Ok(_))) {
            toasts.done("Follow-up saved");
            reload.run(());
        }
    });
    let failed = move || {
        let refused = save.value().get().and_then(Result::err)?;
        Some(
            view! { <ErrorNotice what=refused.to_string() kept="What you wrote is still here." /> },
        )
    };
    let now = &shown.now;
    let contacts = shown
        .contacts
        .iter()
        .map(|contact| (contact.id.to_string(), contact.name.clone()));
    let contacts = or_none("Nobody yet", contacts);
    let goals = ReEngagement::ALL
        .iter()
        .map(|goal| (goal.name().to_owned(), in_words(*goal).to_owned()));
    let goals = or_none("Not decided", goals);
    let asked = RwSignal::new(
        now.nps_asked_of
            .map(|id| id.to_string())
            .unwrap_or_default(),
    );
    let asked_on = shown.nps_asked_on;
    let asked_on = RwSignal::new(asked_on.map(|day| day.to_string()).unwrap_or_default());
    let goal = RwSignal::new(
        now.re_engagement
            .map(|goal| goal.name().to_owned())
            .unwrap_or_default(),
    );
    let step = RwSignal::new(now.next_step.clone());
    let on = RwSignal::new(now.next_on.map(|day| day.to_string()).unwrap_or_default());
    view! {
        <ActionForm action=save>
            <div class="stack">
                <input type="hidden" name="id" value=id.to_string() />
                {failed}
                <div class="follow-up-fields">
                    <SelectField name="nps_asked_of" label="NPS asked of" options=contacts value=asked optional=true />
                    <TextField name="nps_asked_on" label="Asked on" kind="date" value=asked_on optional=true
                        hint="Empty means today." />
                    <SelectField name="re_engagement" label="Re-engagement" options=goals value=goal optional=true />
                    <TextField name="next_step" label="Next step" value=step optional=true />
                    <TextField name="next_on" label="Next step on" kind="date" value=on optional=true />
                </div>
                <label class="choice"><input type="checkbox" name="close" value="true" />"All done: close the follow-up"</label>
                <div class="row"><Button look=Look::Primary submit=true busy=save.pending()>"Save the follow-up"</Button></div>
            </div>
        </ActionForm>
    }
    .into_any()
}

fn or_none(none: &str, all: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), none.to_owned()))
        .chain(all)
        .collect()
}

const fn in_words(goal: ReEngagement) -> &'static str {
    match goal {
        ReEngagement::Expansion => "Expansion",
        ReEngagement::Renewal => "Renewal",
        ReEngagement::None => "None",
    }
}

fn facts(shown: &FollowUpOnPage) -> AnyView {
    let FollowUp {
        nps_asked_of,
        re_engagement,
        next_step,
        next_on,
        ..
    } = shown.now.clone();
    let contact = shown
        .contacts
        .iter()
        .find(|contact| Some(contact.id) == nps_asked_of);
    let asked = contact.map_or_else(|| "Nobody yet".to_owned(), |contact| contact.name.clone());
    let goal = re_engagement.map_or("Not decided", in_words);
    let step = match (next_step.is_empty(), next_on) {
        (true, _) => "None".to_owned(),
        (false, Some(day)) => format!("{next_step}, {}", date(day)),
        (false, None) => next_step,
    };
    view! {
        <dl class="facts">
            <dt>"NPS asked of"</dt> <dd>{asked} {shown.nps_asked_on.map(|day| format!(", {}", date(day)))}</dd>
            <dt>"Re-engagement"</dt> <dd>{goal}</dd>
            <dt>"Next step"</dt> <dd>{step}</dd>
        </dl>
    }
    .into_any()
}
