package io.sallyport.gate.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact.CodeTried;
import io.sallyport.casefile.Fact.CodeTried.Outcome;
import io.sallyport.gate.OneTimeCodes.Issue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many codes are mailed and tried, and to whom none is. */
@Tag("database")
class OneTimeCodeLimitsTest {

    private final CodeDesk desk = new CodeDesk();
    private final IdentityKit kit = desk.kit;
    private final PostgresOneTimeCodes codes = desk.codes;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void threeCodesForOneCaseAndNoMore() {
        desk.issued();
        desk.issued();
        desk.issued();
        assertThat(codes.issue(kit.planned(), kit.plan())).isInstanceOf(Issue.Withheld.class);
    }

    @Test
    void fiveCodesADayForOneAddressOverAllCases() {
        for (int i = 0; i < 5; i++) {
            kit.caseId = new CaseId("SP-000000000" + i);
            desk.issued();
        }
        kit.caseId = new CaseId("SP-0000000009");
        assertThat(codes.issue(kit.planned(), kit.plan())).isInstanceOf(Issue.Withheld.class);
        kit.clock.tick(Duration.ofHours(25));
        assertThat(codes.issue(kit.planned(), kit.plan())).isInstanceOf(Issue.Issued.class);
    }

    @Test
    void noCodeForAStrangerOrALockedOrLatelyChangedAccountOrABrokenCrm() {
        kit.form("jo.new@fjordmail.example", "send the code to my new address");
        assertThat(codes.issue(kit.planned(), kit.plan())).isInstanceOf(Issue.Withheld.class);
        kit.messages.clear();
        kit.form(IdentityKit.JO, "refund");
        kit.set("contact_changed_at", kit.clock.instant().minusSeconds(60).toString());
        assertThat(codes.issue(kit.planned(), kit.plan())).isInstanceOf(Issue.Withheld.class);
        kit.account.remove("contact_changed_at");
        kit.isDown = true;
        assertThat(codes.issue(kit.planned(), kit.plan())).isInstanceOf(Issue.Withheld.class);
        assertThat(desk.database
                        .jdbc()
                        .sql("select count(*) from one_time_code")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aCrmThatIsDownCountsNoTry() {
        Issue.Issued code = desk.issued();
        kit.form(IdentityKit.JO, code.code());
        CaseRecord record = kit.challenged(code.mail());
        kit.isDown = true;
        assertThatThrownBy(() -> codes.attempt(record)).isInstanceOf(BusinessRecords.Unreachable.class);
        kit.isDown = false;
        assertThat(codes.attempt(record).getFirst().outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void parallelTriesOnTwoNodesAreNeverMoreThanThree() throws Exception {
        Issue.Issued code = desk.issued();
        var nodes = List.of(codes, desk.node());
        var tries = new ArrayList<Callable<CodeTried>>();
        for (int i = 0; i < 40; i++) {
            String guess = "%06d".formatted((Integer.parseInt(code.code()) + 1 + i) % 1_000_000);
            kit.form(IdentityKit.JO, guess);
            CaseRecord record = kit.challenged(code.mail());
            PostgresOneTimeCodes node = nodes.get(i % 2);
            tries.add(() -> node.attempt(record).getFirst());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<Outcome>();
            for (var future : threads.invokeAll(tries)) {
                outcomes.add(future.get().outcome());
            }
            assertThat(outcomes).filteredOn(Outcome.WRONG::equals).hasSize(2);
            assertThat(outcomes).filteredOn(Outcome.EXHAUSTED::equals).hasSize(38);
        }
        assertThat(desk.reply(code.mail(), code.code()).outcome()).isEqualTo(Outcome.EXHAUSTED);
    }

    @Test
    void parallelRequestsForCodesAreNeverMoreThanThreeForACase() throws Exception {
        kit.form(IdentityKit.JO, "refund");
        var nodes = List.of(codes, desk.node());
        var requests = new ArrayList<Callable<Issue>>();
        for (int i = 0; i < 20; i++) {
            PostgresOneTimeCodes node = nodes.get(i % 2);
            requests.add(() -> node.issue(kit.planned(), kit.plan()));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int issued = 0;
            for (var future : threads.invokeAll(requests)) {
                issued += future.get() instanceof Issue.Issued ? 1 : 0;
            }
            assertThat(issued).isEqualTo(3);
        }
    }
}
