//! A finding as data: what, where, and the way out. Its sentence is a Fluent
//! message; this module only says which one and with which words in it.

use crate::check::code::{Code, Severity};
use crate::check::fix::Fix;
use crate::check::site::{Site, Subject};
use crate::model::id::{TileId, TriggerId};
use crate::model::trigger::Trigger;
use crate::model::value::Type;
use crate::model::workspace::Workspace;

/// Something to tell the author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What kind of finding it is.
    pub code: Code,
    /// Where it is.
    pub site: Site,
    /// The variables of its sentence.
    pub args: Vec<(&'static str, Arg)>,
    /// What would put it right, where that is clear.
    pub fixes: Vec<Fix>,
}

/// A variable of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A name or value of the workspace, shown as it stands.
    Text(String),
    /// A number, shown in the language's way.
    Number(i64),
    /// A type: see [`of_type`](crate::check::term::of_type); with the name of the
    /// table of an entity reference.
    Type(Type, String),
    /// The id of a Fluent message of `terms.ftl`, to be translated.
    Term(&'static str),
    /// What a trigger is called.
    Trigger(TriggerId, String),
    /// What a tile is called; where it has no name of its own, as in [`Arg::Term`] after
    /// what it does.
    Tile(TileId, String, &'static str),
}

impl Arg {
    /// A type.
    pub fn of_type(workspace: &Workspace, ty: &Type) -> Self {
        Self::Type(ty.clone(), workspace.table_name(ty))
    }
}

impl Problem {
    /// A finding without variables and without a fix.
    pub fn new(code: Code, site: Site) -> Self {
        Self { code, site, args: Vec::new(), fixes: Vec::new() }
    }

    /// With a variable that is a text of the workspace.
    pub fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.arg(name, Arg::Text(text.into()))
    }

    /// With the name of a trigger.
    pub fn trigger(self, trigger: &Trigger) -> Self {
        self.arg("trigger", Arg::Trigger(trigger.id, trigger.name.clone()))
    }

    /// With a variable that is a number.
    pub fn number(self, name: &'static str, number: impl TryInto<i64>) -> Self {
        self.arg(name, Arg::Number(number.try_into().unwrap_or(i64::MAX)))
    }

    /// With a variable.
    pub fn arg(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }

    /// With a way out.
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// The Fluent id of its sentence and the variables of that sentence.
    pub fn message(&self) -> (String, Vec<(&'static str, Arg)>) {
        (self.code.message_id(), self.args.clone())
    }

    /// Puts what things are called now in place of what they were called; `now` gives it
    /// for what is called otherwise. Says whether anything is.
    pub fn reword(&mut self, now: &dyn Fn(&Arg) -> Option<Arg>) -> bool {
        let mut is_other = false;
        for (_, arg) in &mut self.args {
            if let Some(now) = now(arg) {
                is_other |= *arg != now;
                *arg = now;
            }
        }
        is_other
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// Whether it keeps the workspace from being run as it is set up. Findings in
    /// journeys that do not react are left aside (rule A8), as are those in flows and
    /// examples: a row of those that does not fit is left out, and the rest runs.
    pub fn blocks_run(&self, workspace: &Workspace) -> bool {
        let counts = match self.site.subject {
            Subject::Workspace => true,
            Subject::Model(_) => workspace.settings.run.models,
            Subject::Journey(id) => {
                workspace.journeys.get(&id).is_some_and(|journey| workspace.reacts(journey))
            }
            _ => false,
        };
        counts && self.code.blocks_run()
    }
}
