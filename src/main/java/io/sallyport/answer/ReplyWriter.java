package io.sallyport.answer;

import io.sallyport.answer.Frames.Part;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Mood;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Sentence.Layout;
import io.sallyport.casefile.Triage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts courtesies around quoted sentences: greet, acknowledge, answer, next step, close. A chat gets the answer alone. */
final class ReplyWriter {

    private static final String ENGLISH = "en";

    private final Frames frames;
    private final String company;

    /** @param company as customers know it; empty when it is not to be named */
    ReplyWriter(Frames frames, String company) {
        this.frames = frames;
        this.company = company;
    }

    /** How many sentences of answer fit once the courtesies stand; one list of steps counts as one sentence. */
    static int room(Channel channel) {
        return switch (channel) {
            case CHAT -> 3;
            case WEB, API -> 6;
            case EMAIL -> 9;
        };
    }

    Reply quoting(CaseRecord record, List<Picked> picked) {
        var answer = new ArrayList<Sentence>();
        for (int i = 0; i < picked.size(); i++) {
            answer.add(quoted(picked, i));
        }
        return answer(record, answer);
    }

    Reply answer(CaseRecord record, List<Sentence> answer) {
        var sentences = opening(record);
        if (!isChat(record)) {
            boolean isSteps = answer.getFirst().layout() == Layout.STEP;
            sentences.add(courtesy(isSteps ? Part.LEAD_IN_STEPS : Part.LEAD_IN, record, Layout.RUN_ON));
        }
        sentences.addAll(answer);
        if (!isChat(record)) {
            sentences.add(courtesy(Part.NEXT_STEP, record, Layout.PARAGRAPH));
        }
        close(record, sentences);
        return reply(record, Reply.Kind.ANSWER, sentences);
    }

    Reply question(CaseRecord record, String question) {
        var sentences = opening(record);
        if (!isChat(record)) {
            sentences.add(courtesy(Part.NEED_DETAIL, record, Layout.RUN_ON));
        }
        sentences.add(Sentence.plain(question, Layout.PARAGRAPH));
        if (!isChat(record)) {
            sentences.add(courtesy(Part.JUST_REPLY, record, Layout.PARAGRAPH));
        }
        close(record, sentences);
        return reply(record, Reply.Kind.QUESTION, sentences);
    }

    /** What was done or decided comes first, with no lead-in; an answer to what else was asked follows it. */
    Reply telling(CaseRecord record, List<Sentence> told, List<Sentence> answer) {
        var sentences = opening(record);
        sentences.addAll(told);
        if (!answer.isEmpty() && !isChat(record)) {
            boolean isSteps = answer.getFirst().layout() == Layout.STEP;
            sentences.add(courtesy(isSteps ? Part.LEAD_IN_STEPS : Part.LEAD_IN, record, Layout.PARAGRAPH));
        }
        sentences.addAll(answer);
        if (!isChat(record)) {
            sentences.add(courtesy(Part.NEXT_STEP, record, Layout.PARAGRAPH));
        }
        close(record, sentences);
        return reply(record, Reply.Kind.ANSWER, sentences);
    }

    /** Asks for what an action still needs, in words that the record gives. */
    Reply requesting(CaseRecord record, List<Sentence> request, List<Sentence> answer) {
        var sentences = opening(record);
        sentences.addAll(answer);
        sentences.addAll(request);
        close(record, sentences);
        return reply(record, Reply.Kind.QUESTION, sentences);
    }

    private List<Sentence> opening(CaseRecord record) {
        var sentences = new ArrayList<Sentence>();
        if (!isChat(record)) {
            Part greeting = firstName(record).isPresent() ? Part.GREET_BY_NAME : Part.GREET;
            sentences.add(courtesy(greeting, record, Layout.PARAGRAPH));
            sentences.add(courtesy(Part.ACKNOWLEDGE, record, Layout.PARAGRAPH));
        }
        return sentences;
    }

    private void close(CaseRecord record, List<Sentence> sentences) {
        if (!isChat(record)) {
            sentences.add(courtesy(Part.CLOSE, record, Layout.PARAGRAPH));
            sentences.add(courtesy(company.isEmpty() ? Part.SIGN : Part.SIGN_COMPANY, record, Layout.PARAGRAPH));
        }
        sentences.add(courtesy(Part.DISCLOSE, record, Layout.PARAGRAPH));
    }

    private static Reply reply(CaseRecord record, Reply.Kind kind, List<Sentence> sentences) {
        String subject = record.ticket().subject();
        String answered =
                subject.isBlank() || subject.toLowerCase(Locale.ROOT).startsWith("re:") ? subject : "Re: " + subject;
        return new Reply(kind, record.ticket().customer(), answered, ENGLISH, sentences);
    }

    private Sentence courtesy(Part part, CaseRecord record, Layout layout) {
        String text = frames.text(part, mood(record)).replace("{company}", company);
        return Sentence.plain(text.replace("{name}", firstName(record).orElse("")), layout);
    }

    private static Mood mood(CaseRecord record) {
        return record.findings().triage().map(Triage::mood).orElse(Mood.CALM);
    }

    private static boolean isChat(CaseRecord record) {
        return record.ticket().channel() == Channel.CHAT;
    }

    /** Of the customer as the directory knows them; a name that only the message gives may be anyone's. */
    private static Optional<String> firstName(CaseRecord record) {
        return record.findings()
                .triage()
                .map(Triage::customer)
                .map(Customer::name)
                .map(name -> name.strip().split("\\s+", 2)[0])
                .filter(name -> name.matches("\\p{Lu}[\\p{L}\\p{M}'’-]{1,29}"));
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
            return one.unit().goesOn() ? Layout.RUN_ON : Layout.STEP;
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
