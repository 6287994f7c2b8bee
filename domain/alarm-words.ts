/** What the duty screen says about each kind of alarm, and who can end it. */
export const alarmWords = {
  call_expected: {
    title: "Calls that we expect",
    act: "Somebody with a form said that a child is or may be in danger and was told to call. The form has not arrived. Say what became of each.",
  },
  call_unsent: {
    title: "Phone calls that were taken and not sent",
    act: "Ask whoever takes calls: theirs are on their page of phone calls. Until they are sent nobody else can read them.",
  },
  call_back_late: {
    title: "Calls that were promised and not made",
    act: "Ask whoever takes calls to make them now, or make them: they are on the page of phone calls.",
  },
  red_unheld: { title: "Red contacts that nobody holds", act: "Open triage and take them now." },
  red_unanswered: {
    title: "Red contacts that an agency has not answered in time",
    act: "Ring the agency, and keep what it says as a call. It was reminded. Whoever decides may also decide without it, and says why.",
  },
  hand_over_unaccepted: {
    title: "Contacts that were handed over and nobody accepted in time",
    act: "Ring whoever should have them, or take them. What came at night and cannot wait is handed to the out-of-hours worker by itself.",
  },
  discussion_late: {
    title: "Strategy discussions that were not held in time",
    act: "Hold them now: see who is missing, and protect the children meanwhile.",
  },
  decision_late: { title: "Decisions past their deadline", act: "Decide them, or say who does and by when." },
  rating_late: { title: "Contacts not rated in time", act: "Open triage and rate them." },
  addition_unseen: {
    title: "Contacts that were added to, and nobody has looked",
    act: "Read what was added, or ask whoever holds the contact to.",
  },
  countersign_late: {
    title: "Decisions made alone and not countersigned in time",
    act: "A manager reads and countersigns them.",
  },
  pathway_without_team: {
    title: "Decided work that no team takes",
    act: "Open it and choose a team. Until then the hub owns it.",
  },
  child_unowned: {
    title: "What the hourly look found with nobody",
    act: "Look at each now: nobody else will come across it. Decide it, send it to a team, or tell whoever runs the service.",
  },
  acceptance_late: {
    title: "Decided work that nobody accepted in time",
    act: "Phone the team. Until somebody accepts it, the hub owns it.",
  },
  allocation_late: {
    title: "Children whom a team accepted and who have no worker in time",
    act: "Phone the team’s manager. The referral names the team.",
  },
  notice_unacknowledged: {
    title: "Workers of open cases who have not acknowledged in time",
    act: "Ring the worker, or whoever acts while they are away, and record it on the page of what was handed over.",
  },
  transfer_unconfirmed: {
    title: "Transfers that the other council has not confirmed in time",
    act: "Ring them. Until they confirm it the child is ours; if they refuse, say so on the page of what was handed over.",
  },
  owed_late: {
    title: "Work that the machine owes and has not done",
    act: "Tell whoever runs the service. Triage is complete without it.",
  },
  no_worker: {
    title: "No worker is running",
    act: "Tell whoever runs the service. Emails and matches wait; triage is complete.",
  },
  mail_refused: {
    title: "Emails that were refused for good",
    act: "Phone the people who should have had them, and put the address right.",
  },
  challenge_late: {
    title: "Disagreements not answered in time",
    act: "A manager who did not decide answers, on the contact’s page about the sender.",
  },
  news_unread: {
    title: "Senders who have not heard what was decided",
    act: "Phone them, and say on the contact’s page about the sender that you told them.",
  },
  audit_gap: {
    title: "Contacts taken without their audit event",
    act: "Tell the records officer and whoever runs the service.",
  },
  audit_failing: {
    title: "Audit events cannot be written",
    act: "Tell whoever runs the service now. Contacts are taken as always, and nobody can read or decide until it is mended.",
  },
  audit_unlinked: {
    title: "Audit events are not being chained",
    act: "Tell whoever runs the service. Events are kept, and contacts are taken as always.",
  },
  audit_unsealed: {
    title: "The head of the audit chain is not being published",
    act: "Tell the records officer and whoever runs the service. The worker's log says why; run npm run audit:verify.",
  },
  open_cases_old: {
    title: "The list of open cases is old",
    act: "Tell whoever runs the service: it is loaded from the case-management system. Until then look there before a case is said to be open.",
  },
  unmatched: {
    title: "Contacts not compared with earlier ones yet",
    act: "Search by hand before you decide.",
  },
} as const satisfies Record<string, { title: string; act: string }>;
