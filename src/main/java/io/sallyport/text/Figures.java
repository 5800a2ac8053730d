package io.sallyport.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads figures, in digits or words. */
final class Figures {

    /** @param isPronoun whether it may be the "one" of "this one" */
    record Figure(BigDecimal value, boolean isPronoun, int next) {
        String normal() {
            return Units.plain(value);
        }
    }

    private static final Map<String, Integer> SCALES =
            Map.of("hundred", 100, "thousand", 1000, "million", 1_000_000, "billion", 1_000_000_000, "k", 1000);
    private static final Set<String> BEFORE_PRONOUN = Set.of(
            "the", "this", "that", "which", "each", "every", "another", "any", "no", "some", "only", "new", "old",
            "other");

    private static final Pattern ORDINAL = Pattern.compile("(\\d+)(?:st|nd|rd|th)");
    private static final Pattern SEPARATOR = Pattern.compile("[,'\u00A0\u202F](?=\\d{3})");
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private final List<Token> tokens;

    Figures(List<Token> tokens) {
        this.tokens = tokens;
    }

    Optional<Figure> readAt(int at) {
        if (at >= tokens.size()) {
            return Optional.empty();
        }
        Token token = tokens.get(at);
        if (token.kind() == Token.Kind.NUMBER) {
            return digits(token).map(value -> scaled(value, at + 1));
        }
        return token.isWord() ? readWords(at) : Optional.empty();
    }

    Optional<Figure> readOrdinal(int at) {
        String word = tokens.get(at).lower();
        if (tokens.get(at).kind() == Token.Kind.NUMBER) {
            Matcher written = ORDINAL.matcher(word);
            return written.matches()
                    ? Optional.of(new Figure(new BigDecimal(written.group(1)), false, at + 1))
                    : Optional.empty();
        }
        return NumberWords.ordinal(word).map(n -> new Figure(BigDecimal.valueOf(n), false, at + 1));
    }

    private static Optional<BigDecimal> digits(Token token) {
        String grouped = SEPARATOR.matcher(token.text()).replaceAll("");
        String plain = grouped.startsWith("+") ? grouped.substring(1) : grouped;
        return PLAIN.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private Figure scaled(BigDecimal value, int next) {
        BigDecimal result = value;
        int at = next;
        while (scaleAt(at) > 1) {
            result = result.multiply(BigDecimal.valueOf(scaleAt(at)));
            at++;
        }
        return new Figure(result, false, at);
    }

    /** "three", "twenty-one", "two hundred and fifty", "a hundred". */
    private Optional<Figure> readWords(int from) {
        boolean article = Set.of("a", "an").contains(lower(from))
                && SCALES.containsKey(lower(from + 1))
                && !"k".equals(lower(from + 1));
        int at = article ? from + 1 : from;
        if (!article && NumberWords.cardinal(lower(from)).isEmpty()) {
            return Optional.empty();
        }
        long total = 0;
        long part = article ? 1 : 0;
        while (at < tokens.size()) {
            String word = lower(at);
            boolean link = at > from && ("-".equals(word) || "and".equals(word)) && belongs(word, at);
            if (link) {
                at++;
                continue;
            }
            Optional<Integer> cardinal = NumberWords.cardinal(word);
            if (cardinal.isPresent() && fits(part, cardinal.get())) {
                part += cardinal.get();
            } else if (scaleAt(at) > 1 && !"k".equals(word)) {
                int scale = scaleAt(at);
                total += scale > 100 ? Math.max(part, 1) * scale : 0;
                part = scale > 100 ? 0 : Math.max(part, 1) * scale;
            } else {
                break;
            }
            at++;
        }
        boolean one = at == from + 1 && "one".equals(lower(from));
        return Optional.of(new Figure(BigDecimal.valueOf(total + part), one && isPronoun(from), at));
    }

    private int scaleAt(int at) {
        return SCALES.getOrDefault(lower(at), 1);
    }

    private boolean belongs(String link, int at) {
        Optional<Integer> next = NumberWords.cardinal(lower(at + 1));
        boolean afterScale = SCALES.containsKey(lower(at - 1));
        boolean tens = NumberWords.cardinal(lower(at - 1)).filter(n -> n >= 20).isPresent();
        return next.isPresent() && ("and".equals(link) ? afterScale : tens && next.get() < 10);
    }

    /** "twenty one" is one figure, "two three" is two. */
    private static boolean fits(long part, int next) {
        return part == 0 || (part % 100 == 0 && next < 100) || (part % 100 >= 20 && part % 10 == 0 && next < 10);
    }

    private boolean isPronoun(int at) {
        String next = lower(at + 1);
        return (at > 0 && BEFORE_PRONOUN.contains(lower(at - 1)))
                || next.isEmpty()
                || !tokens.get(at + 1).isWord()
                || Words.isStopWord(next);
    }

    private String lower(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : "";
    }
}
