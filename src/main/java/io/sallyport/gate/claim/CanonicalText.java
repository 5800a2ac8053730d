package io.sallyport.gate.claim;

import io.sallyport.text.Contractions;
import io.sallyport.text.Token;
import io.sallyport.text.Tokens;
import io.sallyport.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns a sentence into the units that are compared. */
final class CanonicalText {

    private static final Set<String> FREE_WORDS = Set.of("the", "an", "that", "please", "also", "then", "simply");

    /** Signs that only part or frame words; any other, from "%" to a check mark, says something. */
    private static final String PUNCTUATION = ".,;:!?…'\"‘’‚“”„«»‹›()[]{}-‐‑–—|•·*_`\u200B\u200C\u2060\uFEFF";

    /** With "a" before them they say some, without it hardly any. */
    private static final Set<String> FEW = Set.of("few", "little");

    /** So far behind its article a noun is looked for: "a two-step plan". */
    private static final int WORDS_OF_NOUN = 5;

    private static final String ENDS_ANSWER = ",;:.!-–—";

    private static final String ARROWS = "›→»>";

    private CanonicalText() {}

    /** Every unit, the free ones included. */
    static List<Unit> units(String sentence) {
        String plain = sentence.replaceAll("[*`]+|(?<!\\w)_+|_+(?!\\w)", "").replaceFirst("\\bas well(?=\\W*$)", "too");
        String text = Possibility.asAbility(Contractions.expand(plain));
        List<Token> tokens = Tokens.in(text);
        var units = new ArrayList<Unit>();
        var gap = new StringBuilder();
        for (int at = 0; at < tokens.size(); at++) {
            String key = keyAt(tokens, at);
            if (key.isEmpty()) {
                gap.append(tokens.get(at).text());
                continue;
            }
            units.add(new Unit(key, tokens.get(at).lower(), gap.toString(), isFree(tokens, at), isOne(tokens, at)));
            gap.setLength(0);
        }
        return Phrases.fold(units);
    }

    /** The units that carry meaning; punctuation next to a free unit stays with the unit after it. */
    static List<Unit> content(String sentence) {
        var content = new ArrayList<Unit>();
        String gap = "";
        for (Unit unit : units(sentence)) {
            if (unit.isFree()) {
                gap += unit.gap();
            } else {
                content.add(unit.afterGap(gap));
                gap = "";
            }
        }
        return List.copyOf(content);
    }

    private static String keyAt(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        return switch (token.kind()) {
            case WORD -> isAnswer(tokens, at) ? "no," : Spelling.key(token.lower());
            case NUMBER -> plainNumber(token.text());
            case VERSION -> token.lower().replaceFirst("^v(?=\\d)", "");
            case EMAIL, CODE -> token.lower();
            case ADDRESS -> token.lower().replaceFirst("/$", "");
            case SIGN -> signKey(tokens, at);
        };
    }

    private static String plainNumber(String text) {
        String plain = text.replaceAll("[,'\u00A0\u202F](?=\\d{3})", "").toLowerCase(java.util.Locale.ROOT);
        if (!plain.matches("-?\\d+\\.\\d+")) {
            return plain;
        }
        return new BigDecimal(plain).stripTrailingZeros().toPlainString();
    }

    private static String signKey(List<Token> tokens, int at) {
        String sign = tokens.get(at).text();
        boolean numberNext = at + 1 < tokens.size() && tokens.get(at + 1).kind() == Token.Kind.NUMBER;
        boolean numberBefore = at > 0 && tokens.get(at - 1).kind() == Token.Kind.NUMBER;
        if ("-–—".contains(sign)) {
            return numberNext && numberBefore ? "to" : "";
        }
        if (ARROWS.contains(sign) && !numberNext) {
            return "";
        }
        return PUNCTUATION.contains(sign) ? "" : Spelling.key(sign);
    }

    private static boolean isFree(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (token.lower().equals("too")) {
            return at + 1 == tokens.size() || tokens.get(at + 1).isSign();
        }
        return token.isWord() && (isArticle(tokens, at) || FREE_WORDS.contains(token.lower()));
    }

    /** "1 A" is a current, "a" and a sentence's first "A" are articles. */
    private static boolean isArticle(List<Token> tokens, int at) {
        String text = tokens.get(at).text();
        boolean isFew =
                at + 1 < tokens.size() && FEW.contains(tokens.get(at + 1).lower());
        return !isFew && (text.equals("a") || (text.equals("A") && at == 0));
    }

    /** "A hub", "a new hub": what is said of one need not hold for more. */
    private static boolean isOne(List<Token> tokens, int at) {
        for (int from = at - 1; from >= Math.max(0, at - WORDS_OF_NOUN); from--) {
            Token before = tokens.get(from);
            if (isArticle(tokens, from) || before.lower().equals("an")) {
                return true;
            }
            if ((before.isSign() && !before.text().equals("-")) || Words.isStopWord(before.lower())) {
                return false;
            }
        }
        return false;
    }

    /** "No, returns are accepted" does not say "no returns". */
    private static boolean isAnswer(List<Token> tokens, int at) {
        if (!tokens.get(at).lower().equals("no") || at + 2 >= tokens.size()) {
            return false;
        }
        Token sign = tokens.get(at + 1);
        boolean isApart = !sign.text().equals("-")
                || sign.span().start() > tokens.get(at).span().end();
        return isApart
                && ENDS_ANSWER.contains(sign.text())
                && (!sign.text().equals(".") || tokens.get(at + 2).isWord());
    }
}
