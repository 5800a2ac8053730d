package io.sallyport.cli;

import io.sallyport.action.ActionPlanner;
import io.sallyport.action.Catalogue;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.evaluation.WishEvaluation;
import io.sallyport.evaluation.WishEvaluation.Half;
import io.sallyport.evaluation.WishEvaluation.Outcome;
import io.sallyport.evaluation.WishEvaluation.Share;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "wishes",
        description = {
            "Whether the account changes that messages ask for are recognized, and no others.",
            "By the words alone: no record is read and nothing is planned."
        })
final class EvalWishesCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "JSONL: {\"id\", \"subject\", \"text\", \"outcome\", \"action\"}; action: an entry's name, a list of such, or \"none offered\".")
    private List<Path> data = List.of();

    @Option(
            names = "--actions",
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSONL of {\"id\", \"action\"} for messages that do not carry the label themselves.")
    private List<Path> labels = List.of();

    @Option(
            names = "--half",
            paramLabel = "HALF",
            description = "Only messages of this half by their ids: ${COMPLETION-CANDIDATES}.")
    private Optional<Half> half = Optional.empty();

    @Option(names = "--mistakes", description = "Lists each message whose wish was missed or taken for another.")
    private boolean listMistakes;

    @Mixin
    private EvalCommand.Output output = new EvalCommand.Output();

    /** No wish is read out of a record. */
    private static final class NoRecords implements BusinessRecords {
        @Override
        public Optional<BusinessRecord> find(String kind, String id) {
            throw new Unreachable(kind, "there are no records here");
        }

        @Override
        public List<BusinessRecord> of(String kind, String customer) {
            throw new Unreachable(kind, "there are no records here");
        }

        @Override
        public Optional<BusinessRecord> findAccount(String address) {
            throw new Unreachable("account", "there are no records here");
        }
    }

    @Override
    public Integer call() throws IOException {
        var planner = ActionPlanner.of(Catalogue.shipped(), new NoRecords(), InstantSource.system());
        var evaluation = new WishEvaluation(planner);
        var messages = WishEvaluation.read(
                data, labels, id -> half.isEmpty() || half.get().holds(id));
        var outcomes = new ArrayList<Outcome>();
        messages.forEach(message -> outcomes.add(evaluation.run(message)));
        if (listMistakes) {
            outcomes.stream().flatMap(WishEvaluation::mistakes).forEach(System.out::println);
        }
        print(WishEvaluation.figures(outcomes));
        return 0;
    }

    private void print(WishEvaluation.Figures found) {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("n", found.n());
        figures.put("recognized", found.recognized().orElse(null));
        figures.put("exact", found.exact().orElse(null));
        figures.put("by_action", rows(found.byAction(), "recognized"));
        figures.put("beyond", row(found.beyond(), "taken"));
        figures.put("false", rows(found.falsely(), "taken"));
        output.print(figures);
    }

    private static Map<String, Map<String, Integer>> rows(Map<String, Share> shares, String found) {
        var rows = new LinkedHashMap<String, Map<String, Integer>>();
        shares.forEach((name, share) -> rows.put(name, row(share, found)));
        return rows;
    }

    private static Map<String, Integer> row(Share share, String found) {
        var row = new LinkedHashMap<String, Integer>();
        row.put("n", share.n());
        row.put(found, share.found());
        return row;
    }
}
