package io.sallyport.text;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes contractions out: "can't" to "can not", "you'll" to "you will". A possessive "'s" stays as it is. */
public final class Contractions {

    private record Rule(Pattern from, String to) {}

    /** All with an apostrophe. */
    private static final List<Rule> RULES = List.of(
            rule("\\b(ca)n't\\b", "can not"),
            rule("\\b(wo)n't\\b", "will not"),
            rule("\\b(sha)n't\\b", "shall not"),
            rule("\\bain't\\b", "is not"),
            rule("\\b(\\w+)n't\\b", "$1 not"),
            rule("\\blet's\\b", "let us"),
            rule(
                    "\\b(it|that|there|here|what|where|how|who|he|she|everything|nothing|something)'s\\b(?! own\\b)",
                    "$1 is"),
            rule("\\b(\\w+)'ll\\b", "$1 will"),
            rule("\\b(\\w+)'re\\b", "$1 are"),
            rule("\\b(\\w+)'ve\\b", "$1 have"),
            rule("\\bI'm\\b", "I am"),
            rule("\\b(\\w+)'d(?= (?:like|love|prefer|rather|want|need|be|have|recommend|suggest)\\b)", "$1 would"));

    private static final Rule CANNOT = rule("\\bcannot\\b", "can not");

    /** People leave the apostrophe out; these words exist in no other sense. */
    private static final Map<String, String> BARE = Map.of(
            "dont",
            "do not",
            "doesnt",
            "does not",
            "didnt",
            "did not",
            "cant",
            "can not",
            "wont",
            "will not",
            "isnt",
            "is not",
            "arent",
            "are not",
            "wasnt",
            "was not",
            "havent",
            "have not",
            "hasnt",
            "has not");

    private static final Pattern BARE_WORD = Pattern.compile("\\b(?:" + String.join("|", BARE.keySet()) + ")\\b");

    private Contractions() {}

    public static String expand(String text) {
        String plain = text.replace('’', '\'').replace('ʼ', '\'');
        if (plain.indexOf('\'') >= 0) {
            for (Rule rule : RULES) {
                plain = rule.from().matcher(plain).replaceAll(rule.to());
            }
        }
        plain = CANNOT.from().matcher(plain).replaceAll(CANNOT.to());
        return BARE_WORD.matcher(plain).replaceAll(match -> BARE.get(match.group()));
    }

    private static Rule rule(String from, String to) {
        return new Rule(Pattern.compile(from, Pattern.CASE_INSENSITIVE), to);
    }
}
