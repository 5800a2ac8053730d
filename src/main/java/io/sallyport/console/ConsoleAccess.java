package io.sallyport.console;

import io.sallyport.casefile.PersonName;
import java.security.SecureRandom;
import java.sql.Timestamp;
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

    /** The account that an installation begins with. */
    public static final String FIRST = "operator";

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

    /** Whether anybody could sign in by it. */
    static boolean isLogin(String written) {
        return LOGIN.matcher(PersonName.of(written).folded()).matches();
    }

    /** The person of that name, if this is the password. */
    Optional<Operator> check(String written, String password) {
        Optional<Account> account = find(PersonName.of(written).folded());
        boolean isRight = password.length() <= LONGEST_PASSWORD
                && encoder.matches(password, account.map(Account::hash).orElse(nobodysHash));
        return account.filter(_ -> isRight)
                .map(found -> new Operator(found.login(), found.stamp(), clock.instant()));
    }

    /** What the account's password is told from every other by; empty when there is no such account. */
    Optional<String> findStamp(String login) {
        return find(login).map(Account::stamp);
    }

    private record Account(String login, String stamp, String hash) {}

    private Optional<Account> find(String login) {
        if (!isLogin(login)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                SELECT login, password_hash, encode(sha256(convert_to(password_hash, 'UTF8')), 'hex') AS stamp
                FROM operator_account WHERE login = ?
                """)
                .param(login)
                .query((row, _) -> new Account(
                        row.getString("login"), row.getString("stamp"), row.getString("password_hash")))
                .optional();
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
     * Makes the first account where there is none at all.
     *
     * @return its password, empty when somebody could sign in already
     */
    Optional<String> createFirst() {
        String password = newPassword();
        int made = jdbc.sql("""
                INSERT INTO operator_account (login, password_hash, changed_at)
                SELECT :login, :hash, :now WHERE NOT EXISTS (SELECT FROM operator_account) ON CONFLICT DO NOTHING
                """)
                .param("login", FIRST)
                .param("hash", encoder.encode(password))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return made == 1 ? Optional.of(password) : Optional.empty();
    }

    /**
     * Removes a person's account; whoever is signed in by it is no longer.
     *
     * @throws IllegalArgumentException when there is none, or no other
     */
    public void remove(String person) {
        String login = PersonName.of(person).folded();
        int removed = jdbc.sql("""
                WITH everybody AS (SELECT login FROM operator_account ORDER BY login FOR UPDATE)
                DELETE FROM operator_account WHERE login = :login AND (SELECT count(*) FROM everybody) > 1
                """).param("login", login).update();
        if (removed == 0) {
            throw new IllegalArgumentException(
                    hasAccount(person)
                            ? "'" + login + "' is the last account of the console; make another one first"
                            : "nobody signs in to the console as '" + login + "'");
        }
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
        if (!isLogin(login)) {
            throw new IllegalArgumentException(
                    "'" + person + "' is no login: write a letter or a digit and then up to 99"
                            + " letters, digits, blanks or any of . _ @ ' -");
        }
        String password = newPassword();
        jdbc.sql("""
                INSERT INTO operator_account (login, password_hash, changed_at) VALUES (:login, :hash, :now)
                ON CONFLICT (login) DO UPDATE
                SET password_hash = :hash, changed_at = :now
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
