package io.sallyport.console;

import io.sallyport.casefile.PersonName;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The people who may enter the console, and their passwords, hashed. May be shared between threads. */
public final class ConsoleAccess {

    /** The account that every installation begins with. */
    public static final String FIRST = "operator";

    static final int MOST_FAILURES = 8;
    static final Duration LOCK = Duration.ofMinutes(1);

    /** Without look-alikes, so that a password can be read off a screen. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    /** What bcrypt reads of a password, in characters of one byte. */
    private static final int LONGEST_PASSWORD = 72;

    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._@'-]{0,99}");

    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    private final RandomGenerator random = new SecureRandom();
    private final PasswordEncoder encoder = new BCryptPasswordEncoder();

    /** Compared against when there is no such account, so that both cases take the same time. */
    private final String nobodysHash = encoder.encode(newPassword());

    private final JdbcClient jdbc;
    private final InstantSource clock;

    public ConsoleAccess(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of an attempt to log in. */
    enum Entry {
        OPEN,
        WRONG,
        /** Too many wrong passwords in a row; not even the right one opens for a minute. */
        LOCKED
    }

    Entry check(String written, String password) {
        String login = PersonName.of(written).folded();
        if (password.length() > LONGEST_PASSWORD) {
            return Entry.WRONG;
        }
        Optional<Account> account = jdbc.sql("SELECT password_hash, locked_until FROM operator_account WHERE login = ?")
                .param(login)
                .query((row, _) -> new Account(
                        row.getString(1),
                        Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant)))
                .optional();
        boolean isRight = encoder.matches(password, account.map(Account::hash).orElse(nobodysHash));
        if (account.isEmpty()) {
            return Entry.WRONG;
        }
        if (account.get()
                .lockedUntil()
                .filter(until -> until.isAfter(clock.instant()))
                .isPresent()) {
            return Entry.LOCKED;
        }
        noteOutcome(login, isRight);
        return isRight ? Entry.OPEN : Entry.WRONG;
    }

    private record Account(String hash, Optional<Instant> lockedUntil) {}

    private void noteOutcome(String login, boolean isRight) {
        if (isRight) {
            jdbc.sql("UPDATE operator_account SET failures = 0, locked_until = NULL WHERE login = ? AND failures > 0")
                    .param(login)
                    .update();
            return;
        }
        jdbc.sql("""
                UPDATE operator_account SET failures = CASE WHEN failures + 1 < :most THEN failures + 1 ELSE 0 END,
                    locked_until = CASE WHEN failures + 1 < :most THEN NULL ELSE :until::timestamptz END
                WHERE login = :login
                """)
                .param("most", MOST_FAILURES)
                .param("until", Timestamp.from(clock.instant().plus(LOCK)))
                .param("login", login)
                .update();
    }

    /** Who may sign in, by folded name. */
    public List<String> logins() {
        return jdbc.sql("SELECT login FROM operator_account ORDER BY login")
                .query((row, _) -> row.getString("login"))
                .list();
    }

    /** Whether this person may sign in. */
    public boolean hasAccount(String person) {
        return logins().contains(PersonName.of(person).folded());
    }

    /**
     * Makes an account unless it is there.
     *
     * @return its password, empty when the account was there already
     */
    public Optional<String> createIfAbsent(String login) {
        String password = newPassword();
        int made = jdbc.sql("""
                INSERT INTO operator_account (login, password_hash, changed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """)
                .params(login, encoder.encode(password), Timestamp.from(clock.instant()))
                .update();
        return made == 1 ? Optional.of(password) : Optional.empty();
    }

    /** Gives the first account a new password; the old one stops working. */
    public String resetPassword() {
        return resetPassword(FIRST);
    }

    /**
     * Gives a person's account a new password, made if need be; the old one stops working.
     *
     * @throws IllegalArgumentException when it is no name that a person could sign in by
     */
    public String resetPassword(String person) {
        String login = PersonName.of(person).folded();
        if (!LOGIN.matcher(login).matches()) {
            throw new IllegalArgumentException(
                    "'" + person + "' is no login: write a letter or a digit and then up to 99"
                            + " letters, digits, blanks or any of . _ @ ' -");
        }
        String password = newPassword();
        jdbc.sql("""
                INSERT INTO operator_account (login, password_hash, changed_at) VALUES (:login, :hash, :now)
                ON CONFLICT (login) DO UPDATE
                SET password_hash = :hash, changed_at = :now, failures = 0, locked_until = NULL
                """)
                .param("login", login)
                .param("hash", encoder.encode(password))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return password;
    }

    private String newPassword() {
        var password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
