package io.sallyport.escalation.packet;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.escalation.packet.Cues.Cue;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses the sentences of the customer's that say what the matter is. */
public final class Problem {

    /** So much is read in one breath. */
    private static final int PARAGRAPH = 480;

    private static final int SENTENCES = 5;

    private record Weighed(int at, Line line, int weight) {}

    private Problem() {}

    /** One paragraph of their own sentences in their order; the subject where they wrote nothing else. */
    public static String of(CaseRecord record) {
        List<Line> lines = Line.of(record).stream().distinct().toList();
        String chosen = choose(lines).stream().map(Line::words).collect(Collectors.joining(" "));
        return chosen.isEmpty() ? subject(record) : chosen;
    }

    private static List<Line> choose(List<Line> lines) {
        var weighed = new ArrayList<Weighed>();
        for (int at = 0; at < lines.size(); at++) {
            weighed.add(new Weighed(at, lines.get(at), weight(lines.get(at)) + (at == 0 ? 2 : 0)));
        }
        weighed.sort(Comparator.comparingInt(Weighed::weight).reversed().thenComparingInt(Weighed::at));
        var kept = new ArrayList<Weighed>();
        int length = 0;
        for (Weighed one : weighed) {
            boolean fits = length + one.line().words().length() <= PARAGRAPH || kept.isEmpty();
            if (fits && kept.size() < SENTENCES) {
                kept.add(one);
                length += one.line().words().length();
            }
        }
        return kept.stream()
                .sorted(Comparator.comparingInt(Weighed::at))
                .map(Weighed::line)
                .toList();
    }

    private static int weight(Line line) {
        int weight = line.words().endsWith("?") ? 2 : 0;
        weight += line.says(Cue.ACTUAL) ? 3 : 0;
        weight += line.says(Cue.WORKFLOW) ? 2 : 0;
        weight += line.says(Cue.CHARGE) || line.says(Cue.ORDER) ? 1 : 0;
        weight += line.says(Cue.TIME) ? 1 : 0;
        return weight;
    }

    private static String subject(CaseRecord record) {
        return record.thread().stream()
                .filter(Message::isFromCustomer)
                .map(message -> SentenceSplitter.flat(message.subjectAndText()))
                .filter(text -> !text.isEmpty())
                .map(text -> text.length() > PARAGRAPH ? text.substring(0, PARAGRAPH) : text)
                .findFirst()
                .orElse("The message holds no words.");
    }
}
