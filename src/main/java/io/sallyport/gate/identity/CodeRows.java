package io.sallyport.gate.identity;

import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Fact.CodeTried.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of one-time codes, whose times are those of one clock for all nodes. Used inside a transaction only. */
final class CodeRows {

    /** Any constants of our own: they keep our advisory locks apart from others in the same database. */
    private static final int CASE_LOCK_SPACE = 0x5A31;

    private static final int ADDRESS_LOCK_SPACE = 0x5A32;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    CodeRows(JdbcClient jdbc) {
        this(jdbc, new DatabaseClock(jdbc));
    }

    /** @param clock that all nodes share */
    CodeRows(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @param ended empty while it is open */
    record Row(
            String caseId,
            String customer,
            String address,
            String hash,
            Instant issuedAt,
            Instant expiresAt,
            int wrongTries,
            Optional<String> ended) {
        @Override
        public String toString() {
            return "Row[" + caseId + "]";
        }
    }

    record Try(Outcome outcome, Instant at) {}

    /** Those who make codes for one case or one address wait for one another until the transaction ends. */
    void lock(String caseId, String address) {
        lock(CASE_LOCK_SPACE, caseId);
        lock(ADDRESS_LOCK_SPACE, address);
    }

    private void lock(int space, String key) {
        jdbc.sql("select count(*) from (select pg_advisory_xact_lock(?, ?)) as held")
                .params(space, key.hashCode())
                .query(Long.class)
                .single();
    }

    int madeFor(String caseId) {
        return jdbc.sql("select count(*) from one_time_code where case_id = ?")
                .param(caseId)
                .query(Integer.class)
                .single();
    }

    int sentTo(String address, Instant since) {
        return jdbc.sql("select count(*) from one_time_code where address = ? and issued_at > ?")
                .params(address, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Whether any code that was made after this one bears a later time: then that time has come since this one was made. */
    boolean hasBeenLater(String challenge, Instant time) {
        return jdbc.sql("select count(*) from one_time_code code join one_time_code later on later.made > code.made"
                                + " where code.challenge = ? and later.issued_at > ?")
                        .params(challenge, Timestamp.from(time))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Only the newest code of a case counts. */
    void endOthers(String caseId) {
        jdbc.sql("update one_time_code set ended = 'superseded' where case_id = ? and ended is null")
                .param(caseId)
                .update();
    }

    void add(CodeMail mail, String hash, Instant now, Duration life) {
        jdbc.sql("insert into one_time_code (challenge, case_id, customer, address, code_hash, issued_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        mail.challenge(),
                        mail.caseId().value(),
                        mail.customer(),
                        Address.lower(mail.address()),
                        hash,
                        Timestamp.from(now),
                        Timestamp.from(now.plus(life)))
                .update();
    }

    /** Locks the code, so that tries on several nodes are counted one after the other. */
    Optional<Row> findLocked(String challenge) {
        return jdbc.sql("select * from one_time_code where challenge = ? for update")
                .param(challenge)
                .query((row, _) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("case_id"),
                row.getString("customer"),
                row.getString("address"),
                row.getString("code_hash"),
                row.getTimestamp("issued_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getInt("wrong_tries"),
                Optional.ofNullable(row.getString("ended")));
    }

    Optional<Try> findTry(String challenge, String message) {
        return jdbc.sql("select outcome, at from one_time_code_try where challenge = ? and message = ?")
                .params(challenge, message)
                .query((row, _) -> new Try(
                        Outcome.valueOf(row.getString("outcome")),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    void addTry(String challenge, String message, Outcome outcome, Instant at) {
        jdbc.sql("insert into one_time_code_try (challenge, message, outcome, at) values (?, ?, ?, ?)")
                .params(challenge, message, outcome.name(), Timestamp.from(at))
                .update();
    }

    void countWrong(String challenge) {
        jdbc.sql("update one_time_code set wrong_tries = wrong_tries + 1 where challenge = ?")
                .param(challenge)
                .update();
    }

    void end(String challenge, String how) {
        jdbc.sql("update one_time_code set ended = ? where challenge = ? and ended is null")
                .params(how, challenge)
                .update();
    }
}
