//! Code that raises a trigger from outside: on a web page, from a server in C#, and as
//! a call of the Web API.
//!
//! **Invariant:** the trigger's unique name is on the first line. Keys, tokens and ids of
//! people are placeholders, and what users named cannot end a text or a comment.
//!
//! Words that explain the code stand beside it, not in it.

use crate::model::trigger::{Attribute, PREFIX, Trigger, slug};
use crate::model::value::Type;
use crate::model::workspace::Workspace;

/// Where the code is to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Snippet {
    /// In a web page.
    PageScript,
    /// On a server, with the Dataverse SDK.
    CSharp,
    /// Anywhere that can send an HTTP request.
    WebApi,
}

/// An instant for the eye: what is sent is to be the time when it happened.
const EXAMPLE_TIME: &str = "2026-01-31T12:00:00Z";
const NO_GUID: &str = "00000000-0000-0000-0000-000000000000";

impl Snippet {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::PageScript, Self::CSharp, Self::WebApi];

    /// The code that raises a trigger of a workspace.
    pub fn of(self, workspace: &Workspace, trigger: &Trigger) -> String {
        match self {
            Self::PageScript => page_script(trigger),
            Self::CSharp => c_sharp(workspace, trigger),
            Self::WebApi => web_api(workspace, trigger),
        }
    }
}

fn page_script(trigger: &Trigger) -> String {
    let unique = identifier(&trigger.unique_name);
    let value = |ty: &Type| match ty {
        Type::Text | Type::EntityReference(_) => quoted(""),
        Type::Number => "0".to_owned(),
        Type::TrueFalse => "false".to_owned(),
        Type::DateTime => quoted(EXAMPLE_TIME),
    };
    let mut properties = vec!["      \"bindingid\": \"\"".to_owned()];
    properties.extend(
        trigger
            .parameters()
            .into_iter()
            .map(|(attribute, name)| format!("      {}: {}", quoted(&name), value(&attribute.ty))),
    );
    let (comment, properties) = (comment(&trigger.name), properties.join(",\n"));
    format!(
        r#"// {unique}: {comment}
function track_{unique}() {{
  window["msdynmkt"].setUser({{ authId: "CONTACT_ID" }});
  window["msdynmkt"].trackEvent({{
    name: "{unique}",
    ingestionKey: "YOUR_INGESTION_KEY",
    version: "1.0.0",
    properties: {{
{properties}
    }}
  }});
}}
"#
    )
}

fn c_sharp(workspace: &Workspace, trigger: &Trigger) -> String {
    let unique = identifier(&trigger.unique_name);
    let value = |ty: &Type| match ty {
        Type::Text => quoted(""),
        Type::Number => "0m".to_owned(),
        Type::TrueFalse => "false".to_owned(),
        Type::DateTime => "DateTime.UtcNow".to_owned(),
        Type::EntityReference(_) => {
            let table = slug(&workspace.table_name(ty));
            format!("new EntityReference({}, Guid.Empty)", quoted(&table))
        }
    };
    let lines = |attribute: &Attribute, name: &str| {
        format!("    [{}] = {},\n", quoted(&format!("{PREFIX}{name}")), value(&attribute.ty))
    };
    let attributes: String =
        trigger.parameters().iter().map(|(attribute, name)| lines(attribute, name)).collect();
    let comment = comment(&trigger.name);
    format!(
        r#"// {unique}: {comment}
var contactId = "CONTACT_ID";
var request = new OrganizationRequest("{unique}")
{{
    ["msdynmkt_signaltimestamp"] = DateTime.UtcNow,
    ["msdynmkt_signalingestiontimestamp"] = DateTime.UtcNow,
    ["msdynmkt_signaluserauthid"] = contactId,
    ["msdynmkt_profileid"] = contactId,
    ["msdynmkt_bindingid"] = "",
{attributes}}};
service.Execute(request);
"#
    )
}

fn web_api(workspace: &Workspace, trigger: &Trigger) -> String {
    let unique = identifier(&trigger.unique_name);
    let value = |ty: &Type| match ty {
        Type::Text => quoted(""),
        Type::Number => "0".to_owned(),
        Type::TrueFalse => "false".to_owned(),
        Type::DateTime => quoted(EXAMPLE_TIME),
        Type::EntityReference(_) => {
            let table = slug(&workspace.table_name(ty));
            format!(
                r#"{{ "@odata.type": "Microsoft.Dynamics.CRM.{table}", "{table}id": "{NO_GUID}" }}"#
            )
        }
    };
    let attributes: String = trigger
        .parameters()
        .into_iter()
        .map(|(attribute, name)| format!(",\n  \"{PREFIX}{name}\": {}", value(&attribute.ty)))
        .collect();
    let url = workspace.settings.environment_url.trim().trim_end_matches('/');
    let url = if url.is_empty() || url.contains(char::is_whitespace) {
        "https://YOUR_ENVIRONMENT.crm.dynamics.com"
    } else {
        url
    };
    format!(
        r#"POST {url}/api/data/v9.2/{unique}
Authorization: Bearer YOUR_ACCESS_TOKEN
Content-Type: application/json

{{
  "msdynmkt_signaltimestamp": "{EXAMPLE_TIME}",
  "msdynmkt_signalingestiontimestamp": "{EXAMPLE_TIME}",
  "msdynmkt_signaluserauthid": "CONTACT_ID",
  "msdynmkt_profileid": "CONTACT_ID",
  "msdynmkt_bindingid": ""{attributes}
}}
"#
    )
}

/// What may be part of a name in code; files may hold any unique name.
fn identifier(unique_name: &str) -> String {
    let fits = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    unique_name.chars().map(fits).collect()
}

/// A name that stays within its line, and within the script of a page.
fn comment(name: &str) -> String {
    let line: String = name.chars().map(|c| if is_break(c) { ' ' } else { c }).collect();
    line.replace("</", "< /").replace("<!--", "< !--").trim().to_owned()
}

fn is_break(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Names in code have letters, digits and `_` only, so that nothing is to be escaped.
fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::id::{AttributeId, TableId, TriggerId};
    use crate::model::table::Table;
    use crate::model::trigger::{AudienceKind, TriggerState};

    const AGENTS: TableId = TableId(9);

    fn trigger(name: &str) -> (Workspace, Trigger) {
        let types = [
            ("Full name", Type::Text),
            ("Phone number", Type::Number),
            ("Member", Type::TrueFalse),
            ("Ordered", Type::DateTime),
            ("Agent", Type::EntityReference(AGENTS)),
        ];
        let attribute = |(at, (name, ty)): (usize, (&str, Type))| Attribute {
            id: AttributeId(at as u32 + 2),
            name: name.into(),
            ty,
        };
        let trigger = Trigger {
            id: TriggerId(1),
            name: name.into(),
            unique_name: "msdynmkt_sendtosalesagent_123456789".into(),
            description: String::new(),
            audience: AudienceKind::Contact,
            state: TriggerState::Ready,
            attributes: types.into_iter().enumerate().map(attribute).collect(),
        };
        let mut workspace = Workspace::default();
        let name = "System User".into();
        let table = Table { id: AGENTS, name, columns: Vec::new(), rows: Vec::new() };
        workspace.tables.insert(AGENTS, Arc::new(table));
        (workspace, trigger)
    }

    #[test]
    fn the_unique_name_is_on_the_first_line() {
        let (workspace, trigger) = trigger("Send to sales agent");
        for snippet in Snippet::ALL {
            let code = snippet.of(&workspace, &trigger);
            let first = code.lines().next().unwrap();
            assert!(first.contains("msdynmkt_sendtosalesagent_123456789"), "{first}");
        }
    }

    #[test]
    fn a_page_script_names_attributes_without_their_prefix() {
        let (workspace, trigger) = trigger("Send to sales agent");
        let code = Snippet::PageScript.of(&workspace, &trigger);
        for said in [
            "function track_msdynmkt_sendtosalesagent_123456789() {",
            r#"window["msdynmkt"].setUser({ authId: "CONTACT_ID" });"#,
            r#"window["msdynmkt"].trackEvent({"#,
            r#"ingestionKey: "YOUR_INGESTION_KEY""#,
            r#""bindingid": """#,
            r#""fullname": """#,
            r#""phonenumber": 0"#,
            r#""member": false"#,
            r#""ordered": "2026-01-31T12:00:00Z""#,
        ] {
            assert!(code.contains(said), "{said} is not in {code}");
        }
        assert!(!code.contains("msdynmkt_phonenumber"), "{code}");
    }

    #[test]
    fn servers_name_attributes_with_their_prefix() {
        let (workspace, trigger) = trigger("Send to sales agent");
        let code = Snippet::CSharp.of(&workspace, &trigger);
        for said in [
            r#"new OrganizationRequest("msdynmkt_sendtosalesagent_123456789")"#,
            r#"["msdynmkt_profileid"] = contactId,"#,
            r#"["msdynmkt_phonenumber"] = 0m,"#,
            r#"["msdynmkt_agent"] = new EntityReference("systemuser", Guid.Empty),"#,
        ] {
            assert!(code.contains(said), "{said} is not in {code}");
        }
    }

    #[test]
    fn the_body_of_a_call_of_the_web_api_is_json() {
        let (mut workspace, trigger) = trigger("Send to sales agent");
        let unknown = Snippet::WebApi.of(&workspace, &trigger);
        assert!(
            unknown.starts_with("POST https://YOUR_ENVIRONMENT.crm.dynamics.com/api/data/v9.2/")
        );
        Arc::make_mut(&mut workspace.settings).environment_url = "https://org.example/".into();
        let code = Snippet::WebApi.of(&workspace, &trigger);
        assert!(code.starts_with("POST https://org.example/api/data/v9.2/msdynmkt_"), "{code}");
        let body = code.split_once("\n\n").unwrap().1;
        let body: serde_json::Value = serde_json::from_str(body).unwrap();
        let names: Vec<&String> = body.as_object().unwrap().keys().collect();
        assert!(names.iter().all(|name| name.starts_with(PREFIX)), "{names:?}");
        assert_eq!(names.len(), BUILT_IN_AND_OWN);
        assert_eq!(body["msdynmkt_phonenumber"], 0);
        assert_eq!(body["msdynmkt_agent"]["systemuserid"], NO_GUID);
    }

    const BUILT_IN_AND_OWN: usize = 5 + 5;

    #[test]
    fn a_name_cannot_end_its_comment_nor_the_script() {
        let (workspace, trigger) = trigger("A\nalert(1)\u{2028}</script><!--");
        for snippet in [Snippet::PageScript, Snippet::CSharp] {
            let code = snippet.of(&workspace, &trigger);
            assert!(!code.contains("\nalert(1)") && !code.contains('\u{2028}'), "{code}");
            assert!(!code.contains("</script") && !code.contains("<!--"), "{code}");
        }
    }

    #[test]
    fn a_unique_name_from_a_file_cannot_end_a_text() {
        let (workspace, mut trigger) = trigger("Call");
        trigger.unique_name = "x\"); alert(1); (\"".into();
        for snippet in Snippet::ALL {
            assert!(!snippet.of(&workspace, &trigger).contains("alert(1)"));
        }
    }
}
