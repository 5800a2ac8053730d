package io.sallyport.casefile;

/** What an agent proposes and gates judge. */
public sealed interface Proposal permits Reply, ActionPlan, Undo, CodeMail, Errand, Packet {

    /** The lane it would leave by. */
    Lane lane();

    /** Everything that would become visible outside, in one canonical string: what a permit is issued for. */
    String canonicalContent();
}
