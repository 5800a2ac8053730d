package io.sallyport.answer;

import io.sallyport.answer.Unit.Form;
import io.sallyport.text.Leaning;
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

    private final List<Unit> units = new ArrayList<>();
    private Form open = Form.PROSE;
    private int block;
    /** How far the first entry of the open list is indented. */
    private int indent;

    private boolean isAfterBlank;
    private boolean isInCode;

    private PassageText() {}

    static List<Unit> units(String text) {
        var read = new PassageText();
        text.lines().forEach(read::read);
        return List.copyOf(read.units);
    }

    private void read(String line) {
        String stripped = line.strip();
        if (stripped.startsWith(FENCE)) {
            isInCode = !isInCode;
            if (isInCode && !units.isEmpty() && units.getLast().leadsIn()) {
                units.add(units.removeLast().withoutCode());
            }
        } else if (stripped.isEmpty()) {
            isAfterBlank = true;
        } else if (!isInCode) {
            readText(stripped, line.indexOf(stripped));
            isAfterBlank = false;
        }
    }

    private void readText(String stripped, int depth) {
        boolean isStep = STEP.matcher(stripped).matches();
        boolean isEntry = isStep || ITEM.matcher(stripped).matches();
        boolean isInside = open == Form.STEP && depth >= indent + 2;
        if (isInside && isEntry) {
            add(stripped, Form.NESTED, false);
        } else if (!isStep && (isInside || goesOnInList(depth))) {
            add(stripped, open, !isEntry);
        } else {
            Form form = isStep ? Form.STEP : isEntry ? Form.ITEM : Form.PROSE;
            boolean isNextStep = isStep && open == Form.STEP && !stripped.matches("1[.)].*");
            if (form != open || (isAfterBlank && !isNextStep)) {
                block++;
                open = form;
                indent = depth;
            }
            add(stripped, form, false);
        }
    }

    /** An indented line goes on with the entry above it. */
    private boolean goesOnInList(int depth) {
        return depth >= 2 && open != Form.PROSE && !isAfterBlank;
    }

    private void add(String line, Form form, boolean goesOn) {
        boolean isFirst = !goesOn;
        for (TextSpan span : SentenceSplitter.spans(line)) {
            String sentence = span.in(line);
            units.add(new Unit(sentence, form, block, !isFirst, Leaning.leans(sentence), false));
            isFirst = false;
        }
    }
}
