//! Help and completions.

use crate::program::parcours;

#[test]
fn every_command_has_help_with_examples() {
    for command in ["check", "simulate", "test", "fmt", "outline", "picture", "flow", "completions"]
    {
        let ended = parcours(&[command, "--help"]);
        assert_eq!(ended.code, 0, "{command}");
        let example = format!("\n  parcours {command} ");
        assert!(ended.out.contains("Example") && ended.out.contains(&example), "{}", ended.out);
    }
}

#[test]
fn a_word_that_is_no_command_is_answered_with_the_nearest() {
    let ended = parcours(&["simulat"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("'simulate'"), "{}", ended.err);
}

#[test]
fn shells_can_complete() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ended = parcours(&["completions", shell]);
        assert_eq!(ended.code, 0, "{shell}");
        assert!(ended.out.contains("simulate") && ended.out.contains("as-published"), "{shell}");
    }
}
