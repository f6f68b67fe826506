//! Every code has a workspace in which it is found and one, nearly the same, in
//! which it is not; every sentence has its variables; every fix works.

mod behaviour;
mod dead;
mod endings;
mod fixture;
mod flows;
mod found;
mod messages;
mod not_found;
mod offers;
mod properties;
mod proposals;
mod reactions;
mod scenarios;
mod scopes;
mod segments;
mod sentences;
mod slight;
mod tables;
