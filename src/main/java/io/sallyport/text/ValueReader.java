package io.sallyport.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one value at a token, the longest reading first: a date before a number, an amount before its figure. */
final class ValueReader {

    record Found(Value value, int next) {}

    private static final String CURRENCY_SIGNS = "$€£¥₹";
    private static final List<String> SIGN_CODES = List.of("usd", "eur", "gbp", "jpy", "inr");
    private static final Set<String> CURRENCY_CODES =
            Set.of("usd", "eur", "gbp", "jpy", "inr", "chf", "aud", "cad", "sek", "nok", "dkk", "pln");

    private final List<Token> tokens;
    private final Figures figures;
    private final Dates dates;

    ValueReader(String text) {
        tokens = Tokens.in(text);
        figures = new Figures(tokens);
        dates = new Dates(tokens, figures);
    }

    int size() {
        return tokens.size();
    }

    Optional<Found> readAt(int at) {
        return switch (tokens.get(at).kind()) {
            case EMAIL -> found(Value.Kind.EMAIL, lower(at), at, at + 1);
            case ADDRESS -> found(Value.Kind.ADDRESS, bareAddress(lower(at)), at, at + 1);
            case VERSION -> found(Value.Kind.VERSION, lower(at).replaceFirst("^v", ""), at, at + 1);
            case CODE -> found(Value.Kind.ID, lower(at), at, at + 1);
            case WORD, NUMBER, SIGN ->
                readId(at)
                        .or(() -> readMoneyFromSign(at))
                        .or(() -> dates.readDate(at))
                        .or(() -> dates.readTime(at))
                        .or(() -> readCounted(at));
        };
    }

    /** Host and path: with or without scheme and "www.", it is the same place. */
    static String bareAddress(String lower) {
        return lower.replaceFirst("^(?:[a-z]+://)?(?:www\\.)?", "").replaceFirst("/$", "");
    }

    /** "KI-21", "HL-LEAK-2". */
    private Optional<Found> readId(int at) {
        Token word = tokens.get(at);
        boolean capitals = word.isWord()
                && word.text().length() >= 2
                && word.text().equals(word.text().toUpperCase(Locale.ROOT));
        if (!capitals
                || !joined(at, "-")
                || at + 2 >= size()
                || tokens.get(at + 2).kind() != Token.Kind.NUMBER) {
            return Optional.empty();
        }
        return found(Value.Kind.ID, lower(at) + "-" + lower(at + 2), at, at + 3);
    }

    private Optional<Found> readMoneyFromSign(int at) {
        String currency = currencyOf(at);
        if (currency.isEmpty()) {
            return Optional.empty();
        }
        return figures.readAt(at + 1).flatMap(f -> found(Value.Kind.MONEY, f.normal() + " " + currency, at, f.next()));
    }

    private String currencyOf(int at) {
        String word = lower(at);
        int sign = word.length() == 1 ? CURRENCY_SIGNS.indexOf(word.charAt(0)) : -1;
        if (sign >= 0) {
            return SIGN_CODES.get(sign);
        }
        return CURRENCY_CODES.contains(word) ? word : "";
    }

    /** A figure with what it counts, if that is a unit. */
    private Optional<Found> readCounted(int at) {
        var figure = figures.readAt(at);
        if (figure.isEmpty()) {
            return figures.readOrdinal(at).flatMap(f -> found(Value.Kind.ORDINAL, f.normal(), at, f.next()));
        }
        Figures.Figure f = figure.get();
        int unitAt = f.next() < size() && "-".equals(lower(f.next())) ? f.next() + 1 : f.next();
        if (unitAt < size()) {
            Optional<Found> counted = readUnit(f, at, unitAt);
            if (counted.isPresent()) {
                return counted;
            }
        }
        return f.isPronoun() ? Optional.empty() : found(Value.Kind.NUMBER, f.normal(), at, f.next());
    }

    private Optional<Found> readUnit(Figures.Figure f, int at, int unitAt) {
        String unit = lower(unitAt);
        boolean perCent = "per".equals(unit) && unitAt + 1 < size() && "cent".equals(lower(unitAt + 1));
        if (perCent || "%".equals(unit) || "percent".equals(unit)) {
            return found(Value.Kind.PERCENT, f.normal(), at, unitAt + (perCent ? 2 : 1));
        }
        String currency = Units.currencyName(unit).orElseGet(() -> currencyOf(unitAt));
        if (!currency.isEmpty() && tokens.get(unitAt).isWord()) {
            return found(Value.Kind.MONEY, f.normal() + " " + currency, at, unitAt + 1);
        }
        boolean degree = "°".equals(unit) && unitAt + 1 < size();
        if (degree) {
            return found(Value.Kind.QUANTITY, f.normal() + " °" + lower(unitAt + 1), at, unitAt + 2);
        }
        boolean businessDays = Units.isDayKind(unit)
                && unitAt + 1 < size()
                && lower(unitAt + 1).startsWith("day");
        if (businessDays) {
            return found(Value.Kind.DURATION, f.normal() + " business days", at, unitAt + 2);
        }
        var duration = Units.duration(f.value(), unit);
        if (duration.isPresent()) {
            return found(Value.Kind.DURATION, duration.get(), at, unitAt + 1);
        }
        return Units.quantity(tokens.get(unitAt).text())
                .flatMap(name -> found(Value.Kind.QUANTITY, f.normal() + " " + name, at, unitAt + 1));
    }

    private boolean joined(int at, String sign) {
        return at + 1 < size() && sign.equals(lower(at + 1));
    }

    private String lower(int at) {
        return at < size() ? tokens.get(at).lower() : "";
    }

    private Optional<Found> found(Value.Kind kind, String normal, int from, int next) {
        var span = new TextSpan(
                tokens.get(from).span().start(), tokens.get(next - 1).span().end());
        return Optional.of(new Found(new Value(kind, normal, span), next));
    }
}
