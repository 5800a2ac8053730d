package io.sallyport.api;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Standing;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes people's decisions from other programs, each request once: the decision and what it was answered commit as one. A
 * decision that was not taken leaves its key free. May be shared between threads and nodes.
 */
final class PeoplesDecisions {

    private static final Logger LOG = LoggerFactory.getLogger(PeoplesDecisions.class);

    private final Decisions decisions;
    private final RequestKeys requestKeys;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    private PeoplesDecisions(
            Decisions decisions, RequestKeys requestKeys, TransactionTemplate transaction, JsonMapper json) {
        this.decisions = decisions;
        this.requestKeys = requestKeys;
        this.transaction = transaction;
        this.json = json;
    }

    /** @param dataSource the one that the cases are written to */
    static PeoplesDecisions over(DataSource dataSource, Decisions decisions, InstantSource clock, JsonMapper json) {
        return new PeoplesDecisions(
                decisions,
                new RequestKeys(JdbcClient.create(dataSource), clock),
                new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
                json);
    }

    /**
     * The case right after the decision.
     *
     * @param queue of the people who have it; empty when none do
     * @param owner who has claimed it; empty when nobody has
     */
    record Taken(String caseId, long version, String standing, String queue, String owner) {

        static Taken of(CaseRecord record) {
            Optional<Standing.WithPeople> people = Optional.of(record.standing())
                    .filter(Standing.WithPeople.class::isInstance)
                    .map(Standing.WithPeople.class::cast);
            return new Taken(
                    record.id().value(),
                    record.version(),
                    record.standing().label(),
                    people.map(Standing.WithPeople::queue).orElse(""),
                    people.flatMap(Standing.WithPeople::owner).orElse(""));
        }
    }

    /** @param isNew false when this very request came before */
    record Answer(Taken taken, boolean isNew) {}

    /**
     * @param caller the name of the API key
     * @throws Problem when it was not taken, or the key was used for something else
     */
    Answer take(String caller, Optional<String> idempotencyKey, CaseId id, DecisionRequest request) {
        Optional<String> key = idempotencyKey.map(given -> "decision:" + id + ":" + given);
        Answer answer = transaction.execute(_ -> takeOnce(caller, key, id, request));
        if (answer.isNew()) {
            LOG.info(
                    "a program handed over a person's decision case={} decision={} key={}",
                    id,
                    request.label(),
                    caller);
        }
        return answer;
    }

    private Answer takeOnce(String caller, Optional<String> key, CaseId id, DecisionRequest request) {
        key.ifPresent(given -> requestKeys.claim(caller, given, request.fingerprint(), "This Idempotency-Key"));
        Optional<Taken> before = key.flatMap(given -> requestKeys.findAnswer(caller, given))
                .map(answer -> json.readValue(answer, Taken.class));
        if (before.isPresent()) {
            return new Answer(before.get(), false);
        }
        return switch (decide(new Seen(id, request.version()), request)) {
            case Decision.Taken(var record) -> {
                var taken = Taken.of(record);
                key.ifPresent(given -> requestKeys.answer(caller, given, json.writeValueAsString(taken)));
                yield new Answer(taken, true);
            }
            // Thrown, so that nothing of this is committed, the key's use neither.
            case Decision.Refused refused -> throw Problem.notTaken(refused.why());
            case Decision.Overtaken overtaken ->
                throw Problem.overtaken(request.version(), overtaken.record().version());
        };
    }

    private Decision decide(Seen seen, DecisionRequest request) {
        String text = request.text();
        String person = request.person();
        return switch (request.choice()) {
            case CLAIM -> decisions.claim(seen, person);
            case RELEASE -> decisions.release(seen, person);
            case RESOLVE -> decisions.resolve(seen, text, person);
            case REPLY -> decisions.reply(seen, text, person);
            case GIVE_BACK -> decisions.giveBack(seen, text, person);
            case ASSIGN -> decisions.assign(seen, request.colleague(), text, person);
            case RECLASSIFY -> decisions.reclassify(seen, request.correction(), person);
            case LEAVE_CLUSTER -> decisions.leaveCluster(seen, text, person);
            case NOTE -> decisions.note(seen, text, person);
            case MERGE -> decisions.merge(seen, request.into().orElseThrow(), text, person);
            case APPROVE, EDIT, REJECT, APPROVE_PLAN, REJECT_PLAN, TELL, TELL_AND_CLAIM ->
                throw new IllegalStateException(request.label() + " is read where the draft or plan can be read, too");
        };
    }
}
