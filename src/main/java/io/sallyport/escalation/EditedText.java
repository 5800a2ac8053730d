package io.sallyport.escalation;

import io.sallyport.casefile.AnswerWork.Draft;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Sentence.Layout;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person's text read back into sentences. One that the draft already had keeps its proof; one that stands word for word
 * in the evidence is given it; any other stays without, and the gates will say so.
 */
final class EditedText {

    private static final Pattern STEP = Pattern.compile("\\d{1,2}\\.\\s+(.+)", Pattern.DOTALL);

    private static final Pattern PARAGRAPH_BREAK = Pattern.compile("\n\\s*\n");
    private static final Pattern BLANK = Pattern.compile(" ");

    private final Reply frame;
    private final List<Sentence> known;
    private final List<Passage> citable;

    EditedText(Draft draft) {
        this.frame = draft.reply();
        this.known = frame.sentences();
        this.citable = draft.evidence().citable();
    }

    /** Of a text that nothing of the machine's is in. */
    private EditedText(Reply frame) {
        this.frame = frame;
        this.known = List.of();
        this.citable = List.of();
    }

    /** A person's own answer to a case. */
    static Reply own(CaseRecord record, String text) {
        String subject = record.ticket().subject();
        String language = record.findings()
                .screening()
                .map(Screening::language)
                .filter(code -> !code.equals("und"))
                .orElse("en");
        var frame = new Reply(
                Reply.Kind.PERSONAL,
                record.ticket().customer(),
                subject.isBlank() || subject.startsWith("Re: ") ? subject : "Re: " + subject,
                language,
                List.of(new Sentence(text, Layout.PARAGRAPH, List.of())));
        return new EditedText(frame).read(text);
    }

    Reply read(String text) {
        List<Sentence> sentences = new ArrayList<>();
        PARAGRAPH_BREAK
                .splitAsStream(text.replace("\r\n", "\n").strip())
                .forEach(paragraph -> readParagraph(paragraph, sentences));
        return new Reply(frame.kind(), frame.to(), frame.subject(), frame.language(), sentences);
    }

    private void readParagraph(String paragraph, List<Sentence> sentences) {
        var running = new StringBuilder();
        for (String line : paragraph.lines().toList()) {
            Matcher step = STEP.matcher(line.strip());
            if (step.matches()) {
                addSentences(running, Layout.PARAGRAPH, sentences);
                addSentences(new StringBuilder(step.group(1)), Layout.STEP, sentences);
            } else {
                running.append(line).append(' ');
            }
        }
        addSentences(running, Layout.PARAGRAPH, sentences);
    }

    /** The first sentence gets the layout, the others run on. */
    private void addSentences(StringBuilder running, Layout layout, List<Sentence> sentences) {
        String rest = SentenceSplitter.flat(running.toString());
        running.setLength(0);
        Layout next = layout;
        while (!rest.isEmpty()) {
            String sentence = nextSentence(rest);
            sentences.add(new Sentence(sentence, next, proofOf(sentence)));
            rest = rest.substring(sentence.length()).strip();
            next = Layout.RUN_ON;
        }
    }

    /** A sentence of the draft stays whole, however the splitter would cut it. */
    private String nextSentence(String rest) {
        return known.stream()
                .map(Sentence::text)
                .filter(text -> rest.equals(text) || rest.startsWith(text + " "))
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElseGet(() -> firstBySplitting(rest));
    }

    private static String firstBySplitting(String rest) {
        var spans = SentenceSplitter.spans(rest);
        return spans.size() < 2 ? rest : rest.substring(0, spans.get(1).start()).strip();
    }

    private List<Citation> proofOf(String sentence) {
        return known.stream()
                .filter(earlier -> earlier.text().equals(sentence))
                .findFirst()
                .map(Sentence::citations)
                .orElseGet(() -> quoteFromEvidence(sentence).stream().toList());
    }

    private Optional<Citation> quoteFromEvidence(String sentence) {
        Pattern verbatim = Pattern.compile(
                BLANK.splitAsStream(sentence).map(Pattern::quote).collect(Collectors.joining("\\s+")));
        for (Passage passage : citable) {
            Matcher found = verbatim.matcher(passage.text());
            if (found.find()) {
                return Optional.of(new Citation(passage.source(), found.group()));
            }
        }
        return Optional.empty();
    }
}
