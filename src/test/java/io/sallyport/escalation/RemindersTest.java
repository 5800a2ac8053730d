package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Priority;
import io.sallyport.testkit.HandedOver;
import io.sallyport.triage.BusinessCalendar;
import io.sallyport.triage.DueTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemindersTest {

    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final Reminders reminders =
            new Reminders(new Cadence(new DueTimes(new BusinessCalendar(ZoneId.of("UTC")))));

    @ParameterizedTest
    @CsvSource({"P1, 1", "P2, 4", "P3, 8", "P4, 32"})
    void comeAtThePaceOfThePriorityInOfficeTime(Priority priority, int hours) {
        Fact.Reminded reminded = reminders.remind(waiting(priority), MONDAY_NINE);
        assertThat(reminded.nextAt()).isEqualTo(MONDAY_NINE.plus(Duration.ofHours(hours)));
        assertThat(reminded.count()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"P1, 2", "P2, 1", "P4, 1"})
    void areToldInTheTeamsChatAndForP1ToThoseOnCall(Priority priority, int errands) {
        List<Errand> told = reminders.remind(waiting(priority), MONDAY_NINE).errands();
        assertThat(told).hasSize(errands).extracting(Errand::kind).contains(Errand.Kind.CHAT);
        assertThat(told).allSatisfy(errand -> assertThat(errand.text()).contains("nobody has claimed it"));
    }

    @Test
    void areTheSameWhenTheStepIsRunAgain() {
        CaseRecord record = waiting(Priority.P1);
        assertThat(reminders.remind(record, MONDAY_NINE)).isEqualTo(reminders.remind(record, MONDAY_NINE));
    }

    @Test
    void sayWhichCaseWaitsWhereAndSinceWhen() {
        CaseRecord record = waiting(Priority.P3);
        assertThat(reminders
                        .remind(record, MONDAY_NINE.plus(Duration.ofHours(5)))
                        .errands())
                .singleElement()
                .satisfies(errand -> assertThat(errand.text())
                        .isEqualTo(record.id() + " in the queue technical: nobody has claimed it."
                                + " It has waited for 5 h 0 min, since 2 Mar 2026 09:00 UTC."));
    }

    private static CaseRecord waiting(Priority priority) {
        return HandedOver.of(Category.BUG, priority).saying("It broke.");
    }
}
