package io.sallyport.flow;

/** The steps of a ticket's life, in the order in which they come. */
enum Step {
    SCREEN,
    DISCARD,
    VERIFY,
    TRIAGE,
    ROUTE,
    PLAN,
    JUDGE_PLAN,
    CHALLENGE,
    HOLD_PLAN,
    DENY,
    ACT,
    RESEARCH,
    COMPOSE,
    JUDGE,
    HOLD,
    DELIVER,
    LOOK_UP,
    ESCALATE,
    PAGE,
    PACKAGE,
    BRIDGE,
    DELIVER_BRIDGE,
    TRACK,
    ERRAND,
    REMIND,
    FOLLOW_UP,
    CLOSE
}
