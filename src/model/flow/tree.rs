//! Finding one's way among the steps of a flow, and where one may stand.

use crate::model::flow::{Action, Flow, FlowSource, Step};
use crate::model::id::StepId;

/// A branch of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// It holds.
    Yes,
    /// It does not.
    No,
}

/// A place among steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepPlace {
    /// The branch of a condition; `None`: the flow itself.
    pub branch: Option<(StepId, Side)>,
    /// The index there.
    pub index: usize,
}

impl Flow {
    /// Every step, in reading order.
    pub fn all_steps(&self) -> Vec<&Step> {
        all_of(&self.steps)
    }

    /// A step, at any depth.
    pub fn step(&self, id: StepId) -> Option<&Step> {
        self.all_steps().into_iter().find(|step| step.id == id)
    }

    /// A step, at any depth, to change it.
    pub fn step_mut(&mut self, id: StepId) -> Option<&mut Step> {
        find(&mut self.steps, id)
    }

    /// The steps of a branch, or those of the flow itself.
    pub fn list(&self, branch: Option<(StepId, Side)>) -> Option<&Vec<Step>> {
        let Some((id, side)) = branch else { return Some(&self.steps) };
        self.step(id)?.action.branch(side)
    }

    /// As [`list`](Self::list), to change them.
    pub fn list_mut(&mut self, branch: Option<(StepId, Side)>) -> Option<&mut Vec<Step>> {
        let Some((id, side)) = branch else { return Some(&mut self.steps) };
        self.step_mut(id)?.action.branch_mut(side)
    }

    /// Where a step stands.
    pub fn place_of(&self, id: StepId) -> Option<StepPlace> {
        let among = |steps: &[Step]| steps.iter().position(|step| step.id == id);
        if let Some(index) = among(&self.steps) {
            return Some(StepPlace { branch: None, index });
        }
        self.all_steps().into_iter().find_map(|step| {
            Side::ALL.into_iter().find_map(|side| {
                let index = among(step.action.branch(side)?)?;
                Some(StepPlace { branch: Some((step.id, side)), index })
            })
        })
    }

    /// Takes a step out, with all that is on its branches.
    pub fn remove(&mut self, id: StepId) -> Option<Step> {
        let place = self.place_of(id)?;
        Some(self.list_mut(place.branch)?.remove(place.index))
    }

    /// The steps that initialise variables which are there at a step: those that come
    /// before it on every way to it.
    pub fn variables_at(&self, id: StepId) -> Vec<StepId> {
        let mut found = Vec::new();
        let mut steps = self.steps.as_slice();
        'down: loop {
            for step in steps {
                if step.id == id {
                    return found;
                }
                if matches!(step.action, Action::InitializeVariable { .. }) {
                    found.push(step.id);
                }
                for side in Side::ALL {
                    let branch = step.action.branch(side).map_or(&[][..], Vec::as_slice);
                    if all_of(branch).iter().any(|inner| inner.id == id) {
                        steps = branch;
                        continue 'down;
                    }
                }
            }
            return found;
        }
    }

    /// Where a step comes to when it is moved up by one: over the step above it, or, where
    /// that is a condition, to the end of its branches; from the top of a branch out of it.
    /// Variables are not moved into conditions. A place is meant as it is before the move.
    pub fn place_above(&self, id: StepId) -> Option<StepPlace> {
        let from = self.place_of(id)?;
        let list = self.list(from.branch)?;
        if let Some(index) = from.index.checked_sub(1) {
            let above = &list[index];
            return Some(match above.action.branch(Side::No) {
                Some(no) if !self.is_variable(id) => {
                    StepPlace { branch: Some((above.id, Side::No)), index: no.len() }
                }
                _ => StepPlace { index, ..from },
            });
        }
        match from.branch? {
            (holder, Side::No) => {
                let branch = Some((holder, Side::Yes));
                Some(StepPlace { branch, index: self.list(branch)?.len() })
            }
            (holder, Side::Yes) => self.place_of(holder),
        }
    }

    /// As [`place_above`](Self::place_above), down by one.
    pub fn place_below(&self, id: StepId) -> Option<StepPlace> {
        let from = self.place_of(id)?;
        let list = self.list(from.branch)?;
        if let Some(below) = list.get(from.index + 1) {
            let is_condition = below.action.branch(Side::Yes).is_some();
            return Some(match is_condition && !self.is_variable(id) {
                true => StepPlace { branch: Some((below.id, Side::Yes)), index: 0 },
                false => StepPlace { index: from.index + 2, ..from },
            });
        }
        match from.branch? {
            (holder, Side::Yes) => Some(StepPlace { branch: Some((holder, Side::No)), index: 0 }),
            (holder, Side::No) => {
                let out = self.place_of(holder)?;
                Some(StepPlace { index: out.index + 1, ..out })
            }
        }
    }

    fn is_variable(&self, id: StepId) -> bool {
        let step = self.step(id);
        step.is_some_and(|step| matches!(step.action, Action::InitializeVariable { .. }))
    }

    /// In how many conditions a step stands.
    pub fn depth_of(&self, id: StepId) -> usize {
        let above = |id| self.place_of(id)?.branch.map(|(above, _)| above);
        std::iter::successors(above(id), |&id| above(id)).count()
    }
}

impl Side {
    /// Both, in their order.
    pub const ALL: [Self; 2] = [Self::Yes, Self::No];
}

impl StepPlace {
    /// The end of the flow itself.
    pub fn end_of(flow: &Flow) -> Self {
        Self { branch: None, index: flow.steps.len() }
    }
}

impl Action {
    /// The steps on a branch; none where it has no branches.
    pub fn branch(&self, side: Side) -> Option<&Vec<Step>> {
        match (self, side) {
            (Self::Condition { yes, .. }, Side::Yes) => Some(yes),
            (Self::Condition { no, .. }, Side::No) => Some(no),
            _ => None,
        }
    }

    /// As [`branch`](Self::branch), to change them.
    pub fn branch_mut(&mut self, side: Side) -> Option<&mut Vec<Step>> {
        match (self, side) {
            (Self::Condition { yes, .. }, Side::Yes) => Some(yes),
            (Self::Condition { no, .. }, Side::No) => Some(no),
            _ => None,
        }
    }
}

impl Step {
    /// The step and all that is on its branches, in reading order.
    pub fn all(&self) -> Vec<&Self> {
        all_of(std::slice::from_ref(self))
    }

    /// How many conditions are nested in it, itself included.
    pub fn height(&self) -> usize {
        let inner = Side::ALL.into_iter().filter_map(|side| self.action.branch(side));
        let inner = inner.map(|steps| steps.iter().map(Self::height).max().unwrap_or_default());
        inner.max().map_or(0, |height| height + 1)
    }
}

/// Gives all steps other ids, and what they say about each other with them.
pub fn renumber(steps: &mut [Step], number: &mut dyn FnMut(StepId) -> StepId) {
    visit(steps, &mut |step| {
        step.id = number(step.id);
        for source in step.action.picked_mut() {
            if let FlowSource::Variable(of) = source {
                *of = number(*of);
            }
        }
    });
}

/// Changes every step, in reading order.
pub fn visit(steps: &mut [Step], change: &mut dyn FnMut(&mut Step)) {
    for step in steps {
        change(step);
        for side in Side::ALL {
            if let Some(branch) = step.action.branch_mut(side) {
                visit(branch, change);
            }
        }
    }
}

fn all_of(steps: &[Step]) -> Vec<&Step> {
    let mut found = Vec::new();
    for step in steps {
        found.push(step);
        for side in Side::ALL {
            found.extend(step.action.branch(side).into_iter().flat_map(|branch| all_of(branch)));
        }
    }
    found
}

fn find(steps: &mut [Step], id: StepId) -> Option<&mut Step> {
    for step in steps {
        if step.id == id {
            return Some(step);
        }
        if let Action::Condition { yes, no, .. } = &mut step.action
            && let Some(found) = find(yes, id).or_else(|| find(no, id))
        {
            return Some(found);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::condition::Join;
    use crate::model::flow::FlowValue;
    use crate::model::id::FlowId;
    use crate::model::value::Type;

    fn step(id: u32, action: Action) -> Step {
        Step { id: StepId(id), name: String::new(), action }
    }

    fn variable(id: u32) -> Step {
        let value = FlowValue::fixed("x");
        step(id, Action::InitializeVariable { variable: format!("v{id}"), ty: Type::Text, value })
    }

    fn condition(id: u32, yes: Vec<Step>, no: Vec<Step>) -> Step {
        step(id, Action::Condition { join: Join::All, rows: vec![], yes, no })
    }

    /// 1, 2 (3, 4 (5 |) | 6), 7.
    fn flow() -> Flow {
        let inner = condition(4, vec![variable(5)], vec![]);
        let outer = condition(2, vec![variable(3), inner], vec![variable(6)]);
        Flow {
            id: FlowId(100),
            name: String::new(),
            trigger: None,
            on: true,
            environment: String::new(),
            steps: vec![variable(1), outer, variable(7)],
        }
    }

    #[test]
    fn every_step_is_found_where_it_stands() {
        let mut flow = flow();
        let ids: Vec<u32> = flow.all_steps().iter().map(|step| step.id.0).collect();
        assert_eq!(ids, [1, 2, 3, 4, 5, 6, 7]);
        for id in (1..8).map(StepId) {
            let place = flow.place_of(id).unwrap();
            assert_eq!(flow.list(place.branch).unwrap()[place.index].id, id);
            assert_eq!(flow.step_mut(id).unwrap().id, id);
        }
        assert_eq!(flow.depth_of(StepId(1)), 0);
        assert_eq!(flow.depth_of(StepId(5)), 2);
        assert_eq!(flow.steps[1].height(), 2);
        assert_eq!(flow.remove(StepId(4)).unwrap().all().len(), 2);
        assert_eq!(flow.place_of(StepId(5)), None);
    }

    #[test]
    fn a_variable_is_there_when_every_way_has_initialised_it() {
        let flow = flow();
        let at = |id| flow.variables_at(StepId(id)).iter().map(|id| id.0).collect::<Vec<_>>();
        assert_eq!(at(1), [0; 0]);
        assert_eq!(at(5), [1, 3]);
        assert_eq!(at(6), [1]);
        assert_eq!(at(7), [1]);
    }

    #[test]
    fn up_and_down_lead_through_branches_and_back() {
        let mut flow = flow();
        let post = Action::PostMessage {
            team: String::new(),
            channel: String::new(),
            message: FlowValue::default(),
        };
        flow.steps.push(step(9, post));
        let branch = |id, side| Some((StepId(id), side));
        let ups = [
            (None, 2),
            (branch(2, Side::No), 1),
            (branch(2, Side::No), 0),
            (branch(2, Side::Yes), 2),
            (branch(4, Side::No), 0),
            (branch(4, Side::Yes), 1),
            (branch(4, Side::Yes), 0),
            (branch(2, Side::Yes), 1),
            (branch(2, Side::Yes), 0),
            (None, 1),
            (None, 0),
        ];
        let start = flow.clone();
        for (branch, index) in ups {
            let place = flow.place_above(StepId(9)).unwrap();
            assert_eq!((place.branch, place.index), (branch, index));
            go(&mut flow, StepId(9), place);
        }
        assert_eq!(flow.place_above(StepId(9)), None);
        while let Some(place) = flow.place_below(StepId(9)) {
            go(&mut flow, StepId(9), place);
        }
        assert_eq!(flow, start);
        let over = StepPlace { branch: None, index: 1 };
        assert_eq!(flow.place_above(StepId(7)), Some(over), "a variable stays out of conditions");
    }

    fn go(flow: &mut Flow, id: StepId, mut to: StepPlace) {
        let from = flow.place_of(id).unwrap();
        let step = flow.remove(id).unwrap();
        to.index -= usize::from(to.branch == from.branch && to.index > from.index);
        flow.list_mut(to.branch).unwrap().insert(to.index, step);
    }

    #[test]
    fn other_ids_are_other_everywhere() {
        let mut flow = flow();
        let value = FlowValue::from(FlowSource::Variable(StepId(1)));
        let fields = vec![("a".into(), value)];
        flow.steps.push(step(8, Action::CreateRecord { table: "task".into(), fields }));
        renumber(&mut flow.steps, &mut |id| StepId(id.0 + 10));
        let picked: Vec<_> = flow.step(StepId(18)).unwrap().action.picked().collect();
        assert_eq!(picked, [(0, FlowSource::Variable(StepId(11)))]);
        assert!(flow.step(StepId(15)).is_some());
    }
}
