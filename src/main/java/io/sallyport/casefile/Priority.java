package io.sallyport.casefile;

/** P1 is production down, loss or breach; P4 a general question. The written criteria: docs/triage-criteria.md. */
public enum Priority {
    P1,
    P2,
    P3,
    P4
}
