//! A job and a client with something in every section, for tests.

use crate::domain::client::Client;
use crate::domain::job::Job;

/// What is printed on the sample's quote and invoice.
const PAPER: &str = r#"{
  "kind": "quote", "date": "2026-03-02", "language": "en", "currency": {"code": "EUR", "digits": 2},
  "prices": "net", "rounding": "per-rate", "issuer": {"name": "Office"}, "recipient": {"name": "Client"},
  "job": "J-2026-00017", "title": "Gate", "lines": [],
  "totals": {"lines": "100.00", "discount": "0.00", "net": "100.00", "taxes": [], "gross": "119.00"},
  "due": "119.00"
}"#;

/// A job with something in every section.
pub(crate) const JOB: &str = r#"{
  "format": 1, "id": "J-2026-00017", "client": "C-0042", "title": "Gate does not close",
  "workflow": "service-call", "stage": "billing", "tags": ["schedule"],
  "opened": {"at": "2026-03-01T08:00:00+01:00", "by": "ada"}, "from": "J-2026-00003",
  "path": "quote-first", "emergency": true, "site": "b1", "work_order": "WO-9",
  "references": {"po": "4711"}, "team": {"sales": "ada"},
  "quotes": [{
    "version": "1", "made": {"at": "2026-03-02T08:00:00+01:00", "by": "ada"}, "note": "supplier's offer",
    "lines": [{"number": 1, "text": "Motor", "qty": "1", "price": "100.00", "tax": "full",
               "source": {"kind": "supplier", "name": "Gatework"}}],
    "valid_until": "2026-04-01",
    "sent": {"made": {"at": "2026-03-02T09:00:00+01:00", "by": "ada"}, "via": "mail", "paper": PAPER, "seal": "x"},
    "answer_by": {"told": {"at": "2026-03-03T08:00:00+01:00", "by": "ada"}, "by": "2026-03-05"},
    "attempts": [{"made": {"at": "2026-03-03T08:00:00+01:00", "by": "ada"}, "channel": "call"}],
    "answer": {"verdict": "approved", "made": {"at": "2026-03-04T08:00:00+01:00", "by": "ada"}, "channel": "email"}
  }],
  "parts": [{
    "number": "1", "text": "=Motor", "qty": "2", "needed": {"at": "2026-03-04T09:00:00+01:00", "by": "ada"},
    "order": {"made": {"at": "2026-03-04T10:00:00+01:00", "by": "ada"}, "supplier": "Gatework", "po": "P-1", "cost": "30"},
    "eta": [{"told": {"at": "2026-03-04T10:00:00+01:00", "by": "ada"}, "date": "2026-03-08"},
            {"told": {"at": "2026-03-06T10:00:00+01:00", "by": "ada"}, "date": "2026-03-09"}],
    "received": [{"made": {"at": "2026-03-09T10:00:00+01:00", "by": "ada"}, "qty": "2"}],
    "returned": [{"made": {"at": "2026-03-12T10:00:00+01:00", "by": "ada"}, "qty": "1"}]
  }],
  "visits": [{
    "number": "b2", "purpose": "work", "made": {"at": "2026-03-05T08:00:00+01:00", "by": "ada"},
    "planned": {"from": "2026-03-10T09:00", "to": "2026-03-10T11:00"}, "technician": "Bo",
    "started": {"at": "2026-03-10T09:10:00+01:00", "by": "bo"},
    "outcome": {"made": {"at": "2026-03-10T10:00:00+01:00", "by": "bo"}}
  }],
  "waivers": [{
    "number": "1", "kind": "risk", "title": "Risk", "text": "I know of it.", "visit": "b2",
    "sent": [{"made": {"at": "2026-03-05T09:00:00+01:00", "by": "ada"}, "via": "hand"}],
    "returned": {"made": {"at": "2026-03-09T09:00:00+01:00", "by": "ada"}, "evidence": "scan.pdf"}
  }],
  "invoices": [{
    "number": "1", "kind": "invoice", "basis": "quote", "made": {"at": "2026-03-11T08:00:00+01:00", "by": "ada"},
    "issued": {"made": {"at": "2026-03-11T08:00:00+01:00", "by": "ada"}, "number": "R-2026-0001",
               "date": "2026-03-11", "due": "2026-03-25", "paper": PAPER, "seal": "x"},
    "sent": [{"made": {"at": "2026-03-11T09:00:00+01:00", "by": "ada"}, "via": "mail"}]
  }, {
    "number": "2", "kind": "credit", "basis": "quote", "made": {"at": "2026-03-11T08:00:00+01:00", "by": "ada"},
    "credits": "R-2026-0001"
  }],
  "payments": [{
    "number": "1", "made": {"at": "2026-03-20T08:00:00+01:00", "by": "ada"}, "date": "2026-03-20",
    "amount": "19.00", "method": "cash", "invoice": "R-2026-0001"
  }],
  "checks": [{"list": "quality", "item": "tested", "made": {"at": "2026-03-12T08:00:00+01:00", "by": "ada"}, "skipped": "no access"}],
  "failures": [{"list": "quality", "item": "tested", "made": {"at": "2026-03-11T08:00:00+01:00", "by": "ada"}, "note": "fails"}],
  "causes": [{"made": {"at": "2026-03-12T08:00:00+01:00", "by": "ada"}, "cause": "training", "task": "1"}],
  "tasks": [{"number": "1", "text": "Show it", "made": {"at": "2026-03-12T08:00:00+01:00", "by": "ada"}}],
  "feedback": [{"number": "1", "made": {"at": "2026-03-12T08:00:00+01:00", "by": "ada"}, "kind": "csat", "score": 4, "text": "Good"}],
  "cancelled": {"made": {"at": "2026-03-20T08:00:00+01:00", "by": "ada"}, "reason": "too dear"},
  "log": [
    {"at": "2026-03-11T08:00:00+01:00", "by": "ada", "moved": {"from": "on-site", "to": "billing", "because": "visit-done"}},
    {"at": "2026-03-12T08:00:00+01:00", "by": "ada", "changed": {"field": "queue", "to": "issues"}},
    {"at": "2026-03-12T08:00:00+01:00", "by": "ada", "deferred": {"key": "J-2026-00017/queue/issues",
      "until": "2026-03-14T08:00:00+01:00", "reason": "away"}},
    {"at": "2026-03-13T08:00:00+01:00", "by": "ada", "contact": {"direction": "in", "channel": "call"}}
  ]
}"#;

/// A client with something in every section.
pub(crate) const CLIENT: &str = r#"{
  "format": 1, "id": "C-0042", "name": "Gärtnerei Grün", "class": "standard", "status": "active",
  "opened": {"at": "2026-02-01T08:00:00+01:00", "by": "ada"}, "tags": ["vip"], "merged_into": "C-0043",
  "contacts": [{"number": "1", "name": "Eve", "phone": "+49301", "email": "eve@example.com"},
               {"number": "2", "name": "Tom", "phone": "+49301"}],
  "sites": [{"number": "b1", "address": {"street": "Weg 1", "city": "Bonn"}}],
  "billing": {"email": "bills@example.com"},
  "documents": [{"number": "1", "kind": "contract", "reference": "c.pdf", "expires": "2027-03-31",
                 "added": {"at": "2026-02-01T08:00:00+01:00", "by": "ada"},
                 "sent": [{"made": {"at": "2026-02-02T08:00:00+01:00", "by": "ada"}, "via": "mail"}]}],
  "payments": [{
    "number": "1", "made": {"at": "2026-03-20T08:00:00+01:00", "by": "ada"}, "date": "2026-03-20",
    "amount": "50.00", "method": "transfer"
  }],
  "feedback": [{"number": "1", "made": {"at": "2026-03-12T08:00:00+01:00", "by": "ada"}, "kind": "nps", "score": 9}]
}"#;

/// [`JOB`] as it would stand in a file.
pub(crate) fn text() -> String {
    JOB.replace("PAPER", PAPER)
}

/// [`JOB`], read.
pub(crate) fn job() -> Job {
    serde_json::from_str(&text()).unwrap()
}

/// [`CLIENT`], read.
pub(crate) fn client() -> Client {
    serde_json::from_str(CLIENT).unwrap()
}
