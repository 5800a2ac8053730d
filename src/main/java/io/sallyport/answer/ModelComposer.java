package io.sallyport.answer;

import io.sallyport.answer.Contribution.Asks;
import io.sallyport.answer.Contribution.Broken;
import io.sallyport.answer.Contribution.Circles;
import io.sallyport.answer.Contribution.Declines;
import io.sallyport.answer.Contribution.NotTheirs;
import io.sallyport.answer.Contribution.Wrote;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Specialist;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.model.language.Request;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Composes by language model: each topic of a message goes to its specialist, one after another, and what they write becomes
 * one reply between our own courtesies. Where no model can be asked the extractive composer, which proves by construction,
 * stands in; where one was asked and gave nothing usable, a person gets the case.
 */
public final class ModelComposer implements Composer {

    private static final int LONGEST_WHY = 300;

    private final Map<Specialist, SpecialistAgent> agents = new EnumMap<>(Specialist.class);
    private final Composer quoting;
    private final Fitness fitness;
    private final Dissent dissent;
    private final ReplyWriter writer;
    private final InstantSource clock;

    /**
     * @param records what specialists may read of the case's own customer
     * @param quoting what stands in when no model can be asked
     * @param company as customers know it; empty when replies are not to name it
     */
    public ModelComposer(
            LanguageModel model,
            KnowledgeBase articles,
            BusinessRecords records,
            ExtractiveComposer quoting,
            String company,
            InstantSource clock) {
        for (var specialist : Specialist.values()) {
            agents.put(specialist, new SpecialistAgent(specialist, model, articles, records, clock));
        }
        this.quoting = quoting;
        this.fitness = quoting.fitness();
        this.dissent = new Dissent(articles);
        this.writer = new ReplyWriter(Frames.shipped(), company);
        this.clock = clock;
    }

    @Override
    public Composition compose(CaseRecord record, Evidence evidence, List<Verdict.Flag> stopped) {
        var language = ForeignReply.findLanguage(record).filter(code -> !ForeignReply.isPossibleIn(code));
        if (language.isPresent()) {
            return declined("nobody here can say in '" + language.get() + "' that a machine wrote the reply");
        }
        var until = clock.instant().plus(Request.PATIENCE);
        var written = new ArrayList<Wrote>();
        var names = new ArrayList<String>();
        for (var agent : agents(record)) {
            switch (agent.work(record, evidence, stopped, until)) {
                case Wrote wrote -> {
                    written.add(wrote);
                    names.add(agent.name());
                }
                case NotTheirs() -> {}
                case Asks asks -> {
                    return asked(record, asks, agent.name());
                }
                case Declines(var why) -> {
                    return declined(agent.name() + ": “" + cut(why) + "”");
                }
                case Circles(var why) -> {
                    return declined("the " + agent.name() + "'s model " + why);
                }
                case Broken broken -> {
                    return broken(broken, agent.name(), record, evidence, stopped);
                }
            }
        }
        return written.isEmpty()
                ? declined("none of the specialists asked takes the message for theirs")
                : answered(record, evidence, written, names);
    }

    /** The one that the Router named first, then the one whose topic the message touches besides. */
    private List<SpecialistAgent> agents(CaseRecord record) {
        var all = new LinkedHashSet<Specialist>();
        all.add(record.route().specialist());
        record.triage().classification().secondary().map(Category::specialist).ifPresent(all::add);
        return all.stream()
                .flatMap(specialist -> Optional.ofNullable(agents.get(specialist)).stream())
                .toList();
    }

    private Composition answered(CaseRecord record, Evidence evidence, List<Wrote> written, List<String> names) {
        var sentences = written.stream()
                .flatMap(wrote -> opened(wrote.sentences()).stream())
                .toList();
        var unfound = written.stream().mapToInt(Wrote::unfound).sum();
        var frame = "written by " + written.getFirst().model() + " as " + String.join(" and ", names)
                + (unfound == 0 ? "" : "; citations not found word for word: " + unfound);
        var reply = inTheirLanguage(record, writer.answer(record, sentences), sentences);
        var clash = Clash.find(evidence, reply).or(() -> dissent.find(reply.citations()));
        if (clash.isPresent()) {
            return declined("two articles disagree: " + clash.get().what());
        }
        return new Composition.Written(reply, fitness.of(record, evidence, reply), frame);
    }

    private static Reply inTheirLanguage(CaseRecord record, Reply english, List<Sentence> written) {
        return ForeignReply.findLanguage(record)
                .map(language -> ForeignReply.of(english, language, written))
                .orElse(english);
    }

    /** Each specialist's part is a paragraph of its own. */
    private static List<Sentence> opened(List<Sentence> sentences) {
        var first = sentences.getFirst();
        if (first.layout() != Sentence.Layout.RUN_ON) {
            return sentences;
        }
        var opened = new ArrayList<>(sentences);
        opened.set(0, new Sentence(first.text(), Sentence.Layout.PARAGRAPH, first.citations()));
        return opened;
    }

    /** One question in a case; who still does not know what is meant is better helped by a person. */
    private Composition asked(CaseRecord record, Asks asks, String name) {
        boolean hasAsked = Clarifying.hasAsked(record)
                || record.effects().stream()
                        .anyMatch(effect -> effect.reply()
                                .filter(reply -> reply.kind() == Reply.Kind.QUESTION)
                                .isPresent());
        return hasAsked
                ? declined("the " + name + " would ask again: “" + cut(asks.question()) + "”")
                : new Composition.Asked(
                        inTheirLanguage(
                                record,
                                writer.question(record, asks.question()),
                                List.of(Sentence.plain(asks.question(), Sentence.Layout.PARAGRAPH))),
                        LEAST_CONFIDENCE,
                        "a question by " + asks.model() + " as " + name);
    }

    private Composition broken(
            Broken broken, String name, CaseRecord record, Evidence evidence, List<Verdict.Flag> stopped) {
        var what = broken.fault().label() + ", " + broken.why();
        return switch (broken.fault()) {
            case UNREADABLE, TRUNCATED, REFUSED, EXTRA_TEXT, WRONG_SCHEMA ->
                declined("the " + name + "'s model gave no usable answer: " + what);
            case BUDGET_SPENT -> new Composition.Declined(new Trigger(Trigger.Kind.BUDGET_SPENT, what));
            case RATE_LIMITED, OVERLOADED, TIMED_OUT, UNREACHABLE, SERVER_ERROR, REJECTED, SUSPENDED ->
                instead(record, evidence, stopped, "no language model could be asked (" + what + ")");
        };
    }

    private Composition instead(CaseRecord record, Evidence evidence, List<Verdict.Flag> stopped, String because) {
        return ForeignReply.findLanguage(record).isPresent()
                ? declined("the embedded engine writes English only, and " + because)
                : quoted(quoting.compose(record, evidence, stopped), because);
    }

    private static Composition quoted(Composition instead, String because) {
        return switch (instead) {
            case Composition.Written(var reply, var confidence, var frame) ->
                new Composition.Written(reply, confidence, frame + "; " + because);
            case Composition.Asked(var question, var confidence, var frame) ->
                new Composition.Asked(question, confidence, frame + "; " + because);
            case Composition.Declined(Trigger why) ->
                new Composition.Declined(new Trigger(why.kind(), why.because() + "; " + because));
        };
    }

    private static Composition.Declined declined(String why) {
        return Composition.Declined.noAnswer(why);
    }

    private static String cut(String words) {
        return words.length() <= LONGEST_WHY ? words : words.substring(0, LONGEST_WHY) + "…";
    }
}
