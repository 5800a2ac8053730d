package io.sallyport.answer;

import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Specialist;
import io.sallyport.casefile.Verdict;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.language.Answer;
import io.sallyport.model.language.Answer.Failed;
import io.sallyport.model.language.Answer.Fault;
import io.sallyport.model.language.Answer.Said;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.model.language.Material;
import io.sallyport.model.language.Prompt;
import io.sallyport.model.language.Purpose;
import io.sallyport.model.language.Request;
import io.sallyport.model.language.Shape;
import io.sallyport.model.language.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One specialist at work by language model: reads, looks things up a few times, and writes, asks or declines. */
final class SpecialistAgent {

    static final int MOST_TURNS = 10;
    static final int MOST_IDENTICAL_CALLS = 3;

    /** Nine sentences with their quotes take some hundred; the rest is for models that think before they write. */
    private static final int LONGEST = 4_000;

    private static final Shape<Move> SHAPE = Shape.of(Move.class);

    private final Specialist specialist;
    private final String name;
    private final Prompt prompt;
    private final LanguageModel model;
    private final Shelf shelf;
    private final BusinessRecords records;
    private final InstantSource clock;

    SpecialistAgent(
            Specialist specialist,
            LanguageModel model,
            KnowledgeBase articles,
            BusinessRecords records,
            InstantSource clock) {
        this.specialist = specialist;
        this.name = specialist.name().toLowerCase(Locale.ROOT) + " specialist";
        this.prompt = prompt(name);
        this.model = model;
        this.shelf = new Shelf(articles, specialist);
        this.records = records;
        this.clock = clock;
    }

    /** What this specialist does, and after it how all of them work. */
    static Prompt prompt(String name) {
        var own = Prompt.shipped("answer", name);
        var common = Prompt.shipped("answer", "composer");
        return Prompt.of(name, own.text() + "\n\n" + common.text());
    }

    String name() {
        return name;
    }

    Contribution work(CaseRecord record, Evidence evidence, List<Verdict.Flag> stopped, Instant until) {
        var material = CasePaper.of(record, stopped);
        var tools = new Toolbox(record, specialist, name, shelf, new OwnRecords(records, record, clock.instant()));
        tools.show(evidence.passages(), material);
        Map<String, Integer> calls = new HashMap<>();
        for (int turn = 1; turn <= MOST_TURNS; turn++) {
            switch (ask(record, material, until)) {
                case Failed<Move> failed -> {
                    return new Contribution.Broken(failed.fault(), failed.why());
                }
                case Said<Move> said
                when said.value().kind() != Move.Kind.USE_TOOL -> {
                    return done(said, tools);
                }
                case Said<Move> said -> {
                    var move = said.value();
                    if (calls.merge(move.tool() + "\n" + move.input(), 1, Integer::sum) == MOST_IDENTICAL_CALLS) {
                        return new Contribution.Circles(
                                "asked for the same " + MOST_IDENTICAL_CALLS + " times and wrote nothing");
                    }
                    tools.use(move.tool(), move.input(), material);
                }
            }
        }
        return new Contribution.Circles("looked things up " + MOST_TURNS + " times and wrote nothing");
    }

    private Answer<Move> ask(CaseRecord record, Material material, Instant until) {
        var left = Duration.between(clock.instant(), until);
        if (!left.isPositive()) {
            return new Failed<>(Fault.TIMED_OUT, "no answer within the time there is", Usage.NONE);
        }
        var purpose = new Purpose.OfCase(
                name, record.id(), Lane.ANSWER, record.triage().priority());
        var question = CasePaper.task(record) + "\n\n" + material.text();
        return model.ask(new Request<>(purpose, prompt.text(), question, SHAPE, LONGEST, left));
    }

    private Contribution done(Said<Move> said, Toolbox tools) {
        var move = said.value();
        return switch (move.kind()) {
            case ANSWER -> Contribution.wrote(move.sentences(), new Citations(shelf, tools.shown()), said.model());
            case ASK -> new Contribution.Asks(move.question().strip(), said.model());
            case DECLINE -> new Contribution.Declines(move.why().strip());
            case NOT_MINE -> new Contribution.NotTheirs();
            case USE_TOOL -> throw new IllegalStateException("a tool is not an end");
        };
    }
}
