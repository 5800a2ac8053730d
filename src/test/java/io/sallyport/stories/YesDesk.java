package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.testkit.ActionKit;
import io.sallyport.testkit.DeskKit;
import java.util.Optional;

/** A desk where changes of the first of two orders wait for a person's yes, and those of the second do not. */
final class YesDesk implements AutoCloseable {

    static final String WISH = "Please cancel order HL-100200.";
    static final String ANOTHER = "Please cancel order HL-100300, too.";
    static final String FIRST = "sandbox/order-cancellation HL-100200";
    static final String SECOND = "sandbox/order-cancellation HL-100300";
    static final String CANCELLED = "We have cancelled order HL-100200.";
    static final String CANCELLED_TOO = "We have cancelled order HL-100300.";

    private final ActingDesk story = new ActingDesk();
    private final ActionKit world = story.world();

    YesDesk() {
        story.order("HL-100300", "processing");
        needYeses(1);
    }

    @Override
    public void close() {
        story.close();
    }

    ActingDesk acting() {
        return story;
    }

    ActionKit world() {
        return world;
    }

    DeskKit desk(boolean crashing) {
        return crashing ? story.crashing().desk() : story.desk();
    }

    void needYeses(int count) {
        world.policy((record, plan) -> plan.value("order").equals(Optional.of("HL-100200"))
                        && record.action().approvals().size() < count
                ? Verdict.stop("authorization", "above the limit", Verdict.Remedy.APPROVAL)
                : Verdict.pass("authorization"));
    }

    static CaseId held(DeskKit desk, String words) {
        CaseId id = desk.ticket(words);
        desk.runUntilQuiet();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Held.class);
        return id;
    }

    /** People's queue reads it. */
    static void write(DeskKit desk, CaseId id, String words) {
        desk.write(id, words);
        desk.runUntilQuiet();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Held.class);
    }

    static CaseRecord approve(DeskKit desk, CaseId id) {
        return approve(desk, id, "Ines");
    }

    static CaseRecord approve(DeskKit desk, CaseId id, String person) {
        CaseRecord record = desk.load(id);
        String hash = record.action().findPlan().map(ActionPlan::hash).orElseThrow();
        var yes = new Approval(hash, person, "lead", desk.clock().instant());
        assertThat(new Decisions(desk.cases()).approvePlan(Seen.of(record), yes))
                .isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
        return desk.load(id);
    }

    static void answer(DeskKit desk, CaseId id) {
        assertThat(new Decisions(desk.cases())
                        .reply(Seen.of(desk.load(id)), "That one has left our house already.", "Olu"))
                .isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
    }

    static CaseRecord give(DeskKit desk, CaseId id) {
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Challenged.class);
        desk.write(id, "The code is " + ActionKit.CODE + ".");
        desk.runUntilQuiet();
        return desk.load(id);
    }

    static String reply(DeskKit desk) {
        return desk.channel().posted().getLast();
    }

    static long plans(DeskKit desk, CaseId id) {
        return desk.cases().events(id).stream()
                .filter(event -> event.fact() instanceof Fact.ActionPlanned)
                .count();
    }
}
