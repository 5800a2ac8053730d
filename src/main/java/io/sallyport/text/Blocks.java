package io.sallyport.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Groups lines into blocks no sentence reaches beyond: paragraphs, headings, list items, table rows. */
final class Blocks {

    /** List bullets, steps ("1.", "2)", "a)"), Markdown headings and quote marks. */
    private static final Pattern MARKER =
            Pattern.compile("^(?:[-*+•–‣▪◦]\\s+|\\(?\\d{1,3}[.)]\\s+(?=\\S)|\\(?[a-z][)]\\s+|#{1,6}\\s+|>\\s?)++");

    private static final Pattern TABLE_RULE = Pattern.compile("^(?=[\\s:|-]*+$).*--");
    private static final Pattern RULE = Pattern.compile("^(?:[-*_=~]\\s*+){3,}+$");

    /** Shorter lines that end without punctuation stand for themselves; longer ones were wrapped by a mail program. */
    private static final int WRAPPED_FROM = 60;

    private Blocks() {}

    static List<TextSpan> of(String text) {
        var blocks = new ArrayList<TextSpan>();
        TextSpan open = new TextSpan(0, 0);
        TextSpan lastLine = open;
        for (TextSpan line : lines(text)) {
            String content = line.in(text);
            boolean continues = open.length() > 0 && line.length() > 0 && continues(lastLine.in(text), content);
            if (continues) {
                open = new TextSpan(open.start(), line.end());
            } else {
                addIfAny(open, blocks);
                open = isRule(content) ? new TextSpan(line.end(), line.end()) : line;
            }
            lastLine = line;
        }
        addIfAny(open, blocks);
        return blocks;
    }

    /** The span without a bullet, step number or heading mark at its start. */
    static TextSpan withoutMarker(String text, TextSpan span) {
        var marker = MARKER.matcher(span.in(text));
        return marker.find() ? new TextSpan(span.start() + marker.end(), span.end()) : span;
    }

    private static void addIfAny(TextSpan block, List<TextSpan> blocks) {
        if (block.length() > 0) {
            blocks.add(block);
        }
    }

    private static List<TextSpan> lines(String text) {
        var lines = new ArrayList<TextSpan>();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || isLineBreak(text.charAt(at))) {
                lines.add(new TextSpan(from, at).trimmedIn(text));
                from = at + 1;
            }
        }
        return lines;
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u000B' || c == '\u000C';
    }

    private static boolean isRule(String line) {
        return TABLE_RULE.matcher(line).matches() || RULE.matcher(line).matches();
    }

    private static boolean continues(String before, String line) {
        if (isRule(line)
                || isRow(before)
                || isRow(line)
                || before.startsWith("#")
                || MARKER.matcher(line).find()) {
            return false;
        }
        if (Abbreviations.endsOpen(before)) {
            return true;
        }
        char last = before.charAt(before.length() - 1);
        if (".!?:;…。！？".indexOf(last) >= 0) {
            return false;
        }
        return Character.isLowerCase(line.charAt(0)) || last == ',' || before.length() >= WRAPPED_FROM;
    }

    private static boolean isRow(String line) {
        return line.startsWith("|");
    }
}
