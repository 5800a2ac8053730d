package io.sallyport.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Fact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An invoice that is named by its month is that month's, and no other is sent instead. */
class MonthSaidTest {

    private final PlannerKit kit = new PlannerKit();

    @BeforeEach
    void aYearAndMoreOfInvoices() {
        kit.invoice("INV-2025-000301", "2025-03-01", 2400);
        kit.invoice("INV-2025-001201", "2025-12-01", 2400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Please send me the January invoice again. | INV-2026-000101",
                "please send me the january invoice again | INV-2026-000101",
                "PLEASE SEND ME THE JANUARY INVOICE AGAIN | INV-2026-000101",
                "please send me january's invoice again | INV-2026-000101",
                "please send me the jan invoice again | INV-2026-000101",
                "Please send me the January 2026 invoice again. | INV-2026-000101",
                "Please send me the invoice of 2 February, 2026 again. | INV-2026-000201",
                "Please send me the invoice of February this year again. | INV-2026-000201",
                "Please send me last year's December invoice again. | INV-2025-001201",
                "Please send me the invoice of March 2025 again. | INV-2025-000301",
                "Please send me the March invoice again. | INV-2025-000301",
            })
    void theInvoiceOfTheMonthIsSent(String text, String invoice) {
        assertThat(kit.plan(text))
                .isInstanceOfSatisfying(
                        Fact.ActionPlanned.class,
                        fact -> assertThat(fact.plan().value("invoice")).contains(invoice));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please send me the January 2025 invoice again.",
                "Please send me the invoice of January last year again.",
                "Please send me the invoice of January 15, 2025 again.",
                "Please send me the 2024 December invoice again.",
                "please send me the november invoice again",
                "please send me the oct invoice again",
                "Please send me the invoices of November and December again.",
            })
    void aMonthWithoutAnInvoiceIsForAPerson(String text) {
        assertThat(kit.plan(text)).isInstanceOf(Fact.ActionForPerson.class);
    }

    @Test
    void ofSeveralMonthsTheCustomerIsAskedWhich() {
        assertThat(kit.plan("Please send me the january and february invoices again."))
                .isInstanceOfSatisfying(
                        Fact.ActionSlotMissing.class,
                        fact -> assertThat(fact.choices())
                                .containsExactlyInAnyOrder("INV-2026-000101", "INV-2026-000201"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It may be lost, please send me the January invoice again.",
                "May I ask you: please send me the January invoice again.",
                "We march on; please send me the January invoice again. Yours, Jan",
            })
    void otherWordsAreNoMonths(String text) {
        assertThat(kit.plan(text)).isInstanceOf(Fact.ActionPlanned.class);
    }
}
