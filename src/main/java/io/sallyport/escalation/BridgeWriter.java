package io.sallyport.escalation;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.HandOverText;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells a customer who has their case and by when they will hear, at once when people get it. By the reviewed words, filled
 * from the record alone. May be shared between threads.
 */
public final class BridgeWriter {

    private final ExpectedWait wait;

    public BridgeWriter(ExpectedWait wait) {
        this.wait = wait;
    }

    /** @return {@link Fact.WaitEstimated}, or {@link Fact.BridgeOmitted} where there is nobody to tell */
    public Fact estimate(CaseRecord record) {
        return findWhyNot(record)
                .<Fact>map(Fact.BridgeOmitted::new)
                .orElseGet(() -> new Fact.WaitEstimated(wait.estimate(record)));
    }

    /**
     * @param record with the estimate
     * @param gates every gate's verdict on a reply
     */
    public Fact.BridgeComposed write(CaseRecord record, Function<Reply, List<Verdict>> gates) {
        Reply reply = HandOverText.of(record).orElseThrow().reply();
        return new Fact.BridgeComposed(reply, "reviewed words in '" + reply.language() + "'", gates.apply(reply));
    }

    /** Two machines must not talk to each other, and without an address there is nobody to talk to. */
    private static Optional<String> findWhyNot(CaseRecord record) {
        if (record.ticket().customer().isBlank()) {
            return Optional.of("the sender is unknown");
        }
        return record.findings()
                .screening()
                .filter(Screening::isJunk)
                .map(found -> found.isEmpty()
                        ? "their message is empty"
                        : "a machine wrote it: " + found.automatic().label());
    }
}
