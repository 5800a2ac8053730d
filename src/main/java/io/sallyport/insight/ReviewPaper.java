package io.sallyport.insight;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Mood;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Triage;
import io.sallyport.model.language.Material;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the reviewer's model reads: the customer's words and the reply as numbered sentences, each sentence's evidence, and what
 * else was found that may be quoted. Internal, unreviewed and stale passages are never shown.
 *
 * @param customer and {@code reply} are the sentences behind the numbers, which count from 1
 */
record ReviewPaper(List<String> customer, List<String> reply, String material) {

    /** More than this is a log; intake has kept the whole for people. */
    private static final int MOST_SENTENCES = 120;

    private static final int EARLIER_MESSAGES = 6;
    private static final int EARLIER_LENGTH = 600;
    private static final int MOST_PASSAGES = 6;
    private static final int PASSAGE_LENGTH = 1_500;

    private static final String LEFT_OUT = "[a passage is left out here]";

    ReviewPaper {
        customer = List.copyOf(customer);
        reply = List.copyOf(reply);
    }

    static ReviewPaper of(Subject subject) {
        var record = subject.record();
        var material = new Material();
        addSituation(record, material);
        var open = record.unanswered();
        record.messages().stream()
                .filter(message -> !open.contains(message) && message.author() != Message.Author.MACHINE)
                .toList()
                .reversed()
                .stream()
                .limit(EARLIER_MESSAGES)
                .toList()
                .reversed()
                .forEach(message -> material.add(
                        message.isFromCustomer() ? "earlier message of the customer" : "earlier reply of the desk",
                        cut(readable(message, record), EARLIER_LENGTH)));
        var customer = open.stream()
                .flatMap(message -> SentenceSplitter.split(readable(message, record)).stream())
                .limit(MOST_SENTENCES)
                .toList();
        addNumbered("sentence of the customer", customer, material);
        var sentences = subject.reply().sentences();
        for (int at = 0; at < sentences.size(); at++) {
            addSentence(sentences.get(at), at + 1, material);
        }
        addFound(subject, material);
        return new ReviewPaper(customer, sentences.stream().map(Sentence::text).toList(), material.text());
    }

    private static void addSituation(CaseRecord record, Material material) {
        var mood = record.findings().triage().map(Triage::mood).orElse(Mood.CALM);
        material.add("mood of the customer", mood.name().toLowerCase(Locale.ROOT));
        material.add("channel", record.ticket().channel().name().toLowerCase(Locale.ROOT));
    }

    private static void addNumbered(String what, List<String> sentences, Material material) {
        for (int at = 0; at < sentences.size(); at++) {
            material.add(what, Integer.toString(at + 1), sentences.get(at));
        }
    }

    private static void addSentence(Sentence sentence, int number, Material material) {
        material.add("sentence of the reply", Integer.toString(number), sentence.text());
        for (Citation citation : sentence.citations()) {
            material.add("evidence that sentence " + number + " cites, from " + citation.source(), citation.quote());
        }
    }

    private static void addFound(Subject subject, Material material) {
        List<SourceRef> cited =
                subject.reply().citations().stream().map(Citation::source).toList();
        var passages = new ArrayList<>(subject.evidence().citable());
        passages.removeIf(passage -> !cited.contains(passage.source()));
        subject.evidence().citable().stream()
                .filter(passage -> !cited.contains(passage.source()))
                .forEach(passages::add);
        for (Passage passage : passages.subList(0, Math.min(MOST_PASSAGES, passages.size()))) {
            material.add(
                    "passage that was found for the question, from " + passage.source(),
                    cut(passage.heading() + "\n" + passage.text(), PASSAGE_LENGTH));
        }
    }

    /** What intake took for an instruction to the desk is not even read. */
    private static String readable(Message message, CaseRecord record) {
        var text = message.subjectAndText();
        var marks = record.findings().screening().map(Screening::injections).orElse(List.of());
        for (var mark : marks) {
            text = text.replace(mark.passage(), LEFT_OUT);
        }
        return text;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + " […]";
    }
}
