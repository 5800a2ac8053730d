package io.sallyport.answer;

import io.sallyport.casefile.Specialist;
import io.sallyport.text.Lexicon;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a specialist may look up while it works. Every tool only reads. */
enum Tool {
    /** Articles of the specialist's own scope. */
    SEARCH_ARTICLES,
    READ_ARTICLE,
    /** What tier the customer is in; neither name nor address. */
    READ_CUSTOMER,
    /** The customer's own orders. */
    READ_ORDER,
    READ_INVOICE,
    READ_SUBSCRIPTION,
    /** What triage recognised. */
    KNOWN_ISSUE;

    /** As models and the Case Record write it: {@code search_articles}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a tool that there is not, or that is another specialist's. */
    static Optional<Tool> find(String label, Specialist specialist) {
        return Arrays.stream(values())
                .filter(tool -> tool.label().equals(label.strip()))
                .filter(tool -> listOf(specialist).contains(tool.label()))
                .findFirst();
    }

    private static List<String> listOf(Specialist specialist) {
        return Lexicon.rows("/answer/tools.txt").stream()
                .filter(row -> row.getFirst().equals(specialist.name().toLowerCase(Locale.ROOT)))
                .flatMap(row -> Arrays.stream(row.getLast().split("\\s+")))
                .toList();
    }
}
