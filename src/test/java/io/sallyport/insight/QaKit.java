package io.sallyport.insight;

import io.sallyport.answer.Coverage;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Reply;
import io.sallyport.gate.Gate;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.Gates;
import io.sallyport.model.Embedder;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.Role;
import io.sallyport.model.language.Safeguards;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ModelKit;
import io.sallyport.testkit.StubModels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The QA Reviewer over a desk under test, and what its model writes. */
public final class QaKit {

    private QaKit() {}

    static LanguageModel model(StubModels stub) {
        var settings = ModelKit.settings(stub, stub, Map.of("qa", "anthropic:reviewer"));
        return new Models(settings, ModelKit.vendors(settings), Safeguards.only(_ -> {}, Duration.ofSeconds(20)))
                .find(Role.QA)
                .orElseThrow();
    }

    static QaReviewer reviewer(DeskKit desk, Optional<LanguageModel> model, List<? extends Gate<Reply>> gates) {
        return new QaReviewer(
                model,
                new Gatekeeper(Gates.ofReplies(List.copyOf(gates)), desk.clock()),
                new Coverage(new NothingIsNear()));
    }

    static QaRound round(DeskKit desk, Reviewing reviewer, double rate) {
        var dataSource = desk.database().dataSource();
        var ledger = new QaLedger(
                desk.database().jdbc(),
                new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
                desk.cases(),
                new Sampling(new QaSettings(Map.of(Lane.ANSWER, rate))),
                desk.clock());
        return new QaRound(ledger, reviewer, desk.cases(), desk.clock());
    }

    /** Without a language model. */
    public static void reviewAllThatWasSent(DeskKit desk, List<? extends Gate<Reply>> gates) {
        round(desk, reviewer(desk, Optional.empty(), gates), 1).run();
    }

    static QaFindings findings(DeskKit desk) {
        return new QaFindings(desk.database().jdbc());
    }

    static String written(int accuracy, String grounded, List<Integer> unproven, List<Integer> unanswered) {
        return new JsonMapper()
                .writeValueAsString(Map.of(
                        "accuracy", part(accuracy),
                        "tone", part(4),
                        "policy", part(5),
                        "completeness", part(3),
                        "grounded", grounded,
                        "unproven", unproven.stream().map(QaKit::numbered).toList(),
                        "unanswered", unanswered.stream().map(QaKit::numbered).toList()));
    }

    private static Map<String, ?> numbered(int sentence) {
        return Map.of("sentence", sentence, "because", "as scripted");
    }

    private static Map<String, ?> part(int score) {
        return Map.of("score", score, "because", "as scripted");
    }

    /** Where the rules' guess at completeness plays no part. */
    private static final class NothingIsNear implements Embedder {
        private int asked;

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public float[] embed(String text) {
            return asked++ % 2 == 0 ? new float[] {1, 0} : new float[] {0, 1};
        }
    }
}
