//! What can happen to a job, by name: workflows react to these.

use super::choice::choice;

choice! {
    /// Something that happened to a job.
    Event {
        JobOpened = "job-opened",
        JobCancelled = "job-cancelled",
        JobReopened = "job-reopened",
        ContactLogged = "contact-logged",
        QuoteSent = "quote-sent",
        QuoteApproved = "quote-approved",
        QuoteDeclined = "quote-declined",
        QuoteExpired = "quote-expired",
        PartsNeeded = "parts-needed",
        PartsOrdered = "parts-ordered",
        PartsReceived = "parts-received",
        PartsReturned = "parts-returned",
        VisitPlanned = "visit-planned",
        VisitAssigned = "visit-assigned",
        VisitNotified = "visit-notified",
        VisitStarted = "visit-started",
        VisitDone = "visit-done",
        VisitIncomplete = "visit-incomplete",
        VisitCancelled = "visit-cancelled",
        WaiverSent = "waiver-sent",
        WaiverReturned = "waiver-returned",
        ChecklistTicked = "checklist-ticked",
        DocumentAdded = "document-added",
        DocumentSent = "document-sent",
        DocumentSigned = "document-signed",
        KickoffSet = "kickoff-set",
        InvoiceIssued = "invoice-issued",
        InvoiceSent = "invoice-sent",
        InvoiceSubmitted = "invoice-submitted",
        InvoiceVoided = "invoice-voided",
        PaymentRecorded = "payment-recorded",
        Ready = "ready",
    }
}
