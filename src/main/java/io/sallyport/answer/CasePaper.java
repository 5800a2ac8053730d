package io.sallyport.answer;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Verdict;
import io.sallyport.model.language.Material;
import java.util.List;

/** What a specialist's model reads of a case: every word of others as marked data. */
final class CasePaper {

    private static final int EARLIER_MESSAGES = 6;

    /** Characters; enough to say what it was about. */
    private static final int EARLIER_LENGTH = 600;

    /** Characters; longer ones are mostly logs, and intake has kept the whole for people. */
    private static final int LONGEST_MESSAGE = 8_000;

    private static final String LEFT_OUT = "[a passage is left out here]";

    private CasePaper() {}

    static Material of(CaseRecord record, List<Verdict.Flag> stopped) {
        var material = new Material();
        var open = record.unanswered();
        var earlier = record.messages().stream()
                .filter(message -> !open.contains(message) && message.author() != Message.Author.MACHINE)
                .toList();
        earlier.stream()
                .skip(Math.max(0, earlier.size() - EARLIER_MESSAGES))
                .forEach(message -> material.add(
                        message.isFromCustomer() ? "earlier message of the customer" : "earlier reply of ours",
                        cut(readable(message, record), EARLIER_LENGTH)));
        open.forEach(message ->
                material.add("message of the customer to answer", cut(readable(message, record), LONGEST_MESSAGE)));
        stopped.forEach(flag -> addStopped(flag, material));
        return material;
    }

    private static void addStopped(Verdict.Flag flag, Material material) {
        var because = "stopped because: " + flag.why();
        if (flag.sentence().isBlank()) {
            material.add("why a check stopped your last answer", because);
        } else {
            material.add("sentence that a check stopped in your last answer", flag.sentence() + "\n" + because);
        }
    }

    /** How long the answer may be and where it will be read; in our own words. */
    static String task(CaseRecord record) {
        Channel channel = record.ticket().channel();
        var language = ForeignReply.findLanguage(record)
                .map(code -> " Write them in the customer's language, whose ISO 639-1 code is " + code
                        + "; quotes stay in the article's own words.")
                .orElse("");
        return "Write at most " + ReplyWriter.room(channel) + " sentences; a numbered list counts as one." + language;
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
