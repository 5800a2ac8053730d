package io.sallyport.connector.sandbox;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.connector.LookUp;
import io.sallyport.connector.sandbox.EffectRows.Made;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sandbox itself: every change in one transaction with its effect and its entry in the CRM's log, once per effect. Fails
 * where {@link Faults} say so.
 */
final class SandboxSystem implements Vendor {

    private final RecordRows rows;
    private final MailRows mails;
    private final LinkRows links;
    private final EffectRows effects;
    private final Faults faults;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    SandboxSystem(DataSource dataSource, Faults faults, InstantSource clock) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        this.rows = new RecordRows(jdbc);
        this.mails = new MailRows(jdbc);
        this.links = new LinkRows(jdbc);
        this.effects = new EffectRows(jdbc);
        this.faults = faults;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        // What the caller has begun and not committed is none of a vendor's business.
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public Answer change(String effectId, Wanted wanted) {
        return underFaults("sandbox/" + wanted.action(), effectId, () -> make(effectId, wanted));
    }

    @Override
    public Answer undo(String effectId, String undone, String caseId) {
        return underFaults("sandbox/undo", effectId, () -> takeBack(effectId, undone, caseId));
    }

    @Override
    public LookUp lookUp(String effectId) {
        return answering(() -> {
            strike(faults.take(Faults.LOOK_UP), Fault.values());
            return inTransaction(() -> {
                boolean isQuiet = effects.tryLock(effectId);
                return effects.find(effectId)
                        .<LookUp>map(made -> new LookUp.Found(
                                made.answer().remoteId(), made.answer().confirmed()))
                        .orElseGet(
                                () -> isQuiet ? new LookUp.Absent() : new LookUp.CannotTell("it is still being made"));
            });
        });
    }

    private Answer underFaults(String binding, String effectId, Supplier<Answer> work) {
        return answering(() -> {
            Optional<Fault> fault = faults.take(binding);
            strike(fault, Fault.FAIL_BEFORE, Fault.HANG);
            // What was done already stays done: a refusal would deny it.
            if (fault.equals(Optional.of(Fault.REFUSE))
                    && effects.find(effectId).isEmpty()) {
                return new Answer.No("the sandbox was told to refuse");
            }
            Answer answer = committed(work);
            strike(fault, Fault.FAIL_AFTER, Fault.TIME_OUT);
            return answer;
        });
    }

    /** What the database did not confirm may have happened. */
    private static <T> T answering(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException broken) {
            throw new NoAnswer("the sandbox broke: " + broken.getClass().getSimpleName(), broken);
        }
    }

    private Answer committed(Supplier<Answer> work) {
        try {
            return inTransaction(work);
        } catch (Refusal refusal) {
            return new Answer.No(refusal.why());
        } catch (DataIntegrityViolationException _) {
            return new Answer.No("the books do not allow it");
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private void strike(Optional<Fault> fault, Fault... kinds) {
        fault.filter(List.of(kinds)::contains).ifPresent(kind -> {
            throw kind == Fault.HANG || kind == Fault.TIME_OUT ? faults.silence() : Faults.broken(kind);
        });
    }

    private Answer make(String effectId, Wanted wanted) {
        effects.lock(effectId);
        String request = hash(wanted);
        Optional<Made> earlier = effects.find(effectId);
        if (earlier.isPresent()) {
            return again(earlier.get(), request);
        }
        var change = new Change(effectId, wanted, rows, mails, links, clock.instant());
        SandboxAction.find(wanted.action())
                .orElseThrow(() -> new Refusal("the sandbox knows no '" + wanted.action() + "'"))
                .make(change);
        var made = new Made(effectId, wanted.account(), request, change.answer(), change.patched(), change.undoUntil());
        effects.insert(made, wanted.action(), wanted.caseId(), Optional.empty(), change.now());
        effects.log(wanted.account(), wanted.caseId(), effectId, entry(wanted, made), change.now());
        return made.answer();
    }

    private static Answer again(Made earlier, String request) {
        return earlier.request().equals(request)
                ? earlier.answer()
                : new Answer.No("this key belongs to another change");
    }

    private static String hash(Wanted wanted) {
        return ChainHash.of(
                wanted.caseId(),
                wanted.action(),
                wanted.account(),
                new TreeMap<>(wanted.slots()).toString(),
                wanted.amount().toString(),
                wanted.reason());
    }

    private static String entry(Wanted wanted, Made made) {
        return wanted.action() + " (" + wanted.reason() + ") "
                + new TreeMap<>(made.answer().confirmed());
    }

    private Answer takeBack(String effectId, String undone, String caseId) {
        effects.lock(effectId);
        effects.lock(undone);
        String request = ChainHash.of("undo", undone);
        Optional<Made> earlier = effects.find(effectId);
        if (earlier.isPresent()) {
            return again(earlier.get(), request);
        }
        Made made = effects.find(undone).orElseThrow(() -> new Refusal("no such change was made here"));
        checkUndoable(made);
        BusinessRecord account =
                rows.findToChange("account", made.account()).orElseThrow(() -> new Refusal("the account is gone"));
        new Restoring(rows).restore(made.patched());
        var answer = new Answer.Changed("undo-" + made.answer().remoteId(), Map.of("undone", undone));
        var undoing = new Made(effectId, account.id(), request, answer, List.of(), Optional.empty());
        effects.insert(undoing, "undo", caseId, Optional.of(undone), clock.instant());
        effects.log(account.id(), caseId, effectId, "undone: " + made.answer().remoteId(), clock.instant());
        return answer;
    }

    private void checkUndoable(Made made) {
        if (made.undoUntil().isEmpty()) {
            throw new Refusal("what is sent cannot be taken back");
        }
        if (effects.isUndone(made.effectId())) {
            throw new Refusal("it is undone already");
        }
        if (clock.instant().isAfter(made.undoUntil().get())) {
            throw new Refusal("it could be undone until " + made.undoUntil().get());
        }
    }
}
