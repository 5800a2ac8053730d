package io.sallyport.escalation;

import io.sallyport.casefile.CaseRecord;

/** What became of a person's decision. The record is always the case as it stands now. */
public sealed interface Decision {

    CaseRecord record();

    /** It is written and the case goes on. */
    record Taken(CaseRecord record) implements Decision {}

    /** It does not fit the case; nothing was written. */
    record Refused(String why, CaseRecord record) implements Decision {}

    /** The case went on since the person looked at it; nothing was written. */
    record Overtaken(CaseRecord record) implements Decision {}
}
