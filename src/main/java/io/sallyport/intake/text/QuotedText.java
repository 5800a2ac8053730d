package io.sallyport.intake.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells what a customer wrote in this message from the quoted mail and signature under it. Where in doubt text stays
 * with what was written: a quote too many costs little, a lost question is lost.
 */
public final class QuotedText {

    /** A note such as "see below" above a forwarded mail: too little to be the request itself. */
    private static final int NOTE_WORDS = 5;

    private final List<String> lines;
    private final boolean byMail;
    private final List<String> written = new ArrayList<>();
    private final List<String> setAside = new ArrayList<>();
    private boolean forwards;
    private boolean mayBeForward;
    private boolean attributed;

    private QuotedText(List<String> lines, boolean byMail, boolean forwards) {
        this.lines = lines;
        this.byMail = byMail;
        this.forwards = forwards;
    }

    /** Of a mail: its program may have quoted without marking the lines. */
    public static MessageText separate(String subject, String rawText) {
        return separate(subject, rawText, true);
    }

    /** Of what was typed into a form, a chat or a program: nothing was quoted there but what bears quote marks. */
    public static MessageText separateTyped(String subject, String rawText) {
        return separate(subject, rawText, false);
    }

    private static MessageText separate(String subject, String rawText, boolean byMail) {
        String text = CleanText.of(rawText);
        var reading = new QuotedText(text.lines().toList(), byMail, ThreadMarks.isForwardSubject(subject));
        reading.separateQuotes();
        if (reading.keepsEverything()) {
            return reading.all();
        }
        reading.separateSignature();
        return new MessageText(joined(reading.written), joined(reading.setAside));
    }

    private void separateQuotes() {
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i);
            if (ThreadMarks.isQuoted(line)) {
                setAside.add(line);
                i++;
                continue;
            }
            int mark = markLength(i);
            if (mark > 0 && !quoteFollows(i + mark)) {
                setAside.addAll(lines.subList(i, lines.size()));
                return;
            }
            if (mark > 0) {
                setAside.addAll(lines.subList(i, i + mark));
                i += mark;
            } else {
                written.add(line);
                i++;
            }
        }
    }

    /** How many lines at {@code at} announce quoted mail. */
    private int markLength(int at) {
        int attribution = ThreadMarks.attribution(lines, at);
        if (attribution > 0 && isAnnounced(at, attribution)) {
            attributed = true;
            return attribution;
        }
        if (ThreadMarks.isForward(lines.get(at))) {
            forwards = true;
            return 1;
        }
        if (ThreadMarks.isDivider(lines.get(at)) || ThreadMarks.isHeaderBlock(lines, at)) {
            mayBeForward = true;
            return 1;
        }
        return 0;
    }

    /** A customer may begin a complaint as a mail program begins a quote; only what bears marks is surely quoted. */
    private boolean isAnnounced(int at, int attribution) {
        return quoteFollows(at + attribution)
                || (byMail && ThreadMarks.isByProgram(lines.subList(at, at + attribution)));
    }

    /** Marked lines follow: answers may stand between and under them, so reading goes on. */
    private boolean quoteFollows(int from) {
        for (int i = from; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                return ThreadMarks.isQuoted(lines.get(i));
            }
        }
        return false;
    }

    private boolean keepsEverything() {
        if (setAside.isEmpty()) {
            return false;
        }
        String own = joined(written);
        if (forwards) {
            return own.split("\\s+").length <= NOTE_WORDS;
        }
        return own.isEmpty()
                && (mayBeForward || !attributed || setAside.stream().noneMatch(ThreadMarks::isQuoted));
    }

    private MessageText all() {
        return new MessageText(joined(lines), "");
    }

    private void separateSignature() {
        for (int i = written.size() - 1; i >= 0; i--) {
            if (SignatureMarks.isDeviceFooter(written.get(i))) {
                setAside.addFirst(written.remove(i));
            }
        }
        cutFrom(SignatureMarks.signatureStart(written));
        for (int i = 1; i < written.size(); i++) {
            if (SignatureMarks.isLegalNotice(written.get(i))) {
                cutFrom(i);
            }
        }
    }

    private void cutFrom(int start) {
        if (start < written.size()) {
            List<String> tail = written.subList(start, written.size());
            setAside.addAll(0, tail);
            tail.clear();
        }
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines).replaceAll("\\n{3,}", "\n\n").strip();
    }
}
