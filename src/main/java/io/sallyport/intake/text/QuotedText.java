package io.sallyport.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells what a customer wrote in this message from the quoted mail and signature under it. Where in doubt text stays
 * with what was written: a quote too many costs little, a lost question is lost.
 */
public final class QuotedText {

    /** A note such as "see below" above a forwarded mail: too little to be the request itself. */
    private static final int NOTE_WORDS = 5;

    /** Programs hang their footer under the mail; more lines than these come below it from nobody but a writer. */
    private static final int FOOTER_LINES = 6;

    private static final int NOTICE_LINES = 200;

    private final List<String> lines;
    private final boolean byMail;
    private final List<String> written = new ArrayList<>();
    private final List<String> setAside = new ArrayList<>();
    private boolean forwards;
    private boolean mayBeForward;
    private boolean attributed;
    private boolean underQuote;

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
            i += take(i);
        }
    }

    /** How many lines at {@code at} were taken as one. */
    private int take(int at) {
        String line = lines.get(at);
        if (ThreadMarks.isQuoted(line)) {
            underQuote = true;
            setAside.add(line);
            return 1;
        }
        int aside = markLength(at);
        boolean isLast = aside > 0 ? !quoteFollows(at + aside) : isNoticeUnderQuote(at);
        if (isLast) {
            aside = lines.size() - at;
        }
        if (aside > 0) {
            setAside.addAll(lines.subList(at, at + aside));
            return aside;
        }
        written.add(line);
        underQuote &= line.isBlank();
        return 1;
    }

    /** A mail server hangs its notice under the whole mail; where nothing stands above, it may be the answer. */
    private boolean isNoticeUnderQuote(int at) {
        return underQuote
                && LegalNotice.isUnderQuote(lines, at)
                && !joined(written).isEmpty();
    }

    /** How many lines at {@code at} announce quoted mail. */
    private int markLength(int at) {
        int attribution = ThreadMarks.attribution(lines, at);
        if (attribution > 0 && isAnnounced(at, attribution)) {
            attributed = true;
            return attribution;
        }
        boolean isForward = ThreadMarks.isForward(lines.get(at));
        boolean isMark = isForward || ThreadMarks.isDivider(lines.get(at)) || ThreadMarks.isHeaderBlock(lines, at);
        // Asked last: it may read many empty lines, and so must not be asked at each of them.
        if (!isMark || !(byMail || quoteFollows(at + 1))) {
            return 0;
        }
        forwards |= isForward;
        mayBeForward |= !isForward;
        return 1;
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
        setFootersAside();
        cutFrom(SignatureMarks.signatureStart(written));
        setNoticesAside();
        setFootersAside();
    }

    private void setFootersAside() {
        int seen = 0;
        for (int i = written.size() - 1; byMail && i >= 0 && seen < FOOTER_LINES; i--) {
            seen += written.get(i).isBlank() ? 0 : 1;
            if (DeviceFooter.is(written.get(i)) && saysMoreThan(i, i + 1)) {
                setAside.addFirst(written.remove(i));
            }
        }
    }

    private void setNoticesAside() {
        List<String> notices = new ArrayList<>();
        int i = Math.max(1, written.size() - NOTICE_LINES);
        while (i < written.size()) {
            int length = LegalNotice.length(written, i);
            if (length > 0 && saysMoreThan(i, i + length)) {
                List<String> notice = written.subList(i, i + length);
                notices.addAll(notice);
                notice.clear();
            } else {
                i++;
            }
        }
        setAside.addAll(0, notices);
    }

    /** A message of which nothing is left counts as empty, and nobody reads it. */
    private boolean saysMoreThan(int from, int to) {
        return Stream.concat(written.subList(0, from).stream(), written.subList(to, written.size()).stream())
                .anyMatch(line -> !line.isBlank());
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
