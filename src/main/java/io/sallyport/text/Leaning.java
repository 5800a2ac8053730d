package io.sallyport.text;

import java.util.regex.Pattern;

/** How the opening of a sentence tells what it has to do with the one before. */
public final class Leaning {

    private static final String WORDS = "its|they|their|them|he|she|that|these|those|such|however|but|and|or|so"
            + "|also|then|otherwise|instead|therefore|thus|hence|besides|moreover|furthermore|similarly|likewise"
            + "|nevertheless|nonetheless|still|again|afterwards?";

    private static final String PHRASES = "the same|the latter|the former"
            + "|in (?:that|this|these|those|such)\\b(?! (?:article|guide|page|section|tutorial))"
            + "|for (?:that|this|these|those)|after (?:that|this)|with (?:that|this|these|those)"
            + "|if (?:so|not|it|they|this|that)|when (?:it|they|this|that)|once (?:it|they|this|that|done)"
            + "|to do (?:so|this|that)|by doing (?:so|this|that)|only then|on (?:that|this)|at (?:that|this)"
            + "|as a result";

    /** "Both A and B", "There is a fee", "It is possible to pay" and "This article" name all that they speak of. */
    private static final String UNLESS_COMPLETE = "it\\b(?!(?:['’]s| is)(?: not| also| always)?"
            + " (?:possible|impossible|necessary|important|recommended|advisable|best|worth)\\b)"
            + "|this\\b(?! (?:article|guide|page|section|tutorial)\\b)"
            + "|both\\b(?!.*\\band\\b)|neither\\b(?!.*\\bnor\\b)"
            + "|there\\b(?!['’]s|\\s+(?:is|are|was|were|will|can|may|might|must|should)\\b)"
            + "|here\\b(?!['’]s|\\s+(?:is|are)\\b)";

    private static final Pattern LEANS = Pattern.compile(
            "(?:(?:" + WORDS + "|" + PHRASES + ")\\b|" + UNLESS_COMPLETE + ").*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What such a sentence says takes something away from the one before. */
    private static final Pattern TAKES_BACK = Pattern.compile(
            "(?:(?:however|but|except|unless)\\b"
                    + "|(?:this|that|these|those)(?: \\w+)?"
                    + " (?:is|are|does|do|will|can|may|applies|apply)(?:n['’]t| not| only)\\b)"
                    + ".*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** It does so where it leans: "It does not apply to Home.", not "It is not possible to pay by card." */
    private static final Pattern LIMITS = Pattern.compile(
            "(?:it|they|he|she|(?:this|that|these|those)(?: \\w+)?)"
                    + "(?: (?:is|are|does|do|will|can|may|applies|apply)(?:n['’]t| not| only)| only)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Leaning() {}

    /** Whether it cannot be read without the sentence before, as it opens with "It", "However" or "In that case". */
    public static boolean leans(String sentence) {
        return LEANS.matcher(sentence.strip()).matches();
    }

    /** Whether it takes back a part of what the sentence before says: "However, …", "It does not apply to …". */
    public static boolean takesBack(String sentence) {
        String said = sentence.strip();
        return TAKES_BACK.matcher(said).matches()
                || (leans(said) && LIMITS.matcher(said).matches());
    }
}
