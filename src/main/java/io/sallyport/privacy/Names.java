package io.sallyport.privacy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names found in one part of a text, looked for in the others. */
final class Names {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{3,}");

    /** A name begins large; where it stands small, as in "may" or "will", it is a word. */
    private static final Pattern LARGE_WORD = Pattern.compile("(?<![\\p{L}\\p{M}])\\p{Lu}[\\p{L}\\p{M}]{2,}");

    private Names() {}

    /** The words of the names, in small letters. */
    static Set<String> in(List<Finding> findings, String text) {
        return findings.stream()
                .filter(finding -> finding.kind() == Kind.NAME)
                .flatMap(finding -> WORD.matcher(finding.span().in(text)).results())
                .map(word -> word.group())
                .filter(word -> Character.isUpperCase(word.codePointAt(0)))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
    }

    static List<Finding> again(Collection<String> named, String text) {
        if (named.isEmpty()) {
            return List.of();
        }
        return LARGE_WORD
                .matcher(text)
                .results()
                .filter(word -> named.contains(word.group().toLowerCase(Locale.ROOT)))
                .map(word -> Finding.at(Kind.NAME, word.start(), word.end()))
                .toList();
    }
}
