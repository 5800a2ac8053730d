package io.sallyport.escalation;

import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.HandOverText;
import io.sallyport.casefile.NewsText;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.model.language.Answer;
import io.sallyport.model.language.LanguageModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a customer who has their case and by when they will hear, at once when people get it. By a model's words where one
 * plays the escalation role and every gate passes them, else by the reviewed words, filled from the record alone. May be shared
 * between threads.
 */
public final class BridgeWriter {

    private static final Logger LOG = LoggerFactory.getLogger(BridgeWriter.class);

    private final ExpectedWait wait;
    private final Optional<BridgeWording> wording;

    /** @param model of the escalation role; empty where the reviewed words are all that is ever said */
    public BridgeWriter(ExpectedWait wait, Optional<LanguageModel> model) {
        this.wait = wait;
        this.wording = model.map(BridgeWording::new);
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
        Optional<NewsText> news = NewsText.of(record);
        if (news.isPresent()) {
            Reply told = news.get().reply();
            return new Fact.BridgeComposed(told, "engineering's words", gates.apply(told));
        }
        HandOverText text = HandOverText.of(record).orElseThrow();
        Reply reviewed = text.reply();
        String frame = "reviewed words in '" + reviewed.language() + "'";
        if (wording.isEmpty() || isStillWaiting(record) || !BridgeWording.isFor(record)) {
            return new Fact.BridgeComposed(reviewed, frame, gates.apply(reviewed));
        }
        return switch (wording.get().write(record, text, reviewed)) {
            case Answer.Failed<Reply> failed ->
                instead(
                        record,
                        reviewed,
                        frame + "; no model worded it: " + failed.fault().label(),
                        gates);
            case Answer.Said<Reply>(var reply, var _, var by) -> {
                List<Verdict> verdicts = gates.apply(reply);
                yield findStop(verdicts)
                        .map(stop -> instead(
                                record,
                                reviewed,
                                frame + "; " + stop.gate() + " stopped the words of " + by + ": " + stop.reason(),
                                gates))
                        .orElseGet(() -> new Fact.BridgeComposed(reply, "written by " + by, verdicts));
            }
        };
    }

    private static boolean isStillWaiting(CaseRecord record) {
        return is(record, BridgeWork.Occasion.STILL_WAITING);
    }

    private static boolean is(CaseRecord record, BridgeWork.Occasion occasion) {
        return record.bridge().findRound().stream().anyMatch(round -> round.occasion() == occasion);
    }

    private static Fact.BridgeComposed instead(
            CaseRecord record, Reply reviewed, String frame, Function<Reply, List<Verdict>> gates) {
        LOG.warn("a bridge reply has the reviewed words, no model's; its event says why case={}", record.id());
        return new Fact.BridgeComposed(reviewed, frame, gates.apply(reviewed));
    }

    private static Optional<Verdict.Stop> findStop(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(Verdict.Stop.class::isInstance)
                .map(Verdict.Stop.class::cast)
                .findFirst();
    }

    /** Two machines must not talk to each other, and without an address there is nobody to talk to. */
    private static Optional<String> findWhyNot(CaseRecord record) {
        if (record.ticket().customer().isBlank()) {
            return Optional.of("the sender is unknown");
        }
        if (is(record, BridgeWork.Occasion.NEWS)) {
            return NewsText.findWhyNot(record);
        }
        if (!(record.standing() instanceof Standing.WithPeople)) {
            return Optional.of("people do not have the case any more");
        }
        return record.findings()
                .screening()
                .filter(Screening::isJunk)
                .map(found -> found.isEmpty()
                        ? "their message is empty"
                        : "a machine wrote it: " + found.automatic().label());
    }
}
