package io.sallyport.escalation;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Standing;
import io.sallyport.escalation.Clusters.Members;
import io.sallyport.escalation.Clusters.Unread;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person decides for all cases of a cluster at once. May be shared between threads. */
public final class ClusterDecisions {

    private static final String UNREAD = "The case cannot be read now; try again once it can.";

    private final Clusters clusters;
    private final Decisions decisions;

    public ClusterDecisions(Clusters clusters, Decisions decisions) {
        this.clusters = clusters;
        this.decisions = decisions;
    }

    /** What became of one case when all of a cluster were answered or closed; empty where it was done. */
    public record Outcome(CaseId caseId, Optional<String> whyNot) {}

    /** Answers every customer of the cluster in a person's words: each once, each through the gates of their own case. */
    public List<Outcome> tell(String cluster, String text, String person) {
        Members members = clusters.members(cluster);
        Set<String> told = members.read().stream()
                .filter(record -> isTold(record, text))
                .map(record -> record.ticket().customer())
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, String> unsure = unsure(members, text);
        return ofOpen(members, record -> {
            String customer = record.ticket().customer();
            return told.contains(customer) || !unsure.containsKey(customer)
                    ? tell(record, text, person, told)
                    : Optional.of("Nobody knows whether the customer has been told, as " + unsure.get(customer));
        });
    }

    /** By customer, why nobody knows: they may have been told on a case that cannot be read, or by a reply that got lost. */
    private static Map<String, String> unsure(Members members, String text) {
        var unsure = new HashMap<String, String>();
        members.read().stream()
                .filter(record -> isUncertain(record, text))
                .forEach(record -> unsure.put(
                        record.ticket().customer(),
                        "it is unknown whether the reply on " + record.id()
                                + " arrived; find out, and answer there by hand."));
        members.unread().forEach(each -> unsure.put(each.customer(), each.id() + " of theirs cannot be read now."));
        return unsure;
    }

    private static boolean isUncertain(CaseRecord record, String text) {
        String words = EditedText.own(record, text).text();
        return record.effects().stream()
                .filter(Effect::isUncertain)
                .flatMap(effect -> effect.reply().stream())
                .anyMatch(reply -> reply.text().equals(words));
    }

    /** Only who was answered counts as told: where one case of theirs refuses, the next is tried. */
    private Optional<String> tell(CaseRecord record, String text, String person, Set<String> told) {
        String customer = record.ticket().customer();
        if (told.contains(customer)) {
            return Optional.of(
                    isTold(record, text)
                            ? "The customer has been told this."
                            : "The customer is told this on another case of theirs.");
        }
        Decision decision = decisions.reply(Seen.of(record), text, person);
        if (decision instanceof Decision.Taken) {
            told.add(customer);
        }
        return whyNot(decision);
    }

    private static boolean isTold(CaseRecord record, String text) {
        String words = EditedText.own(record, text).text();
        return record.messages().stream()
                        .anyMatch(message ->
                                message.isAnswer() && message.written().equals(words))
                || leaving(record.answer())
                        .filter(draft -> draft.reply().text().equals(words))
                        .isPresent();
    }

    /** What reaches the customer unless something stops it yet. */
    private static Optional<AnswerWork.Draft> leaving(AnswerWork answer) {
        return switch (answer) {
            case AnswerWork.Judged judged -> judged.isPassed() ? answer.findDraft() : Optional.empty();
            case AnswerWork.Drafted _, AnswerWork.Approved _, AnswerWork.Sending _, AnswerWork.Sent _ ->
                answer.findDraft();
            case AnswerWork.NotBegun _,
                    AnswerWork.Researched _,
                    AnswerWork.Declined _,
                    AnswerWork.Held _,
                    AnswerWork.Undelivered _ -> Optional.empty();
        };
    }

    /** Closes every case of the cluster that is not over. */
    public List<Outcome> resolve(String cluster, String how, String person) {
        return ofOpen(clusters.members(cluster), record -> whyNot(decisions.resolve(Seen.of(record), how, person)));
    }

    /** @param whyNot decides one case; empty where it was done */
    private static List<Outcome> ofOpen(Members members, Function<CaseRecord, Optional<String>> whyNot) {
        return Stream.concat(
                        members.read().stream()
                                .filter(ClusterDecisions::isOpen)
                                .map(record -> new Outcome(record.id(), whyNot.apply(record))),
                        members.unread().stream()
                                .filter(Unread::isOpen)
                                .map(each -> new Outcome(each.id(), Optional.of(UNREAD))))
                .toList();
    }

    private static boolean isOpen(CaseRecord record) {
        return switch (record.standing()) {
            case Standing.Resolved _, Standing.Junk _ -> false;
            case Standing.AtWork _, Standing.WithPeople _, Standing.AwaitingCustomer _ -> true;
        };
    }

    private static Optional<String> whyNot(Decision decision) {
        return switch (decision) {
            case Decision.Taken _ -> Optional.empty();
            case Decision.Refused refused -> Optional.of(refused.why());
            case Decision.Overtaken _ -> Optional.of("The case moved on just now.");
        };
    }
}
