package io.sallyport.escalation;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Triage;
import io.sallyport.model.language.Answer.Failed;
import io.sallyport.model.language.Answer.Said;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.model.language.Material;
import io.sallyport.model.language.Prompt;
import io.sallyport.model.language.Purpose;
import io.sallyport.model.language.Request;
import io.sallyport.model.language.Shape;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.Value;
import io.sallyport.text.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a model tell the person who takes a case over what it is about, from the Case Record alone. What quotes words that the
 * customer did not write, or figures that the case does not hold, is not kept; then the person reads the case as without it.
 */
public final class EscalationWriter {

    private static final Logger LOG = LoggerFactory.getLogger(EscalationWriter.class);

    private static final Prompt PROMPT = Prompt.shipped("escalation", "escalation writer");
    private static final Shape<Written> SHAPE = Shape.of(Written.class);
    private static final int LONGEST_ANSWER = 900;

    /** The case is in its queue already; nobody waits for this but the reader. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    record Written(
            @JsonPropertyDescription("the problem, in at most four sentences")
            String problem,

            @JsonPropertyDescription("what was tried, each with what came of it; none when nothing was")
            List<String> tried,

            @JsonPropertyDescription("the customer's words that matter most, copied word for word")
            List<String> words,

            @JsonPropertyDescription("what the person should do now, in one sentence")
            String nextStep) {}

    private final LanguageModel model;

    public EscalationWriter(LanguageModel model) {
        this.model = model;
    }

    /** @param record of a case that is with people */
    public Optional<Brief> write(CaseRecord record) {
        return switch (model.ask(request(record))) {
            case Said<Written>(var written, var _, var by) -> brief(record, written, by);
            case Failed<Written> failed -> {
                LOG.warn(
                        "nobody wrote a brief case={} fault={}",
                        record.id(),
                        failed.fault().label());
                yield Optional.empty();
            }
        };
    }

    private static Optional<Brief> brief(CaseRecord record, Written written, String by) {
        Optional<String> unborne = findUnborne(record, written);
        if (unborne.isPresent()) {
            LOG.warn("a brief was not kept case={} because=\"{}\"", record.id(), unborne.get());
            return Optional.empty();
        }
        return Optional.of(
                new Brief(by, PROMPT.hash(), written.problem(), written.tried(), written.words(), written.nextStep()));
    }

    /** What of it the case does not bear. */
    private static Optional<String> findUnborne(CaseRecord record, Written written) {
        var customers = record.thread().stream()
                .filter(Message::isFromCustomer)
                .map(message -> SentenceSplitter.flat(message.subjectAndText()))
                .toList();
        boolean isQuoted = written.words().stream()
                .map(SentenceSplitter::flat)
                .allMatch(words -> !words.isEmpty() && customers.stream().anyMatch(message -> message.contains(words)));
        if (!isQuoted) {
            return Optional.of("it quotes words that the customer did not write");
        }
        var claimed = new ArrayList<>(List.of(written.problem(), written.nextStep()));
        claimed.addAll(written.tried());
        var known = Values.normalsIn(String.join("\n", known(record)));
        return figures(String.join("\n", claimed)).allMatch(known::contains)
                ? Optional.empty()
                : Optional.of("it says a figure that the case does not hold");
    }

    /** Those in digits: whoever retells says "both" or "two" where the customer said "twice". */
    private static Stream<String> figures(String text) {
        return Values.in(text).stream()
                .filter(value -> value.span().in(text).codePoints().anyMatch(Character::isDigit))
                .map(Value::toString);
    }

    private static List<String> known(CaseRecord record) {
        var known = new ArrayList<String>();
        record.thread().forEach(message -> known.add(message.subjectAndText()));
        if (record.standing() instanceof Standing.WithPeople people) {
            known.add(people.why());
            people.triggers().forEach(trigger -> known.add(trigger.because()));
            people.flags().forEach(flag -> known.add(flag.sentence() + "\n" + flag.why()));
        }
        return known;
    }

    private static Request<Written> request(CaseRecord record) {
        var material = new Material();
        record.thread().forEach(message -> material.add(author(message), message.subjectAndText()));
        record.findings()
                .triage()
                .ifPresent(triage -> material.add("triage", triage.category().label() + ", " + triage.priority()));
        if (record.standing() instanceof Standing.WithPeople people) {
            material.add("why a person gets it", people.why());
            people.triggers()
                    .forEach(trigger -> material.add("trigger", trigger.kind().label() + ": " + trigger.because()));
            people.flags().forEach(flag -> material.add("stopped sentence", flag.sentence() + "\n" + flag.why()));
        }
        return new Request<>(
                new Purpose.OfCase(PROMPT.agent(), record.id(), Lane.ESCALATION, priority(record)),
                PROMPT.text(),
                material.text(),
                SHAPE,
                LONGEST_ANSWER,
                PATIENCE);
    }

    private static Priority priority(CaseRecord record) {
        return record.findings().triage().map(Triage::priority).orElse(Priority.P3);
    }

    private static String author(Message message) {
        return "message by the " + message.author().name().toLowerCase(Locale.ROOT);
    }
}
