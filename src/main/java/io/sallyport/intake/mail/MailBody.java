package io.sallyport.intake.mail;

import io.sallyport.intake.text.HtmlText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The text parts of a mail, from which the one a reader would see is chosen. */
final class MailBody {

    /** A plain part this much shorter than its HTML twin is a stub such as "view this mail online". */
    private static final double STUB_SHARE = 0.2;

    private static final int STUB_LENGTH = 400;

    /** One text, or several that say the same and of which one is shown. */
    private static final class Unit {
        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
    }

    private final List<Unit> units = new ArrayList<>();
    private final Deque<Boolean> alternatives = new ArrayDeque<>();
    private final List<String> forwarded = new ArrayList<>();
    private int alternativeDepth;

    void enter(boolean alternative) {
        alternatives.push(alternative);
        if (alternative && alternativeDepth++ == 0) {
            units.add(new Unit());
        }
    }

    void leave() {
        if (!alternatives.isEmpty() && alternatives.pop()) {
            alternativeDepth--;
        }
    }

    void add(String text, boolean isHtml) {
        if (alternativeDepth == 0 || units.isEmpty()) {
            units.add(new Unit());
        }
        Unit unit = units.getLast();
        (isHtml ? unit.html : unit.plain).append(text).append('\n');
    }

    void clear() {
        units.clear();
        forwarded.clear();
        alternativeDepth = 0;
    }

    /** A mail that came as an attachment is read only when nothing else was written. */
    void addForwarded(Mail mail) {
        forwarded.add((mail.subject() + "\n\n" + mail.text()).strip());
    }

    HtmlText read() {
        var visible = new StringBuilder();
        var hidden = new ArrayList<String>();
        for (Unit unit : units) {
            HtmlText shown = shown(unit);
            visible.append(shown.visible().strip()).append("\n\n");
            hidden.addAll(shown.hidden());
        }
        String text = visible.toString().strip();
        return new HtmlText(text.isEmpty() ? String.join("\n\n", forwarded) : text, hidden);
    }

    private static HtmlText shown(Unit unit) {
        String plain = unit.plain.toString();
        if (unit.html.isEmpty()) {
            return new HtmlText(plain, List.of());
        }
        HtmlText html = HtmlText.of(unit.html.toString());
        boolean stub = plain.isBlank()
                || (plain.strip().length() < STUB_LENGTH
                        && plain.strip().length() < STUB_SHARE * html.visible().length());
        return stub ? html : new HtmlText(plain, html.hidden());
    }
}
