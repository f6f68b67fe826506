//! `bindingId`: which instance of a journey a trigger is meant for (rule A9).
//!
//! It is written `{entity type}/{entity id}`, such as `opportunity/42`; any other
//! text is an id without a type. Both are compared to the letter.

/// Whether a trigger with the binding `came` concerns an instance whose own, from
/// the trigger that it began with, is `own`; an empty text is no binding.
///
/// It does when the instance has none, when both are the same, and when they are of
/// different types, because then they do not speak of the same thing.
pub fn resumes(own: &str, came: &str) -> bool {
    let ((ty, id), (came_ty, came_id)) = (parts(own), parts(came));
    (ty.is_empty() && id.is_empty()) || ty != came_ty || id == came_id
}

/// The entity type, without its slashes, and the entity id.
fn parts(binding: &str) -> (String, &str) {
    let binding = binding.trim().trim_matches('/');
    match binding.rsplit_once('/') {
        Some((ty, id)) => (ty.replace('/', ""), id),
        None => (String::new(), binding),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a9_a_binding_is_a_type_and_an_id() {
        let cases = [
            ("incident/000", "incident", "000"),
            ("/incident/000/", "incident", "000"),
            ("a/b/c", "ab", "c"),
            ("random string 2", "", "random string 2"),
            ("", "", ""),
            ("/", "", ""),
        ];
        for (text, ty, id) in cases {
            assert_eq!(parts(text), (ty.to_owned(), id), "{text}");
        }
    }

    #[test]
    fn a9_an_instance_without_a_binding_resumes_whatever_comes() {
        for came in ["", "incident/000", "random string 2"] {
            assert!(resumes("", came), "{came}");
            assert!(resumes(" / ", came), "{came}");
        }
    }

    #[test]
    fn a9_of_one_type_the_ids_decide() {
        assert!(resumes("incident/000", "/incident/000"));
        assert!(!resumes("incident/000", "incident/001"));
        assert!(resumes("random string 2", "random string 2"));
        assert!(!resumes("random string 2", "Random string 2"));
        assert!(!resumes("random string 2", ""));
    }

    #[test]
    fn a9_of_different_types_the_binding_is_ignored() {
        assert!(resumes("incident/000", ""));
        assert!(resumes("incident/000", "opportunity/000"));
        assert!(resumes("random string 2", "incident/000"));
    }
}
