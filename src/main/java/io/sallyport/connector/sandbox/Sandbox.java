package io.sallyport.connector.sandbox;

import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseId;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.CodeChannel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole sandbox on a database: its ports, and what people may do with it. May be shared between threads. */
public final class Sandbox {

    private final DataSource dataSource;
    private final Duration patience;
    private final InstantSource clock;
    private final JdbcClient jdbc;
    private final Faults faults;
    private final SandboxSystem system;

    private Sandbox(DataSource dataSource, Duration patience, InstantSource clock) {
        this.dataSource = dataSource;
        this.patience = patience;
        this.clock = clock;
        this.jdbc = JdbcClient.create(dataSource);
        // Whoever waits has given up by then.
        this.faults = new Faults(jdbc, patience.multipliedBy(2));
        this.system = new SandboxSystem(dataSource, faults, clock);
    }

    /** @param patience how long a change may take before its outcome counts as unknown */
    public static Sandbox of(DataSource dataSource, Duration patience, InstantSource clock) {
        return new Sandbox(dataSource, patience, clock);
    }

    public BusinessRecords records() {
        return new SandboxRecords(dataSource, faults);
    }

    public ActionPort actions() {
        return new SandboxActions(new Impatient(system, patience), clock);
    }

    /** The same at another process's sandbox. */
    public ActionPort actionsAt(URI base, SandboxKey key) {
        return new SandboxActions(new OverHttp(base, key, patience), clock);
    }

    public CodeChannel codes() {
        return codes(_ -> List.of());
    }

    /** @param pages where the customer of a case can answer, each as a sentence for the mail */
    public CodeChannel codes(Function<CaseId, List<String>> pages) {
        return new SandboxCodes(jdbc, faults, pages, clock);
    }

    EmailChanges emailChanges() {
        return new EmailChanges(dataSource, clock);
    }

    /**
     * Takes in what is not there yet of a file of JSON lines: accounts, orders, invoices or subscriptions, by the file's name.
     *
     * @param days how much later than written every date is to be
     * @throws IllegalArgumentException when the name does not tell what the file holds
     */
    public RecordFile.Report load(Path file, long days) throws IOException {
        return new RecordFile(new RecordRows(jdbc), days).load(file);
    }

    /** The newest mails to an address. */
    public List<SandboxMail> mails(String address, int limit) {
        return new MailRows(jdbc).to(address, clock.instant(), limit);
    }

    /** What was done for an account, newest first. */
    public List<String> log(String account) {
        return new EffectRows(jdbc).logOf(account);
    }

    /**
     * Makes the next calls fail.
     *
     * @param binding such as {@code sandbox/refund}, {@code sandbox/undo}, {@code sandbox/mail}, {@code sandbox/read},
     *     {@code sandbox/look-up}, or {@code *} for every change
     */
    public void fail(String binding, Fault fault, int times) {
        faults.add(binding, fault, times);
    }

    public void heal() {
        faults.clear();
    }

    SandboxSystem system() {
        return system;
    }
}
