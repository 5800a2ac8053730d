package io.sallyport.action;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The e-mail addresses that a message names, each whole: a part of one, or the role of its owner, names nobody's. */
final class Mailboxes {

    private static final String MAILBOX = "[^\\s<>(),;:\"@]+@[^\\s<>(),;:\"@]+\\.[^\\s<>(),;:\"@.]+";
    private static final Pattern EMAIL = Pattern.compile(MAILBOX);
    private static final Pattern END = Pattern.compile("[.!?]+$");

    /** Between the verb and the address: one sentence, and nothing that is to be sent there. */
    private static final String WITHIN =
            "(?:(?![.!?](?:\\s|$)|\\b(?:sen[dt]|sends|sending|write|reply|answer|forward|go|goes|link|code)\\b)"
                    + "[\\s\\S]){0,160}?";

    private static final String ALTER =
            "\\b(?:change|switch|move|alter|update|set|make|correct|put|edit|amend|modify|transfer|swap|replace)\\b";

    private static final String NO_MAIL = "(?<!\\bnot\\s|[,;]\\se?-?mails?\\s)";

    private static final String NOUN =
            "(?:e-?mail|mail|login|sign-?in|address|mailbox|account|one|this|my|our|the|be|new|:)";

    private static final String NEW =
            "\\bnew\\s+(?:" + NOUN + "\\s+){0,3}" + NOUN + "\\s*(?:is:?|:|=|will be|should be)";

    private static final Pattern CHANGE_TO = Pattern.compile(
            "(?:" + ALTER + WITHIN + "(?:" + NO_MAIL + "\\b(?:in)?to(?:\\s+" + NOUN + "){0,4}|[-=]>|→)|" + NEW
                    + ")\\s*[<(\"“'‘]*(" + MAILBOX + ")",
            Pattern.CASE_INSENSITIVE);

    private Mailboxes() {}

    static Set<String> in(String text) {
        return EMAIL.matcher(text).results().map(found -> clean(found.group())).collect(Collectors.toSet());
    }

    /** Entries whose whole address stands in the text. */
    static Pointed pointed(List<Map<String, FieldValue>> entries, String field, Said said) {
        return new Pointed(named(entries, field, in(said.whole())), false, Optional.empty());
    }

    /** The entry that an address is to be changed to; none where the message also names an address that is nobody's here. */
    static Pointed changedTo(List<Map<String, FieldValue>> entries, String field, Said said, BusinessRecord account) {
        if (!Addresses.of(account).containsAll(in(said.whole()))) {
            return new Pointed(List.of(), false, Optional.empty());
        }
        Set<String> wanted = CHANGE_TO
                .matcher(said.whole())
                .results()
                .map(found -> clean(found.group(1)))
                .filter(address -> !account.text("email").map(Addresses::lower).equals(Optional.of(address)))
                .collect(Collectors.toSet());
        return new Pointed(wanted.size() == 1 ? named(entries, field, wanted) : List.of(), false, Optional.empty());
    }

    private static List<Map<String, FieldValue>> named(
            List<Map<String, FieldValue>> entries, String field, Set<String> addresses) {
        return entries.stream()
                .filter(entry -> Fields.text(entry, field)
                        .map(Addresses::lower)
                        .filter(addresses::contains)
                        .isPresent())
                .toList();
    }

    private static String clean(String written) {
        return Addresses.lower(END.matcher(written).replaceAll(""));
    }
}
