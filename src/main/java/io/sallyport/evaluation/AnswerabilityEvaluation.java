package io.sallyport.evaluation;

import io.sallyport.answer.Composer;
import io.sallyport.answer.Composition;
import io.sallyport.answer.ExtractiveComposer;
import io.sallyport.answer.Precedents;
import io.sallyport.answer.Researcher;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Trigger;
import io.sallyport.evaluation.Conversation.Label;
import io.sallyport.model.Embedder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether the desk answers what its passages answer and leaves the rest alone: each conversation goes through the desk's own
 * Researcher and Composer. A row without passages is no test of the decision, so each is tried a second time among the passages
 * of all other conversations in the file.
 */
public final class AnswerabilityEvaluation {

    /** What became of one conversation. */
    public enum Decision {
        ANSWERED,
        ASKED,
        DECLINED
    }

    /** @param why the frame it was composed in, or why it was declined */
    public record Decided(Conversation conversation, Decision decision, String why) {}

    private final Embedder embedder;
    private final Composer composer;

    public AnswerabilityEvaluation(Embedder embedder) {
        this.embedder = embedder;
        this.composer = new ExtractiveComposer(embedder, Precedents.none(embedder), "");
    }

    /** Each with its own passages. */
    public List<Decided> withGivenPassages(List<Conversation> conversations) {
        return conversations.stream().map(one -> decide(one, one.passages())).toList();
    }

    /** Each with the passages of the others only, so that whatever is answered is answered from a stranger's passage. */
    public List<Decided> amongStrangers(List<Conversation> conversations) {
        return conversations.stream()
                .map(one -> decide(one, strangers(one, conversations)))
                .toList();
    }

    static List<Conversation.Given> strangers(Conversation one, List<Conversation> all) {
        // By what they say: in some data ids count within each row.
        Set<String> own = one.passages().stream().map(Conversation.Given::text).collect(Collectors.toSet());
        Set<String> ids = new HashSet<>();
        Map<String, Conversation.Given> others = new LinkedHashMap<>();
        all.stream()
                .filter(other -> !other.sitting().equals(one.sitting()))
                .flatMap(other -> other.passages().stream())
                .filter(passage -> !own.contains(passage.text()))
                .forEach(passage -> others.computeIfAbsent(passage.text(), _ -> named(passage, ids)));
        return List.copyOf(others.values());
    }

    /** Under its own id if no other of these has it. */
    private static Conversation.Given named(Conversation.Given passage, Set<String> taken) {
        String name = passage.id();
        for (int more = 2; !taken.add(name); more++) {
            name = more + "~" + passage.id();
        }
        return new Conversation.Given(name, passage.text());
    }

    private Decided decide(Conversation conversation, List<Conversation.Given> passages) {
        CaseRecord record = conversation.record();
        var evidence = new Researcher(new GivenPassages(passages, embedder), embedder, Precedents.none(embedder))
                .gather(record);
        return switch (composer.compose(record, evidence, List.of())) {
            case Composition.Written written -> new Decided(conversation, Decision.ANSWERED, written.frame());
            case Composition.Asked asked -> new Decided(conversation, Decision.ASKED, asked.frame());
            case Composition.Declined(Trigger why) -> new Decided(conversation, Decision.DECLINED, why.because());
        };
    }

    /**
     * By the names that {@code --json} prints them under; a share of none is null.
     *
     * @param strangers the same conversations, decided {@link #amongStrangers}
     */
    public static Map<String, @Nullable Object> figures(List<Decided> given, List<Decided> strangers) {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("n", given.size());
        figures.put("unsafe_answer_rate", share(given, Label.UNANSWERABLE, Decision.ANSWERED));
        figures.put("answered_share", share(given, Label.ANSWERABLE, Decision.ANSWERED));
        figures.put("asked_share", shareOf(given, Decision.ASKED));
        figures.put("answered_share_partial", share(given, Label.PARTIAL, Decision.ANSWERED));
        figures.put("answered_share_underspecified", share(given, Label.UNDERSPECIFIED, Decision.ANSWERED));
        figures.put("asked_share_underspecified", share(given, Label.UNDERSPECIFIED, Decision.ASKED));
        figures.put(
                "unanswerable_with_passages",
                given.stream()
                        .filter(one -> one.conversation().label() == Label.UNANSWERABLE
                                && !one.conversation().passages().isEmpty())
                        .count());
        figures.put("strangers_unsafe_answer_rate", share(strangers, Label.UNANSWERABLE, Decision.ANSWERED));
        figures.put("strangers_answered_share", shareOf(strangers, Decision.ANSWERED));
        return figures;
    }

    private static @Nullable Double share(List<Decided> all, Label label, Decision decision) {
        return shareOf(
                all.stream().filter(one -> one.conversation().label() == label).toList(), decision);
    }

    private static @Nullable Double shareOf(List<Decided> all, Decision decision) {
        return Fraction.of(all, one -> one.decision() == decision).orElse(null);
    }
}
