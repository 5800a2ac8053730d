package io.sallyport.insight;

import io.sallyport.casefile.CaseStore;
import io.sallyport.insight.QaLedger.Due;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One round of the QA Reviewer: takes in what was sent since the last one, then reviews what is due, one after another. */
final class QaRound {

    private static final Logger LOG = LoggerFactory.getLogger(QaRound.class);

    /** Then the thread is free for cases again; the next round goes on. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final QaLedger ledger;
    private final Reviewing reviewer;
    private final CaseStore cases;
    private final InstantSource clock;

    QaRound(QaLedger ledger, Reviewing reviewer, CaseStore cases, InstantSource clock) {
        this.ledger = ledger;
        this.reviewer = reviewer;
        this.cases = cases;
        this.clock = clock;
    }

    void run() {
        ledger.takeIn();
        var until = clock.instant().plus(LONGEST);
        Optional<Due> due = ledger.next();
        while (due.isPresent()) {
            review(due.get());
            due = clock.instant().isBefore(until) ? ledger.next() : Optional.empty();
        }
    }

    private void review(Due due) {
        if (due.tries() > QaLedger.TRIES) {
            // The last try was begun and never ended.
            ledger.keepFault(due, "the review broke");
            LOG.warn("a sent reply could not be reviewed case={} effect={}", due.caseId(), due.effectId());
            return;
        }
        var review = reviewer.review(Subject.sent(cases.events(due.caseId()), due.effectId()));
        ledger.keep(due, review);
        switch (review) {
            case Review.Scored scored
            when !scored.isAccurate() ->
                LOG.error(
                        "a sent reply was found not accurate case={} effect={} accuracy={} grounded={}",
                        due.caseId(),
                        due.effectId(),
                        scored.accuracy().points(),
                        scored.isGrounded());
            case Review.Scored _ -> {}
            case Review.Missing(String why) ->
                LOG.warn(
                        "a sent reply was not reviewed case={} effect={} try={} of={} because=\"{}\"",
                        due.caseId(),
                        due.effectId(),
                        due.tries(),
                        QaLedger.TRIES,
                        why);
        }
    }
}
