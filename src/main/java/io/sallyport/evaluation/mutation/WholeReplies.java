package io.sallyport.evaluation.mutation;

import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Sentence.Layout;
import io.sallyport.casefile.SourceRef;
import io.sallyport.text.Leaning;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A section as replies that can be read alone: entries stand under their lead-in, and none begins with "It" or ends
 * before "However".
 */
final class WholeReplies {

    private static final Pattern ENTRY = Pattern.compile("^(?:\\s*(?:[-*+•]|\\d{1,3}[.)])\\s+\\S|\\s{2,}\\S|\\|).*");

    private static final Pattern STEP = Pattern.compile("^\\s*\\d{1,3}[.)]\\s+\\S.*");

    /** A reply takes in no more once it has so many sentences. */
    private static final int ENOUGH = 3;

    private final SourceRef ref;
    private final List<List<Sentence>> replies = new ArrayList<>();
    private List<Sentence> open = new ArrayList<>();
    private boolean isUnderLeadIn;

    private WholeReplies(SourceRef ref) {
        this.ref = ref;
    }

    static List<List<Sentence>> of(SourceRef ref, String text) {
        var read = new WholeReplies(ref);
        List<String> said = CleanText.of(ref, text).stream().map(Sentence::text).toList();
        for (String line : text.split("\n", -1)) {
            boolean isEntry = ENTRY.matcher(line).matches();
            for (String sentence : SentenceSplitter.split(line)) {
                boolean leadsIn = sentence.endsWith(":");
                read.isUnderLeadIn &= isEntry;
                if (leadsIn || said.contains(sentence)) {
                    read.add(sentence, line);
                }
                read.isUnderLeadIn |= leadsIn;
            }
        }
        read.close();
        return read.replies;
    }

    private void add(String sentence, String line) {
        boolean isBound = Leaning.leans(sentence) || Leaning.takesBack(sentence) || isUnderLeadIn;
        if (!isBound && (open.size() >= ENOUGH || sentence.endsWith(":"))) {
            close();
        }
        if (!isUnderLeadIn) {
            dropLeadIn();
        }
        Layout layout = STEP.matcher(line).matches() ? Layout.STEP : Layout.PARAGRAPH;
        open.add(new Sentence(sentence, layout, List.of(new Citation(ref, sentence))));
    }

    /** What only leads in to code says nothing. */
    private void dropLeadIn() {
        while (!open.isEmpty() && open.getLast().text().endsWith(":")) {
            open.removeLast();
        }
    }

    private void close() {
        dropLeadIn();
        if (!open.isEmpty() && !Leaning.leans(open.getFirst().text())) {
            replies.add(List.copyOf(open));
        }
        open = new ArrayList<>();
    }
}
