package io.sallyport.gate.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact.CodeTried;
import io.sallyport.casefile.Fact.CodeTried.Outcome;
import io.sallyport.gate.OneTimeCodes.Issue;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a code holds where clocks differ, are wrong, and are set right. */
@Tag("database")
class WrongClocksTest {

    private final CodeDesk desk = new CodeDesk();
    private final IdentityKit kit = desk.kit;

    @AfterEach
    void close() {
        desk.close();
    }

    private static IdentityKit caseOf(String id) {
        var other = new IdentityKit();
        other.caseId = new CaseId(id);
        other.form(IdentityKit.JO, "Please refund my order");
        return other;
    }

    @Test
    void aNodeWhoseClockIsWrongHindersNoCodeOfOthers() {
        Issue.Issued open = desk.issued();
        IdentityKit elsewhere = caseOf("SP-ABCDEFGHJK");
        elsewhere.clock.tick(Duration.ofHours(2));
        PostgresOneTimeCodes ahead = desk.node(new CodeRows(desk.database.jdbc(), kit.clock), elsewhere);
        var its = (Issue.Issued) ahead.issue(elsewhere.planned(), elsewhere.plan());
        assertThat(desk.reply(open.mail(), open.code()).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(desk.issued()).as("others are sent, too").isNotNull();
        elsewhere.form(IdentityKit.JO, its.code());
        CodeTried own = ahead.attempt(elsewhere.challenged(its.mail())).getFirst();
        assertThat(own.outcome()).as("and so is its own").isEqualTo(Outcome.ACCEPTED);
        assertThat(own.proof().orElseThrow().holds(elsewhere.clock.instant())).isTrue();
    }

    @Test
    void aClockThatWasSetRightVoidsWhatWasOpenAndNothingThatIsMadeSince() {
        Issue.Issued before = desk.issued();
        kit.clock.tick(Duration.ofHours(2));
        IdentityKit elsewhere = caseOf("SP-ABCDEFGHJK");
        desk.codes.issue(elsewhere.planned(), elsewhere.plan());
        kit.clock.tick(Duration.ofHours(-2));
        assertThat(desk.reply(before.mail(), before.code()).outcome()).isEqualTo(Outcome.VOID);
        Issue.Issued since = desk.issued();
        assertThat(desk.reply(since.mail(), since.code()).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void whatWasMadeWhileTheClockWasAheadIsVoidOnceItIsSetRight() {
        kit.clock.tick(Duration.ofHours(2));
        Issue.Issued ahead = desk.issued();
        kit.clock.tick(Duration.ofHours(-2));
        assertThat(desk.reply(ahead.mail(), ahead.code()).outcome()).isEqualTo(Outcome.VOID);
    }

    @Test
    void anExpiredCodeIsNotMadeYoungAgainOnceAnyOtherWasMade() {
        Issue.Issued old = desk.issued();
        kit.clock.tick(Duration.ofMinutes(12));
        IdentityKit elsewhere = caseOf("SP-ABCDEFGHJK");
        desk.codes.issue(elsewhere.planned(), elsewhere.plan());
        kit.clock.tick(Duration.ofMinutes(-8));
        assertThat(desk.reply(old.mail(), old.code()).outcome()).isEqualTo(Outcome.VOID);
    }

    /** The kit's clock shows another day. */
    @Test
    void inServiceTheClockIsTheDatabases() {
        PostgresOneTimeCodes node = desk.node(new CodeRows(desk.database.jdbc()), kit);
        kit.form(IdentityKit.JO, "Please refund my order");
        var code = (Issue.Issued) node.issue(kit.planned(), kit.plan());
        assertThat(time("issued_at")).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(Duration.between(time("issued_at"), time("expires_at"))).isEqualTo(PostgresOneTimeCodes.LIFE);
        desk.database
                .jdbc()
                .sql("update one_time_code set expires_at = clock_timestamp()")
                .update();
        kit.form(IdentityKit.JO, code.code());
        assertThat(node.attempt(kit.challenged(code.mail())))
                .extracting(CodeTried::outcome)
                .containsExactly(Outcome.VOID);
    }

    private Instant time(String column) {
        return desk.database
                .jdbc()
                .sql("select " + column + " from one_time_code")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }
}
