package io.sallyport.answer;

import io.sallyport.answer.Unit.Form;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a passage apart into sentences, steps and list items. Code is left out: a reply does not quote it in part. */
final class PassageText {

    private static final Pattern STEP = Pattern.compile("^\\d{1,3}[.)]\\s+\\S.*");
    private static final Pattern ITEM = Pattern.compile("^(?:[-*+•]\\s+|\\|).*");
    private static final String FENCE = "```";

    /** Openers that point back at the sentence before. */
    private static final Pattern LEANING = Pattern.compile(
            "^(?:(?:it|its|they|their|this|that|these|those|such|he|she|both|neither|however|but|and|or|so|also|then|otherwise"
                    + "|instead|therefore|thus|besides|moreover|furthermore|similarly|likewise|nevertheless|still|again"
                    + "|afterwards?|the same|the latter|the former|in (?:that|this|these|those|such)|for (?:that|this|these|those)"
                    + "|after (?:that|this)|with (?:that|this|these|those)|if (?:so|not|it|they|this|that)|when (?:it|they|this|that)"
                    + "|once (?:it|they|this|that|done)|to do (?:so|this|that)|by doing (?:so|this|that)|only then"
                    + "|on (?:that|this)|at (?:that|this)|here|there)\\b)(?!\\s+(?:is|are) (?:no|a|an|two|three|several|many)\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private PassageText() {}

    static List<Unit> units(String text) {
        var units = new ArrayList<Unit>();
        int block = 0;
        Form open = Form.PROSE;
        boolean inCode = false;
        for (String line : text.split("\n", -1)) {
            String stripped = line.strip();
            if (stripped.startsWith(FENCE)) {
                inCode = !inCode;
            } else if (stripped.isEmpty()) {
                block++;
                open = Form.PROSE;
            } else if (!inCode) {
                Form form = formOf(stripped, line, open);
                block += form == open ? 0 : 1;
                open = form;
                addSentences(stripped, form, block, units);
            }
        }
        return List.copyOf(units);
    }

    /** An indented line goes on with the entry above it. */
    private static Form formOf(String stripped, String line, Form open) {
        if (STEP.matcher(stripped).matches()) {
            return Form.STEP;
        }
        boolean goesOn = line.startsWith("  ") && open != Form.PROSE;
        if (goesOn) {
            return open;
        }
        return ITEM.matcher(stripped).matches() ? Form.ITEM : Form.PROSE;
    }

    private static void addSentences(String line, Form form, int block, List<Unit> units) {
        for (TextSpan span : SentenceSplitter.spans(line)) {
            String sentence = span.in(line);
            boolean leans = !units.isEmpty() && LEANING.matcher(sentence).matches();
            units.add(new Unit(sentence, form, block, leans));
        }
    }
}
