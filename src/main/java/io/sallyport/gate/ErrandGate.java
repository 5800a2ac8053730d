package io.sallyport.gate;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.HandOver;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.PacketPart;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Verdict;
import io.sallyport.privacy.Mask;
import io.sallyport.text.Value;
import io.sallyport.text.Values;
import io.sallyport.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what is told to colleagues in tools of theirs, where more eyes see it than the desk's: no secrets, nothing that is not
 * this case's, and on a page, which lights up on somebody's table, nothing of the person who wrote.
 */
public final class ErrandGate implements Gate<Errand> {

    /** So many of the customer's words in a row are a quote. */
    private static final int TELLTALE_WORDS = 5;

    /** In Markdown. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");

    private static final Set<Value.Kind> PARTICULAR =
            Set.of(Value.Kind.EMAIL, Value.Kind.ID, Value.Kind.MONEY, Value.Kind.ADDRESS);

    @Override
    public String name() {
        return HandoffGate.NAME;
    }

    @Override
    public Verdict judge(CaseRecord record, Errand errand) {
        String text = read(errand);
        Optional<String> why = Secrets.findIn(text)
                .map(secret -> "it holds " + secret)
                .or(() -> LongNumbers.in(text).stream().anyMatch(LongNumbers.LongNumber::isCard)
                        ? Optional.of("it holds a payment card number")
                        : Optional.empty())
                .or(() -> foreign(record, errand, text))
                .or(() -> errand.kind() == Errand.Kind.PAGE ? personal(record, text) : Optional.empty());
        return why.map(reason -> Verdict.stop(name(), reason))
                .orElseGet(() -> Verdict.pass(name(), "no secrets, and nothing but this case's"));
    }

    /** As whoever opens an issue reads it: a mark that is kept from marking stands there without its backslash. */
    private static String read(Errand errand) {
        String text = switch (errand.kind()) {
            case ISSUE, LINK -> ESCAPED.matcher(errand.text()).replaceAll("$1");
            case PAGE, CHAT -> errand.text();
        };
        return Mask.withoutPlaceholders(errand.title() + "\n" + text);
    }

    /** What names somebody or something in particular has to be this case's. */
    private static Optional<String> foreign(CaseRecord record, Errand errand, String text) {
        var more = new ArrayList<String>(List.of(errand.onto(), errand.occasion()));
        record.handOver().packet().map(Packet::canonicalContent).ifPresent(more::add);
        // An issue that waits for its tracker may name a part as missing that the packet has by now.
        Arrays.stream(PacketPart.values()).map(PacketPart::path).forEach(more::add);
        // Nor need anybody have read yet how grave it is.
        Arrays.stream(Priority.values()).map(Priority::name).forEach(more::add);
        record.handOver().cluster().map(HandOver.Cluster::id).ifPresent(more::add);
        record.handOver().findIssue().ifPresent(more::add);
        record.handOver().news().ifPresent(news -> more.add(news.issue() + "\n" + news.note()));
        record.handOver().notes().forEach(note -> more.add(note.text()));
        var known = CaseWords.of(record).and(more);
        return Values.in(text).stream()
                .filter(value -> PARTICULAR.contains(value.kind()))
                .filter(value -> !value.span().in(text).equals(record.id().value()))
                .filter(value -> !known.holds(value))
                .map(value -> "'" + value.span().in(text) + "' is not of this case")
                .findFirst();
    }

    private static Optional<String> personal(CaseRecord record, String text) {
        boolean isAddressed = Values.in(text).stream().anyMatch(value -> value.kind() == Value.Kind.EMAIL)
                || (!record.ticket().customer().isBlank()
                        && text.contains(record.ticket().customer()));
        if (isAddressed) {
            return Optional.of("a page holds no addresses");
        }
        List<String> words = Words.of(text);
        boolean isNamed = record.findings()
                .triage()
                .map(triage -> Words.of(triage.customer().name()))
                .filter(name -> !name.isEmpty())
                .filter(name -> Collections.indexOfSubList(words, name) >= 0)
                .isPresent();
        if (isNamed) {
            return Optional.of("a page does not say who the customer is");
        }
        return Overlap.first(words, CaseWords.of(record).customersWords(), List.of(), TELLTALE_WORDS)
                .map(run -> "a page does not repeat the customer's words: '" + run + "'");
    }
}
