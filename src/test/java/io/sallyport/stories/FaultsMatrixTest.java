package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.answer.ComposerUnderFault;
import io.sallyport.gate.GatesUnderFault;
import io.sallyport.model.language.Models;
import io.sallyport.testkit.JudgeKit;
import io.sallyport.testkit.Moves;
import io.sallyport.testkit.Script;
import io.sallyport.triage.TriageUnderFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every fault of a model against everyone who asks one, over real HTTP through the vendor's client library. Whatever goes
 * wrong, nothing passes that a model would have had to vouch for, and no message is read as less grave for it.
 */
@Tag("slow")
class FaultsMatrixTest {

    private static final String GOOD = "good answer";

    /**
     * Who asks.
     *
     * @param good what the model writes when nothing is wrong
     * @param loop asks to look something up, whenever it is asked
     * @param madeUp answers in the right shape about what is not there: a quote, a claim, a sentence, a category
     * @param opens what becomes of the case then, and must not otherwise
     * @param closed what may become of it otherwise
     */
    private record Column(
            String name,
            Script good,
            String text,
            Script loop,
            String madeUp,
            Function<Models, String> outcome,
            String opens,
            Set<String> closed) {}

    private static final List<Column> COLUMNS = List.of(
            new Column(
                    "triage",
                    new Script.Writes(JudgeKit.triage("BILLING", "P4")),
                    JudgeKit.triage("BILLING", "P4"),
                    new Script.WantsATool(),
                    JudgeKit.triage("LOTTERY", "P4"),
                    TriageUnderFault::outcome,
                    "read by the model",
                    Set.of("person: low-confidence", "embedded stands in")),
            writer(
                    "specialist",
                    ComposerUnderFault::specialist,
                    Set.of(ComposerUnderFault.NOTHING, ComposerUnderFault.UNPROVEN)),
            writer(
                    "composer",
                    ComposerUnderFault::composer,
                    Set.of(ComposerUnderFault.QUOTES, ComposerUnderFault.PERSON, ComposerUnderFault.STOPPED)),
            gate(
                    "judge",
                    JudgeKit.yesMan(),
                    JudgeKit.rulings("SUPPORTED"),
                    JudgeKit.rulings("SUPPORTED", "SUPPORTED"),
                    GatesUnderFault::grounding),
            gate("tone", JudgeKit.yesMan(), JudgeKit.tone("FITS"), JudgeKit.tone("FITS", 99), GatesUnderFault::tone),
            gate(
                    "language",
                    JudgeKit.yesManWho(GatesUnderFault.BACK),
                    JudgeKit.translated(GatesUnderFault.BACK),
                    JudgeKit.translated(GatesUnderFault.BACK, "It is free on Sundays."),
                    GatesUnderFault::language));

    private static Column writer(String name, Function<Models, String> outcome, Set<String> closed) {
        var good = ComposerUnderFault.good();
        return new Column(
                name,
                new Script.Writes(good),
                good,
                new Script.Writes(Moves.tool("search_articles", "kayak")),
                ComposerUnderFault.madeUp(),
                outcome,
                ComposerUnderFault.WRITES,
                closed);
    }

    private static Column gate(String name, Script good, String text, String madeUp, Function<Models, String> outcome) {
        return new Column(name, good, text, new Script.WantsATool(), madeUp, outcome, "passes", Set.of("stopped"));
    }

    private static Map<String, Function<Column, Script>> rows() {
        var rows = new LinkedHashMap<String, Function<Column, Script>>();
        rows.put(GOOD, Column::good);
        rows.put("wrong schema", _ -> new Script.Writes("{\"verdict\":\"fine\"}"));
        rows.put("truncated", column -> new Script.IsCutOff(column.text()));
        rows.put("refused", _ -> new Script.Refuses());
        rows.put("prose around JSON", column -> new Script.Writes("Sure, here it is: " + column.text()));
        rows.put("tool loop", Column::loop);
        rows.put("made up", column -> new Script.Writes(column.madeUp()));
        rows.put("429", _ -> new Script.Answers(429));
        rows.put("529", _ -> new Script.Answers(529));
        rows.put("500", _ -> new Script.Answers(500));
        rows.put("hang", _ -> new Script.Hangs());
        rows.put("slow stream", _ -> new Script.Drips());
        rows.put("connection reset", _ -> new Script.Resets());
        return rows;
    }

    @Test
    void everyFaultFailsClosedForEveryoneWhoAsks() {
        var table = new ArrayList<List<String>>();
        rows().forEach((fault, script) -> {
            var cells = new ArrayList<String>();
            cells.add(fault);
            for (Column column : COLUMNS) {
                cells.add(cell(fault, script.apply(column), column));
            }
            table.add(cells);
        });
        System.out.println(print(table));
    }

    private static String cell(String fault, Script script, Column column) {
        try (var stub = new JudgeKit()) {
            stub.play(script);
            boolean isEndless = script instanceof Script.Hangs || script instanceof Script.Drips;
            String outcome = column.outcome().apply(isEndless ? stub.hastyModels() : stub.models());
            if (fault.equals(GOOD)) {
                assertThat(outcome).as(column.name()).isEqualTo(column.opens());
            } else {
                assertThat(outcome).as(column.name() + ", " + fault).isIn(column.closed());
            }
            return outcome;
        }
    }

    private static String print(List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of("fault"));
        COLUMNS.forEach(column -> head.add(column.name()));
        all.add(head);
        all.addAll(rows);
        return all.stream()
                .map(row -> row.stream().map("%-24s"::formatted).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
