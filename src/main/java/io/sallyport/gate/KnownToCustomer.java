package io.sallyport.gate;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Reply;
import io.sallyport.text.Value;
import io.sallyport.text.Values;
import io.sallyport.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the customer has told us or may read anyway: their own messages and address, and the public sources cited. */
final class KnownToCustomer {

    private final Set<String> words = new HashSet<>();
    private final Set<String> values = new HashSet<>();
    private final Set<String> digits = new HashSet<>();

    private KnownToCustomer(List<String> texts) {
        for (String text : texts) {
            Words.of(text).forEach(word -> words.add(bare(word)));
            Values.in(text).stream().map(Value::normal).forEach(values::add);
            LongNumbers.in(text).forEach(number -> digits.add(number.digits()));
        }
    }

    /** @param isCustomerSure whether it is sure enough who writes for what stands in their account to be theirs to read */
    static KnownToCustomer of(
            CaseRecord record, Reply reply, LivingSources sources, String company, boolean isCustomerSure) {
        var texts = new ArrayList<String>();
        for (Message message : record.messages()) {
            if (message.isFromCustomer()) {
                texts.addAll(List.of(message.from(), message.subjectAndText(), message.setAside()));
            }
        }
        texts.addAll(List.of(
                record.ticket().customer(),
                record.ticket().subject(),
                record.id().value(),
                company));
        texts.addAll(isCustomerSure ? ActionSentences.of(record) : ActionSentences.forAnybody(record));
        record.findings().triage().ifPresent(triage -> {
            texts.add(triage.customer().name());
            texts.add(triage.customer().address());
        });
        reply.citations().forEach(citation -> {
            if (sources.find(citation.source()) instanceof LivingSources.Finding.Living(SourceText source)) {
                texts.add(source.text());
            }
        });
        return new KnownToCustomer(texts);
    }

    boolean hasWord(String word) {
        return words.contains(bare(word));
    }

    boolean hasValue(String normal) {
        return values.contains(normal);
    }

    boolean hasDigits(String number) {
        return digits.contains(number);
    }

    /** A word as it is compared: small, without plural and possessive ending. */
    static String bare(String word) {
        return Words.singular(word.toLowerCase(Locale.ROOT).replaceFirst("'s?$", ""));
    }
}
