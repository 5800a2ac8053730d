package io.sallyport.answer;

import io.sallyport.answer.Frames.Part;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Mood;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Sentence.Layout;
import io.sallyport.casefile.Triage;
import java.util.ArrayList;
import java.util.List;

/** Puts courtesies around quoted sentences: acknowledge, answer, next step, disclosure. */
final class ReplyWriter {

    private static final String ENGLISH = "en";

    private final Frames frames;

    ReplyWriter(Frames frames) {
        this.frames = frames;
    }

    /** How many sentences of answer fit once the courtesies stand; one list of steps counts as one sentence. */
    static int room(Channel channel) {
        return switch (channel) {
            case CHAT -> 2;
            case WEB, API -> 5;
            case EMAIL -> 9;
        };
    }

    Reply answer(CaseRecord record, List<Picked> picked) {
        var mood = mood(record);
        boolean isChat = record.ticket().channel() == Channel.CHAT;
        var sentences = new ArrayList<Sentence>();
        if (!isChat) {
            sentences.add(courtesy(Part.ACKNOWLEDGE, mood, Layout.PARAGRAPH));
        }
        for (int i = 0; i < picked.size(); i++) {
            sentences.add(quoted(picked, i));
        }
        if (!isChat) {
            sentences.add(courtesy(Part.NEXT_STEP, mood, Layout.PARAGRAPH));
        }
        sentences.add(courtesy(Part.DISCLOSE, mood, Layout.PARAGRAPH));
        return reply(record, Reply.Kind.ANSWER, sentences);
    }

    Reply question(CaseRecord record, String question) {
        var mood = mood(record);
        var sentences = new ArrayList<Sentence>();
        if (record.ticket().channel() != Channel.CHAT) {
            sentences.add(courtesy(Part.ACKNOWLEDGE, mood, Layout.PARAGRAPH));
        }
        sentences.add(Sentence.plain(question, Layout.PARAGRAPH));
        sentences.add(courtesy(Part.DISCLOSE, mood, Layout.PARAGRAPH));
        return reply(record, Reply.Kind.QUESTION, sentences);
    }

    private static Reply reply(CaseRecord record, Reply.Kind kind, List<Sentence> sentences) {
        String subject = record.ticket().subject();
        String answered =
                subject.isBlank() || subject.toLowerCase(java.util.Locale.ROOT).startsWith("re:")
                        ? subject
                        : "Re: " + subject;
        return new Reply(kind, record.ticket().customer(), answered, ENGLISH, sentences);
    }

    private Sentence courtesy(Part part, Mood mood, Layout layout) {
        return Sentence.plain(frames.text(part, mood), layout);
    }

    private static Mood mood(CaseRecord record) {
        return record.findings().triage().map(Triage::mood).orElse(Mood.CALM);
    }

    private static Sentence quoted(List<Picked> picked, int at) {
        var one = picked.get(at);
        var citation = new Citation(one.passage().source(), one.unit().text());
        return new Sentence(one.unit().text(), layout(picked, at), List.of(citation));
    }

    /** A fragment without a full stop needs a line of its own, and so does what follows it. */
    private static Layout layout(List<Picked> picked, int at) {
        var one = picked.get(at);
        if (one.unit().form() == Unit.Form.STEP) {
            return Layout.STEP;
        }
        if (at == 0) {
            return Layout.PARAGRAPH;
        }
        var before = picked.get(at - 1);
        boolean goesOn = before.passage().id().equals(one.passage().id())
                && before.unit().form() != Unit.Form.STEP
                && before.unit().endsLikeSentence()
                && one.unit().endsLikeSentence();
        return goesOn ? Layout.RUN_ON : Layout.PARAGRAPH;
    }
}
